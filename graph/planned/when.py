"""School years in a time as a plan writes it, such as 'by June 2024' or '2016-20'."""

import re
from calendar import month_abbr, month_name
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["school_years", "year_name"]

_JULY = 7
_SPAN = re.compile(r"\b(20\d\d|\d\d)\s?[-–—/]\s?(20\d\d|\d\d)\b(?![-–/]\d)")
_DATE = re.compile(r"\b(1[0-2]|0?[1-9])/(?:[0-3]?\d/)?(20\d\d)\b")
_LONGEST = 20  # years; a longer span is no span of years


def school_years(text: str) -> tuple[int, ...]:
    """Return the first calendar years of the school years that a time names, in order, without gaps.

    A year alone is the school year that ends in it.

    >>> school_years("2023-24"), school_years("August 2023 to June 2025"), school_years("2016-20")
    ((2023,), (2023, 2024), (2016, 2017, 2018, 2019))
    >>> school_years("by fall"), school_years("19-20 data"), school_years("grades 9-12")
    ((), (2019,), ())
    """
    found: set[int] = set()
    rest = text
    for match in _SPAN.finditer(text):
        span = _span(match[1], match[2])
        if span:
            found |= set(span)
            rest = rest.replace(match[0], " ")
    for month, year in _DATE.findall(rest):
        found.add(_of_month(int(year), int(month)))
    for match in _moment().finditer(_DATE.sub(" ", rest)):
        month = _months().get((match["month"] or "").lower().rstrip("."), 1)
        found.add(_of_month(int(match["year"]), month))
    if not found or max(found) - min(found) > _LONGEST:
        return ()
    return tuple(range(min(found), max(found) + 1))


def year_name(first: int) -> str:
    """Return a school year as people write it.

    >>> year_name(1999)
    '1999-00'
    """
    return f"{first}-{(first + 1) % 100:02}"


def _span(first: str, last: str) -> range | None:
    """Return the school years between two years; two short ones only where the one follows the other."""
    short = len(first) == 2
    begin = int(first) + 2000 * short
    end = int(last) if len(last) > 2 else begin // 100 * 100 + int(last)
    if short and (len(last) > 2 or end != begin + 1 or int(first) < 10):  # not grades 9-10
        return None
    return range(begin, end) if begin < end <= begin + _LONGEST else None


def _of_month(year: int, month: int) -> int:
    return year if month >= _JULY else year - 1


@cache
def _months() -> dict[str, int]:
    seasons = yaml.safe_load(files("graph.planned").joinpath("words.yaml").read_text(encoding="utf-8"))
    named = {name.lower(): n for names in (month_name, month_abbr) for n, name in enumerate(names) if name}
    return {**seasons, **named, "sept": 9}


@cache
def _moment() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<month>{names})\.?(?:\s+\d{{1,2}})?(?:,?\s+|,\s*|\s*of\s+))?\b(?P<year>20\d\d)\b",
        re.IGNORECASE,
    )
