"""What something costs or measures, as its plan states it: a number with its unit, or only words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from graph.ask.facets.quantities import Units
from graph.ask.lexicon import Lexicon, load_data
from graph.ask.sources import Sources

__all__ = ["Amount", "Amounts", "amounts_in", "written"]

_DATA = load_data("reckoning/tasks.yaml")
_SIGNS: str = _DATA["signs"]
_PERCENT: list[str] = _DATA["percent"]
_NUMBER = re.compile(
    r"(?P<before>[" + _SIGNS + r"])?\s?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?:\s?(?P<scale>" + "|".join(_DATA["scales"]) + r")\b)?(?:\s?(?P<after>%|[a-z]+)(?![a-z]))?",
    re.IGNORECASE,
)
_RATE = re.compile(_DATA["rates"], re.IGNORECASE)
_APART = re.compile(_DATA["apart"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, the text in which it stands, and the thing that it is of."""

    number: Decimal
    unit: str
    text: str
    thing: str


@dataclass(frozen=True)
class Amounts:
    """Reads amounts of things."""

    sources: Sources
    lexicon: Lexicon

    def of(self, thing: str) -> Amount | None:
        """Return the one amount of a thing, or None where none, or more than one, is stated."""
        texts = self.texts(thing)
        numbers = [Decimal(str(v)) for v in self._values(thing, "number")]
        units = [str(v) for v in self._values(thing, "unit")] or [u for t in texts for _, u in amounts_in(t)]
        if len(numbers) == 1:
            unit = units[0] if units else ""
            return Amount(numbers[0], _unit(unit), texts[0] if texts else str(numbers[0]), thing)
        found = [(a, t) for t in texts for a in amounts_in(t)]
        if len({a[1] for a, _ in found}) != 1 or not found:
            return None
        return Amount(sum((a[0] for a, _ in found), Decimal(0)), found[0][0][1], found[0][1], thing)

    def texts(self, thing: str) -> list[str]:
        """Return what is written of the money of a thing, with or without a number."""
        return [
            str(v)
            for name in self.lexicon.settings["amounts"]["texts"]
            for v in self.sources.values(thing, name)
        ]

    def total(self, thing: str) -> bool:
        """Say whether a plan calls an amount a total."""
        return any(str(v) == "true" for v in self._values(thing, "total"))

    def whole(self, thing: str) -> frozenset[str]:
        """Return what a thing is a part of."""
        return frozenset(str(v) for v in self._values(thing, "part"))

    def plan(self, thing: str) -> str:
        """Return the plan in which a thing stands."""
        by = self.lexicon.settings.get("holder", {}).get("by", "")
        return next((str(v) for v in self.sources.values(thing, by)), "") if by else ""

    def _values(self, thing: str, name: str) -> list[object]:
        prop = self.lexicon.settings["amounts"].get(name)
        return list(self.sources.values(thing, prop)) if prop else []


def amounts_in(text: str) -> list[tuple[Decimal, str]]:
    """Return the amounts that a text gives, none where they are rates or cannot be added.

    >>> amounts_in("$1,200.50"), amounts_in("$ 2 million")
    ([(Decimal('1200.50'), '$')], [(Decimal('2000000'), '$')])
    >>> amounts_in("no cost"), amounts_in("$50 per pupil"), amounts_in("$5 of $20")
    ([], [], [])
    """
    found = [m for m in _NUMBER.finditer(text) if m["before"] or _measured(m)]
    whole = next(iter(_NUMBER.finditer(text)), None)
    if not found and whole and whole["after"] is None and whole[0].strip() == text.strip():
        found = [whole]
    if any(_RATE.match(text, _end(m)) for m in found):
        return []
    if len(found) > 1 and any(_APART.search(text, _end(a), b.start()) for a, b in pairwise(found)):
        return []
    return [(_decimal(m), _unit(m["before"] or m["after"] or "")) for m in found]


def written(number: Decimal, unit: str) -> str:
    """Return an amount as it is written.

    >>> written(Decimal("1200"), "$"), written(Decimal("13.50"), "%"), written(Decimal("0.5"), "")
    ('$1,200', '13.5%', '0.5')
    """
    money = bool(unit) and unit in _SIGNS
    cents = money and number != number.to_integral_value()
    plain = f"{number:,.2f}" if cents else f"{number:,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain and not cents else plain
    if money:
        return f"{unit}{plain}"
    return f"{plain}{unit}" if unit == "%" else f"{plain} {unit}".strip()


def _end(match: re.Match[str]) -> int:
    """Where a number with its scale ends."""
    return max(match.end("number"), match.end("scale"))


def _measured(match: re.Match[str]) -> bool:
    """Whether a number stands before a unit of money, or a sign of percent."""
    after = (match["after"] or "").lower()
    known = Units.known()
    return after in _PERCENT or any(known.dimensions[u] == "money" for u in known.meant(after))


def _unit(said: str) -> str:
    """One sign for everything that a currency is called."""
    plain = said.strip().lower()
    if plain in _PERCENT:
        return "%"
    known = Units.known()
    for unit in known.meant(plain):
        if known.dimensions[unit] == "money":
            return next((s for s in _SIGNS if unit in known.meant(s)), unit)
    return said.strip()


def _decimal(match: re.Match[str]) -> Decimal:
    scale = Decimal(_DATA["scales"].get((match["scale"] or "").lower(), "1"))
    return Decimal(match["number"].replace(",", "")) * scale
