"""Who is responsible: cuts the cells of a table apart into units, also where a separator was lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from ingest.findings import fold
from ingest.short_forms import SHORT_FORM, expansion_before
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Responsible", "UnitCells"]

_BRACKET = re.compile(r"\((?P<inside>[^()]*)\)")
_SEPARATOR = re.compile(r"\s*(?:[,;\n|]|/(?=\s|$)|(?<=\s)/)\s*")
_SEMICOLON = re.compile(r"\s*[;\n|]\s*")
_SLASH = re.compile(r"\s*/\s*")
_AND = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_AND_LAST = re.compile(r"\s+(?:and|&|\+)\s*$", re.IGNORECASE)
_AND_FIRST = re.compile(r"^\s*(?:and|&|\+)\s+", re.IGNORECASE)
# A person with a title and a figure are no units; what the cell says is kept in words.
_NO_UNIT = re.compile(r"(?:Mr|Mrs|Ms|Dr)\.?\s+[A-Z]|[^A-Za-z]*$")
_OFTEN = 2  # cells with commas, or with semicolons
_EDGE = " ,;/&+\n\t"


@dataclass(frozen=True)
class Responsible:
    """The units of one cell, the lead first, and the cell's words where they name nobody in particular."""

    units: tuple[Text, ...] = ()
    note: str = ""


@dataclass
class UnitCells:
    """The cells of all columns of responsible units in a document, which explain each other."""

    names: Counter[str] = field(default_factory=Counter)
    whole: frozenset[str] = frozenset()
    """Names that hold separators of their own, as their short forms show."""
    semicolons: bool = False
    """Whether semicolons divide the units here, so that a comma is part of a name: 'Director, Facilities'."""
    spaced: bool = False
    """Whether names are divided by commas here, or by slashes with blanks: a bare slash is part of a name."""

    @classmethod
    def of(cls, cells: Iterable[Text]) -> "UnitCells":
        """Return what a document's cells teach: which names it uses, and how it writes the slash."""
        cells = list(cells)
        whole = {fold(cell.value[a:b]) for cell in cells for a, b in _abbreviated(cell.value)}
        divided = sum(";" in str(c) for c in cells) >= _OFTEN
        commas = sum(bool(re.search(r"[,;]", str(c))) for c in cells) >= _OFTEN
        spaced = commas or any(re.search(r"/\s|\s/", str(c)) for c in cells)
        units = cls(whole=frozenset(whole), semicolons=divided, spaced=spaced)
        units.names.update(_key(part) for cell in cells for part in units._parts(cell))
        return units

    def responsible(self, cell: Text) -> Responsible:
        """Return the units that a cell names."""
        leads: list[Text] = []
        others: list[Text] = []
        note = ""
        for unit in (u for part in self._parts(cell) for u in self._cut(part)):
            name, remark = _without_remark(unit)
            named = bool(name) and not _is_nobody(str(name)) and not _NO_UNIT.match(str(name))
            note = note or (str(cell) if not named or _is_nobody(remark) else "")
            if named:
                (leads if remark.lower() in _list("lead_marks") else others).append(name)
        return Responsible(tuple(_unique([*leads, *others])), note)

    def _parts(self, cell: Text) -> list[Text]:
        """Return the parts between separators; a name with separators of its own stays whole."""
        edges = [0, *(edge for span in self._whole_names(cell.value) for edge in span), len(cell)]
        parts: list[Text] = []
        for n, (start, end) in enumerate(pairwise(edges)):
            piece = cell[start:end]
            if n % 2:
                parts.append(piece)
            else:
                first = piece.search(_AND_FIRST) if n else None
                parts.extend(self._separated(piece[first.end() if first else 0 :]))
        return [clean for part in parts if (clean := _without_last_and(part.strip(_EDGE)))]

    def _whole_names(self, value: str) -> list[tuple[int, int]]:
        """Return where such names stand, with or without their short form in brackets."""
        spans = [(a, value.index(")", b) + 1) for a, b in _abbreviated(value)]
        for name in self.whole:
            for m in _pattern(name).finditer(value):
                if not any(a < m.end() and m.start() < b for a, b in spans):
                    spans.append(m.span())
        return sorted(spans)

    def _separated(self, piece: Text) -> Iterator[Text]:
        for part in piece.split(_SEMICOLON if self.semicolons else _SEPARATOR):
            sides = [_key(side) for side in part.split(_SLASH)]
            divides = not self.spaced or all(side in self.names for side in sides)
            yield from part.split(_SLASH) if len(sides) > 1 and divides else [part]

    def _cut(self, part: Text) -> Iterator[Text]:
        """Yield the units of a part: cut at an 'and' between units, and where a separator was lost."""
        for m in _AND.finditer(part.value):
            sides = (part[: m.start()], part[m.end() :])
            if max(self.names[_key(side)] for side in sides) >= self.names[_key(part)] > 0:
                yield from (unit for side in sides for unit in self._cut(side))
                return
        at = self._lost_separator(part)
        if at:
            yield part[:at].strip()
            yield from self._cut(part[at:].strip())
        elif part:
            yield part

    def _lost_separator(self, part: Text) -> int:
        """Return where a name that stands alone elsewhere ends and another begins, or 0.

        What follows must itself be a name used elsewhere, a short form, or the last word of such a name.
        """
        own = self.names[_key(part)]
        blanks = [m.start() for m in re.finditer(r"\s+", part.value)]
        for at in reversed(blanks):
            times, rest = self.names[_key(part[:at])], part[at:].strip()
            joined = _AND_FIRST.match(part.value[at:])
            if times and times >= own and not joined and self._can_follow(rest, _key(part), times):
                return at
        return 0

    def _can_follow(self, rest: Text, whole: str, times: int) -> bool:
        """Tell whether what is left of a part can be a unit, when its first words are one."""
        key = _key(rest)
        first = key.split()[0] if key else ""
        if self.names[key] or SHORT_FORM.fullmatch(str(rest)):
            return True
        if self._lost_separator(rest):
            return True
        ends_names = any(name.endswith(f" {key}") for name in self.names if name != whole)
        return times > 1 and ends_names and first not in _list("unit_endings")


