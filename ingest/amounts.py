"""Compares values as plans write them: amounts with their units, where it is sure what is compared."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.findings import fold
from ingest.source import Text

__all__ = ["Amount", "amount_of", "differ", "unit_in"]

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_AFTER = re.compile(
    r"\s*(?:(?P<points>(?:percentage|%|percent|per cent) points?|pp\b)|(?:%|percent\b|per cent\b|pct\b))"
)
_SCALE = re.compile(r"\s*(thousand|million|billion)\b")
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_MORE = re.compile(r"≥|>=?|\b(?:at least|or more|or higher|or above|or better|a minimum of|minimum of)\b")
_LESS = re.compile(r"≤|<=?")
_UNSURE = re.compile(r"[~+≈±–−-]\s*$|\b(?:about|approximately|around|nearly|almost|roughly|circa|ca|up to)\b")
_PATTERN = re.compile(r"""[#0.,;\s"'$%()-]*""")
_PERCENT = frozenset({"%", "percent", "percentage", "per cent", "pct"})


@dataclass(frozen=True, slots=True)
class Amount:
    """The one number of a value, its sign or measure, and what else the value says."""

    number: Decimal
    sign: str
    rest: frozenset[str]


def amount_of(value: str, unit: str = "") -> Amount | None:
    """Return the amount that a value is; None where it has no number, several, or a vague one.

    >>> amount_of("at least 30 percent") == amount_of("30", "%") == amount_of("30.0 %")
    True
    """
    words = value.lower()
    found = list(_NUMBER.finditer(words))
    if len(found) != 1:
        return None
    before, after = words[: found[0].start()], words[found[0].end() :]
    if _UNSURE.search(before) or _UNSURE.search(after):
        return None
    number = Decimal(found[0][0].replace(",", ""))
    if m := _SCALE.match(after):
        number, after = number.scaleb(_SCALES[m[1]]), after[m.end() :]
    sign = "$" if before.rstrip().endswith("$") else ""
    if m := _AFTER.match(after):
        sign, after = "points" if m["points"] else "%", after[m.end() :]
    if not sign and unit.strip().lower() in _PERCENT:
        sign = "%"
    measure = "" if sign else unit
    rest = _LESS.sub(" at most ", _MORE.sub(" ", f"{before} {after} {measure}"))
    return Amount(number, sign, frozenset(fold(rest).split()))


def differ(one: Amount | None, other: Amount | None) -> bool:
    """Tell whether two amounts are surely not the same; one may be the other rounded."""
    if one is None or other is None or (one.sign, one.rest) != (other.sign, other.rest):
        return False
    first, second = (_exponent(a.number) for a in (one, other))
    room = Decimal(0) if first == second else Decimal(1).scaleb(max(first, second))
    gap = abs(one.number - other.number)
    return gap > 0 if first == second else gap >= room


def unit_in(words: Text) -> Text:
    """Return a unit: what is written, or the sign in a pattern of numbers; empty where it has none."""
    if not _PATTERN.fullmatch(str(words)):
        return words
    sign = words.search("[%$]")
    return words.group(sign) if sign else Text()


def _exponent(number: Decimal) -> int:
    return int(number.as_tuple().exponent)
