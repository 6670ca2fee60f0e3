"""Who may log in to a server: those of its password file, as it is now, and whoever has its token."""

import os
from hmac import compare_digest
from pathlib import Path
from threading import Lock

from api.access.password_file import Account, PasswordFile, hash_of_token
from api.access.roles import Role
from api.access.secrets import is_password
from graph.errors import UsageError
from graph.settings import Settings

__all__ = ["Accounts"]

_TOKEN = "token"  # noqa: S105  # the name in the audit log of whoever has the server's token
_State = tuple[int, int, int]


class Accounts:
    """Finds accounts by their secrets; a password file that changes or breaks holds from that moment."""

    def __init__(self, file: Path | None, token: str = "", role: Role = Role.ADMIN) -> None:
        self.file = PasswordFile(file) if file else None
        self._shared = Account(_TOKEN, role, token=hash_of_token(token)) if token else None
        self._lock = Lock()
        self._read: dict[str, Account] = {}
        self._state: _State | None = None

    @classmethod
    def of(cls, settings: Settings) -> "Accounts":
        """Return the accounts that settings name."""
        return cls(settings.passwords, settings.token.get_secret_value(), Role[settings.token_role.upper()])

    @property
    def needed(self) -> bool:
        """Whether one has to log in at all."""
        return self.file is not None or self._shared is not None

    @property
    def any(self) -> bool:
        """Whether there is someone who can."""
        return self._shared is not None or bool(self._known())

    @property
    def have_names(self) -> bool:
        """Whether one logs in with a name and a password, rather than with the token alone."""
        return self.file is not None

    def get(self, name: str) -> Account | None:
        """Return an account by its name."""
        if self._shared and name == self._shared.name:
            return self._shared
        return self._known().get(name)

    def with_password(self, name: str, password: str) -> Account | None:
        """Return the account of a name and its password, after the same time whether there is one or not."""
        found = self._known().get(name)
        return found if is_password(password, found.password if found else "") else None

    def with_token(self, token: str) -> Account | None:
        """Return the account of a token."""
        kept = hash_of_token(token)
        accounts = (*([self._shared] if self._shared else []), *self._known().values())
        found = [a for a in accounts if a.token and compare_digest(a.token, kept)]
        return found[0] if found else None

    def _known(self) -> dict[str, Account]:
        """Return the accounts of the file; none while it cannot be read, so that nobody enters by mistake."""
        if self.file is None:
            return {}
        with self._lock:
            state = _state(self.file.path)
            if state is None or state != self._state:
                try:
                    self._read = self.file.read()
                except UsageError:
                    self._read = {}
                self._state = state
            return self._read


def _state(path: Path) -> _State | None:
    try:
        found = os.stat(path)  # noqa: PTH116  # asked at every request
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