def _without_last_and(part: Text) -> Text:
    m = part.search(_AND_LAST)
    return part[: m.start()] if m else part


def _abbreviated(value: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand whose short form follows in brackets, as in 'A, B and C (ABC)'."""
    for m in _BRACKET.finditer(value):
        before = value[: m.start()]
        if SHORT_FORM.fullmatch(m["inside"]) and (span := expansion_before(before, m["inside"])):
            yield span


@cache
def _pattern(folded: str) -> re.Pattern[str]:
    """Return what finds a folded name again, however it writes commas and 'and'."""
    words = [word for word in folded.split() if word != "and"]
    return re.compile(r"\b" + r"[\s,/&]+(?:and\s+)?".join(map(re.escape, words)) + r"\b", re.IGNORECASE)


def _key(text: Text) -> str:
    """Return a name as it is compared: without case and what stands in brackets."""
    return fold(_BRACKET.sub(" ", str(text)))


def _without_remark(unit: Text) -> tuple[Text, str]:
    """Return a unit and the remark in brackets behind it, such as '(lead)' or '(all)', that is no name."""
    m = re.search(r"\((?P<inside>[^()]*)\)\s*$", str(unit))
    if m and (_is_nobody(m["inside"]) or m["inside"].strip().lower() in _list("lead_marks")):
        return unit[: m.start()].strip(), m["inside"].strip()
    return unit.strip(), ""


def _is_nobody(words: str) -> bool:
    return fold(words) in {fold(word) for word in _list("nobody")}


def _unique(units: list[Text]) -> Iterator[Text]:
    seen: set[str] = set()
    for unit in units:
        if _key(unit) not in seen:
            seen.add(_key(unit))
            yield unit


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(wording("action_tables")[name])
