"""Cuts what was found into pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Page", "paged"]

_T = TypeVar("_T")


def paged(found: Sequence[_T], at: int | None, size: int) -> tuple[tuple[_T, ...], int, int]:
    """Return one page of what was found, its number, and that of the last; pages count from 1.

    A page beyond the first or last is the first or last; without a number, all is one page.

    >>> paged("abcde", 2, 2), paged("abcde", 9, 2), paged("", 0, 2), paged("abc", None, 2)
    ((('c', 'd'), 2, 3), (('e',), 3, 3), ((), 1, 1), (('a', 'b', 'c'), 1, 1))
    """
    if at is None:
        return tuple(found), 1, 1
    last = max(1, -(-len(found) // size))
    at = min(max(1, at), last)
    return tuple(found[(at - 1) * size : at * size]), at, last


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """Some of many, how many these are, and which page of how many it is."""

    shown: tuple[_T, ...]
    total: int
    at: int
    last: int

    @classmethod
    def cut(cls, found: Sequence[_T], at: int | None, size: int) -> "Page[_T]":
        """Return one page of what was found, counted from 1; or all of it as one page."""
        shown, page, last = paged(found, at, size)
        return cls(shown, len(found), page, last)
