"""Which names a request may call this server by.

A web page elsewhere can let its own name point to this machine and so read what is served here (DNS
rebinding); it cannot do so with a bare address or with a name that is not its own.
"""

import socket
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address

__all__ = ["Hosts", "is_address", "is_loopback"]


class Hosts:
    """The names of a server: its own, those of this machine, any bare address, and those it was given."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name.lower().rstrip(".") for name in names)

    @classmethod
    def of(cls, bound: str, allowed: Iterable[str] = ()) -> "Hosts":
        """Return the names of a server bound to an address, and those that were allowed beside them."""
        own = () if is_loopback(bound) else (socket.gethostname(), socket.getfqdn())
        return cls((bound, *own, *allowed))

    def hold(self, header: str) -> bool:
        """Whether the Host header of a request names this server.

        >>> [Hosts(()).hold(name) for name in ("localhost:8000", "[::1]:8000", "plans.example")]
        [True, True, False]
        """
        name = _without_port(header.strip().lower()).rstrip(".")
        if name == "localhost" or name.endswith(".localhost") or name in self._names:
            return True
        return is_address(name)


def is_loopback(address: str) -> bool:
    """Whether an address is reached from this machine alone.

    >>> [is_loopback(a) for a in ("127.0.0.1", "::1", "0.0.0.0", "plans.example")]
    [True, True, False, False]
    """
    if not is_address(address):
        return False
    found = ip_address(address.split("%", maxsplit=1)[0])
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback


def _without_port(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]


def is_address(name: str) -> bool:
    """Whether a name is a bare address."""
    try:
        ip_address(name.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    return True
