"""Finds school years such as '2023-24', 'SY 22-23' or '2020 - 2021', and writes them one way."""

import re
from collections.abc import Iterator

from ingest.source import Text

__all__ = ["next_year", "school_year", "school_years"]

_LONG = re.compile(r"(?<![\d.])(?P<a>(?:19|20)\d\d)\s*[-–—/]\s*(?P<b>(?:19|20)\d\d|\d\d)(?![\d.]\d|\d)")
_SHORT = re.compile(r"(?<![\d.-])(?P<a>[0-4]\d)\s*[-–/]\s*(?P<b>[0-4]\d)(?![\d-]|\s*(?:grade|th\b|%))")
_CENTURY = 2000


def school_years(text: Text, *, short: bool = True) -> Iterator[tuple[str, Text]]:
    """Yield each school year in a text as '2023-24', with its place; it spans two years that follow.

    `short` also takes '22-23', which in running text may mean something else.
    """
    for pattern in (_LONG, _SHORT) if short else (_LONG,):
        for m in pattern.finditer(str(text)):
            first = int(m["a"]) if len(m["a"]) == 4 else _CENTURY + int(m["a"])
            if (first + 1) % 100 == int(m["b"][-2:]):
                yield _written(first), text.group(m)


def school_year(text: Text, *, short: bool = True) -> tuple[str, Text] | None:
    """Return the first school year in a text, with its place."""
    return next(school_years(text, short=short), None)


def next_year(year: str) -> str:
    """Return the school year after one.

    >>> next_year("2022-23")
    '2023-24'
    """
    return _written(int(year[:4]) + 1)


def _written(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02d}"
