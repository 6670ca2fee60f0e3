"""Whether a request was made by one of our own pages, by a program, or by a web page elsewhere.

A browser tells where a request comes from, in headers that pages cannot set. A page elsewhere may link
here; it may neither send anything here nor load anything, also where this is only `localhost`.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

__all__ = ["SAFE", "is_from_elsewhere", "names_its_origin"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_OURS = {"same-origin", "none"}
_EMBEDDED = {"object", "embed", "iframe", "frame"}


def is_from_elsewhere(method: str, headers: Mapping[str, str]) -> bool:
    """Whether a page of another origin made a request that it may not make.

    >>> is_from_elsewhere("POST", {"sec-fetch-site": "cross-site"})
    True
    >>> is_from_elsewhere("POST", {})
    False
    """
    site = headers.get("sec-fetch-site")
    if method in SAFE:
        return site is not None and site not in _OURS and not _is_link(headers)
    if site is not None and site not in _OURS:
        return True
    origin = headers.get("origin")
    return origin is not None and _place(origin) != _place(f"//{headers.get('host', '')}")


def names_its_origin(headers: Mapping[str, str]) -> bool:
    """Whether a browser said where a request comes from."""
    return "sec-fetch-site" in headers or "origin" in headers


def _is_link(headers: Mapping[str, str]) -> bool:
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") not in _EMBEDDED


def _place(address: str) -> tuple[str, int | None]:
    """Return host and port; the usual port is none, for a proxy may speak https and we http."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "", -1
    return (parts.hostname or "").lower(), None if port in {80, 443} else port
