"""Cuts what was found into pages."""

from collections.abc import Sequence
from typing import TypeVar

__all__ = ["paged"]

_T = TypeVar("_T")


def paged(found: Sequence[_T], at: int, size: int) -> tuple[tuple[_T, ...], int, int]:
    """Return one page of what was found, its number, and that of the last; pages count from 1.

    A page beyond the first or last is the first or last.

    >>> paged("abcde", 2, 2), paged("abcde", 9, 2), paged("", 0, 2)
    ((('c', 'd'), 2, 3), (('e',), 3, 3), ((), 1, 1))
    """
    last = max(1, -(-len(found) // size))
    at = min(max(1, at), last)
    return tuple(found[(at - 1) * size : at * size]), at, last
