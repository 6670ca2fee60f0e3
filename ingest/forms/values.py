"""What single cells say: the school year of a value, a target within a sentence, a horizon."""

import re
from functools import cache

from ingest.findings import Named, fold
from ingest.forms.record import Entry
from ingest.layouts.school_year import school_year
from ingest.source import Text
from ingest.wording import wording

__all__ = ["horizon_of", "stated_aim", "year_of"]

_MONTH = re.compile(r"^\W*(?P<month>[A-Za-z]{3,9})\.?,?\s+(?:\d{1,2},\s*)?(?P<year>(?:19|20)\d\d)\b")
_AIM = re.compile(
    r"\bto\s+(?:at\s+least\s+|no\s+more\s+than\s+|below\s+|under\s+|above\s+|over\s+)?"
    r"(?P<value>\$?\d[\d,.]*\d(?:\s?%|\s+percent)?|\$?\d(?:\s?%|\s+percent)?)(?![\w%-])"
    r"(?P<between>[^.;]*?)\bby\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?:school\s+year\s+)?"
    r"(?P<year>(?:19|20)\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SUMMER = ("jun", "jul", "aug")  # a school year ends in June; July and August may be of either


def year_of(entry: Entry) -> str | None:
    """Return the year of a value as its column or row names it, a school year in the one way."""
    found = school_year(entry.header) if entry.header else None
    if found:
        return found[0]
    month = _MONTH.match(str(entry.header))
    return (month and _of_month(month)) or entry.year or None


def _of_month(found: re.Match[str]) -> str | None:
    """Return the school year in which a month lies."""
    name, year = found["month"][:3].lower(), int(found["year"])
    months = [m[:3] for m in wording("front_matter")["months"]]
    if name not in months or name in _SUMMER[1:]:
        return None
    first = year - 1 if months.index(name) <= months.index(_SUMMER[0]) else year
    return f"{first}-{(first + 1) % 100:02d}"


def stated_aim(text: Text) -> tuple[Text, str]:
    """Return the value and year to which a sentence wants something brought; empty unless it says both.

    >>> stated_aim(Text("Raise the share of readers to 60% by 2030."))[1]
    '2030'
    """
    m = text.search(_AIM)
    if m is None or re.search(r"\d", m["between"]):
        return Text(), ""
    year = text.group(m, "year")
    found = school_year(year)
    return text.group(m, "value"), found[0] if found else str(year)


def horizon_of(text: Text) -> Named | None:
    """Return the horizon that a cell names."""
    name = _horizons().get(fold(_BRACKETS.sub(" ", str(text))))
    return Named("Horizon", name) if name else None


@cache
def _horizons() -> dict[str, str]:
    return {fold(words): name for name, ways in wording("forms")["horizons"].items() for words in ways}
