"""How often one visitor may ask, query, send documents and try to log in."""

import math
from ipaddress import IPv6Address, ip_address
from time import time
from typing import NoReturn

from fastapi import HTTPException
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from api.access.roles import Visitor
from graph.errors import UsageError
from graph.settings import Settings

__all__ = ["Rates", "address_of"]

_WORDS = {"ask": "questions", "sparql": "queries", "upload": "documents", "login": "attempts to log in"}
_NAMES = "15 minutes"


class Rates:
    """Counts within a moving window of time, in this process alone."""

    def __init__(self, settings: Settings) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._rates = {kind: _rate(kind, settings) for kind in (*_WORDS, "local")}
        self._of_names = parse(f"{self._rates['login'].amount} per {_NAMES}")

    def count(self, kind: str, visitor: Visitor, address: str) -> None:
        """Count one more; raises HTTPException 429 where it is too much."""
        if visitor.role == visitor.role.ADMIN and not visitor.is_logged_in:
            self._hit(kind, self._rates["local"], kind, visitor.name)
        else:
            self._hit(kind, self._rates[kind], kind, visitor.name if visitor.is_logged_in else address)

    def require_trust(self, address: str) -> None:
        """Raise HTTPException 429 where an address has tried too many wrong secrets already."""
        if not self._window.test(self._rates["login"], "login", address):
            self._refuse("login", self._rates["login"], "login", address)

    def count_login(self, address: str, name: str) -> None:
        """Count one more attempt to log in, by where it comes from and by the name that it gives."""
        self._hit("login", self._rates["login"], "login", address)
        if name:
            self._hit("login", self._of_names, "name", name)

    def forgive(self, name: str) -> None:
        """Forget the attempts that gave a name, since the last one was right."""
        self._window.clear(self._of_names, "name", name)

    def _hit(self, kind: str, rate: RateLimitItem, *key: str) -> None:
        if not self._window.hit(rate, *key):
            self._refuse(kind, rate, *key)

    def _refuse(self, kind: str, rate: RateLimitItem, *key: str) -> NoReturn:
        wait = max(1, math.ceil(self._window.get_window_stats(rate, *key).reset_time - time()))
        raise HTTPException(
            429,
            f"Too many {_WORDS[kind]}: {rate.amount} each {_span(rate)} are taken; wait {wait} seconds.",
            headers={"Retry-After": str(wait)},
        )


def address_of(client: tuple[str, int] | None) -> str:
    """Return what counts as one address: of the long kind, the part that one household has.

    >>> address_of(("2001:db8:1:2:3:4:5:6", 80))
    '2001:db8:1:2::'
    """
    host = client[0] if client else ""
    try:
        found = ip_address(host.split("%")[0])
    except ValueError:
        return host
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)


def _rate(kind: str, settings: Settings) -> RateLimitItem:
    written = str(getattr(settings, f"{kind}_rate"))
    try:
        return parse(written)
    except ValueError as error:
        raise UsageError(
            f"GOLDENTHREAD_{kind.upper()}_RATE is {written!r}; write it such as 60/minute."
        ) from error


def _span(rate: RateLimitItem) -> str:
    name = rate.GRANULARITY.name
    return name if rate.multiples == 1 else f"{rate.multiples} {name}s"
