"""Points in time as people write them: a day, a month, a quarter, a year, a decade or a century."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.ask.closed import closed
from graph.ask.facets.speech import Speech

__all__ = ["ANY_TIME", "Period", "period_at"]

_EARLIEST, _LATEST = 1000, 2199  # four digits outside these are no year


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to before `end`."""

    start: date
    end: date
    year: bool = False


ANY_TIME = Period(date(2000, 1, 1), date(2000, 1, 2))  # where any period does


def period_at(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    """Return the period that is written from a word on, and where its writing ends."""
    for read in (_iso, _written, _month, _quarter, _decade, _century, _year):
        found, end = read(words, at)
        if found:
            return found, end
    return None, at


def _iso(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    word = words[at]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return _day(int(word[:4]), int(word[5:7]), int(word[8:])), at + 1
    if match := re.fullmatch(r"(\d{4})-(\d\d)", word):
        return _months(int(match[1]), int(match[2]), 1), at + 1
    if match := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", word):
        return _day(int(match[3]), int(match[2]), int(match[1])), at + 1
    return None, at


def _written(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    """'1 January 2022', 'January 1st, 2022', 'the 1st of January 2022'."""
    plain = [(i, w) for i, w in enumerate(words[at : at + 6], at) if w not in closed("within_dates")]
    if len(plain) < 3:
        return None, at
    (_, one), (_, two), (last, three) = plain[:3]
    month, day = (_month_of(two), one) if one.isdecimal() else (_month_of(one), two)
    if month and day.isdecimal() and int(day) <= 31 and _is_year(three):
        return _day(int(three), month, int(day)), last + 1
    return None, at


def _month(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    month = _month_of(words[at])
    then = at + 2 if words[at + 1 : at + 2] == ["of"] else at + 1
    if month and then < len(words) and _is_year(words[then]):
        return _months(int(words[then]), month, 1), then + 1
    return None, at


def _quarter(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    if spelled := _spelled(words, at):
        return spelled
    match = re.fullmatch(r"q([1-4])", words[at])
    if match and at + 1 < len(words) and _is_year(words[at + 1]):
        return _months(int(words[at + 1]), 3 * int(match[1]) - 2, 3), at + 2
    return None, at


def _spelled(words: Sequence[str], at: int) -> tuple[Period, int] | None:
    """'The last quarter of 2022', 'the first half of 2021'."""
    place = int(Speech.english().data["places_in_order"].get(words[at], 0))
    parts = {"quarter": 4, "half": 2}.get(words[at + 1], 0) if at + 2 < len(words) else 0
    then = at + 3 if words[at + 2 : at + 3] in (["of"], ["in"], ("of",), ("in",)) else at + 2
    if not place or not parts or then >= len(words) or not _is_year(words[then]):
        return None
    number = parts if place < 0 else place
    found = (
        _months(int(words[then]), (number - 1) * (12 // parts) + 1, 12 // parts) if number <= parts else None
    )
    return (found, then + 1) if found else None


def _decade(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    match = re.fullmatch(r"(1\d|20)(\d)0['’]?s", words[at])
    if not match:
        return None, at
    first = int(match[1] + match[2] + "0")
    return Period(date(first, 1, 1), date(first + 10, 1, 1)), at + 1


def _century(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    number = words[at].removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    then = at + 2 if words[at + 1 : at + 2] in (["th"], ["st"], ["nd"], ["rd"]) else at + 1
    if number.isdecimal() and 10 < int(number) < 22 and words[then : then + 1] == ["century"]:
        first = 100 * (int(number) - 1)
        return Period(date(first, 1, 1), date(first + 100, 1, 1)), then + 1
    return None, at


def _year(words: Sequence[str], at: int) -> tuple[Period | None, int]:
    if not _is_year(words[at]):
        return None, at
    year = int(words[at])
    return Period(date(year, 1, 1), date(year + 1, 1, 1), True), at + 1


def _is_year(word: str) -> bool:
    return bool(re.fullmatch(r"\d{4}", word)) and _EARLIEST <= int(word) <= _LATEST


def _month_of(word: str) -> int:
    return int(Speech.english().data["months"].get(word, 0))


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    return Period(first, first + timedelta(days=1))


def _months(year: int, month: int, count: int) -> Period | None:
    if not 1 <= month <= 12 or not _EARLIEST <= year <= _LATEST:
        return None
    later = month - 1 + count
    return Period(date(year, month, 1), date(year + later // 12, later % 12 + 1, 1))
