"""The file of those who may log in: names, roles, and their secrets as nobody can read them back."""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from api.access.roles import LOCAL, NOBODY, Role
from graph.errors import UsageError

__all__ = ["Account", "PasswordFile", "hash_of_token"]

_NAME = re.compile(r"[\w.@+-]{1,64}")
_TAKEN = {LOCAL.name, NOBODY.name, "guest", "token"}
_OTHERS = 0o077  # the rights of everyone but the owner


@dataclass(frozen=True, slots=True)
class Account:
    """One who may log in; `password` is an Argon2 hash, `token` the SHA-256 of a long random word."""

    name: str
    role: Role
    password: str = ""
    token: str = ""

    @property
    def mark(self) -> str:
        """What changes whenever anything about the account does, so that what rests on it ends."""
        return sha256(json.dumps(asdict(self)).encode()).hexdigest()


class PasswordFile:
    """Reads and writes the accounts; a write puts a whole new file in place, for its owner alone."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Account]:
        """Return the accounts by name, none where there is no file; raises UsageError where it is broken."""
        try:
            entries = json.loads(self.path.read_text(encoding="utf-8"))["users"]
            accounts = [_account(entry) for entry in entries]
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{self.path} is no file of users; name one that 'goldenthread users' has written."
            ) from error
        return {account.name: account for account in accounts}

    def put(self, account: Account) -> None:
        """Add an account, or put it in the place of the one with its name."""
        if not _NAME.fullmatch(account.name) or account.name in _TAKEN:
            raise UsageError(
                f"{account.name!r} cannot be a user's name; use up to 64 letters, digits and . _ @ + -."
            )
        self._write(self.read() | {account.name: account})

    def remove(self, name: str) -> None:
        """Take an account out; raises UsageError where there is none of this name."""
        self._write({n: account for n, account in self.read().items() if n != self.known(name).name})

    def known(self, name: str) -> Account:
        """Return the account of a name; raises UsageError where there is none."""
        found = self.read().get(name)
        if found is None:
            raise UsageError(f"{self.path} knows no user {name!r}; 'goldenthread users list' shows all.")
        return found

    def is_open_to_others(self) -> bool:
        """Whether other users of this machine may read the file."""
        with suppress(OSError):
            return os.name == "posix" and bool(self.path.stat().st_mode & _OTHERS)
        return False

    def _write(self, accounts: dict[str, Account]) -> None:
        users = [asdict(a) | {"role": a.role.word} for _, a in sorted(accounts.items())]
        text = json.dumps({"users": users}, indent=1, ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")  # made with mode 600
            with os.fdopen(handle, "w", encoding="utf-8") as opened:
                opened.write(text)
                opened.flush()
                os.fsync(handle)
            Path(name).replace(self.path)
        except OSError as error:
            raise UsageError(
                f"{self.path} cannot be written: {error.strerror}; name another file."
            ) from error


def hash_of_token(token: str) -> str:
    """Return what is kept of a token; a long random word needs no slow hash.

    >>> hash_of_token("a")[:8]
    'ca978112'
    """
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _account(entry: dict[str, str]) -> Account:
    role = Role[entry["role"].upper()]
    return Account(str(entry["name"]), role, str(entry.get("password", "")), str(entry.get("token", "")))
