"""Who is logged in with a browser: kept by the server, so that logging out ends it for good."""

import secrets
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from time import monotonic

from api.access.accounts import Accounts
from api.access.password_file import Account

__all__ = ["Session", "Sessions", "cookie_name"]

_COOKIE = "goldenthread_session"
_MOST = 10_000


def cookie_name(scheme: str) -> str:
    """Return the cookie's name; over https one that no other server of the same domain can set.

    >>> cookie_name("https")
    '__Host-goldenthread_session'
    """
    return f"__Host-{_COOKIE}" if scheme == "https" else _COOKIE


@dataclass(frozen=True, slots=True)
class Session:
    """One browser that is logged in, and the word that its forms must send along."""

    name: str
    mark: str
    csrf: str
    until: float


class Sessions:
    """The sessions of a server, by the hash of a random word that only the browser's cookie holds."""

    def __init__(self, accounts: Accounts, hours: float) -> None:
        self.seconds = round(hours * 3600)
        self._accounts = accounts
        self._lock = Lock()
        self._open: dict[str, Session] = {}

    def begin(self, account: Account) -> str:
        """Open a session and return the word for the cookie, a new one at each log-in."""
        word = secrets.token_urlsafe(32)
        session = Session(account.name, account.mark, secrets.token_urlsafe(32), monotonic() + self.seconds)
        with self._lock:
            self._open[_key(word)] = session
            while len(self._open) > _MOST:  # the one that was opened first goes first
                del self._open[next(iter(self._open))]
        return word

    def find(self, word: str) -> tuple[Session, Account] | None:
        """Return the session of a cookie; none where it ended, or its account is not what it was."""
        session = self._open.get(_key(word))
        if session is None:
            return None
        account = self._accounts.get(session.name)
        if session.until <= monotonic() or account is None or account.mark != session.mark:
            self.end(word)
            return None
        return session, account

    def end(self, word: str) -> None:
        """Close a session."""
        with self._lock:
            self._open.pop(_key(word), None)


def _key(word: str) -> str:
    return sha256(word.encode("utf-8", "surrogatepass")).hexdigest()
