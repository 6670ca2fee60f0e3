"""Passwords and tokens: how they are made, kept as hashes, and compared."""

import secrets
import unicodedata
from contextlib import suppress
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from graph.errors import Busy, UsageError

__all__ = ["hash_of_password", "is_password", "new_token"]

LEAST, LONGEST = 8, 1024  # characters of a password
_AT_ONCE = BoundedSemaphore(2)  # each comparison takes 64 MiB and a processor
_PATIENCE = 5.0
_hasher = PasswordHasher()


def new_token() -> str:
    """Return a random word that nobody guesses."""
    return secrets.token_urlsafe(32)


def hash_of_password(password: str) -> str:
    """Return what is kept of a password; raises UsageError where it is too short or too long."""
    plain = _plain(password)
    if not LEAST <= len(plain) <= LONGEST:
        raise UsageError(
            f"A password has {LEAST} to {LONGEST:,} characters; choose another, such as several words."
        )
    return _hasher.hash(plain)


def is_password(password: str, kept: str) -> bool:
    """Whether a password is the one of a hash; it takes as long where there is no hash to compare with.

    Raises Busy where too many compare at the same time.
    """
    if len(password) > LONGEST:
        return False
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise Busy("Too many log in at once; try again in a few seconds.")
    try:
        with suppress(VerificationError, InvalidHashError):
            return _hasher.verify(kept or _nobodys(), _plain(password)) and bool(kept)
        return False
    finally:
        _AT_ONCE.release()


@cache
def _nobodys() -> str:
    return _hasher.hash(new_token())


def _plain(password: str) -> str:
    """Return a password in one form, however a keyboard composed its letters."""
    return unicodedata.normalize("NFKC", password)
