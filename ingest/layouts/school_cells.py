"""Reads the cells of tables of schools: names of schools and programs, and what marks say of them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ingest.document import Cell
from ingest.findings import fold
from ingest.layouts.school_columns import only_levels
from ingest.school_lists import SchoolEntry, school_entries
from ingest.school_names import CODE, levels_of_grades
from ingest.source import Text
from ingest.wording import wording

__all__ = [
    "States",
    "is_blank",
    "is_name",
    "listed_programs",
    "program_texts",
    "schools_in",
    "whole_school",
    "without_state",
]

_MOST_WORDS = 7
_DIVIDER = re.compile(r"<br\s*/?>|</?(?:li|ul|ol|p)\b[^<>]*>|[;\n•●▪]|,(?![^()]*\))", re.IGNORECASE)
_LINE = re.compile(r"<br\s*/?>|</?(?:li|ul|ol|p)\b[^<>]*>|[\n•●▪]", re.IGNORECASE)
_GRADES = re.compile(
    r"\s*(?:grades?\s*)?(?:pre-?k|pk|tk|k|\d{1,2})(?:\s*(?:[-–—]|to|through)\s*(?:k|\d{1,2}))?\s*",
    re.IGNORECASE,
)
_OR = r"\s/\s|\s+or\s+(?=[A-Z])"
_LIST_MARK = re.compile(r"^\s*[-–*o•●▪]\s+")
_STATED = re.compile(
    r"\(\s*(?P<state>[^():]+?)\s*:\s*(?P<name>[^()]+?)(?:,\s*(?P<year>(?:19|20)\d\d[\d–-]*))?\s*\)"
)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:\s*[-–/]\s*(?:20)?\d\d)?\b")
_BEGINS = re.compile(rf"(?:fall|spring|summer|winter|in|sy|school year)?\s*{_YEAR.pattern}")
_LEGEND = re.compile(
    r"(?<![\w(])(?P<mark>[A-Z]{1,2}|[x✓✔●○◐•*■□▲])\s*(?:=|:|–|—|-|\bmeans\b)\s*(?P<words>[^;,.=()]{3,60}?)"
    r"(?=\s+\S{1,6}\s*=|[;,.()]|\s*$)"
)
_SMALL = {"of", "the", "de", "del", "la", "las", "los", "el", "at", "for", "and", "y", "&"}


def schools_in(cell: Cell, known: Collection[tuple[str, ...]] = ()) -> list[SchoolEntry]:
    """Return the schools that a cell of a column of schools names; nothing where part of it is no name."""
    raw = cell.raw
    if match := raw.search(_STATED):  # '(proposed: Hill Street, 2027)'
        return [
            SchoolEntry(raw.group(match, "name").clean(), raw.group(match, "state"), raw.group(match).clean())
        ]
    found = [_uncoded(e) for part in raw.split(_OR) for e in school_entries(part, known)]
    named = [e for e in found if not is_blank(str(e.name))]
    return named if all(is_name(str(e.name)) for e in named) else []


def whole_school(cell: Cell) -> SchoolEntry | None:
    """Return the one school of a cell whose name has a bracket or a dash within: 'Cole (J. R.) ES'."""
    clean = cell.text
    code = clean.search(CODE)
    several = r"[\n;]|<br" if code else r"[\n;,]|<br"  # of 'King, M. L. MS' the number says that it is one
    if re.search(several, str(cell.raw).strip()):
        return None
    name = clean[code.end() :] if code else clean
    bare = re.sub(r"\([^()]*\)|\s[-–—]\s|,", " ", str(name))
    once = sum(len(re.findall(rf"\b{re.escape(w)}\b", bare.lower())) for w in _level_forms()) <= 1
    return SchoolEntry(name, Text(), clean) if once and is_name(" ".join(bare.split())) else None


def _uncoded(entry: SchoolEntry) -> SchoolEntry:
    """Return an entry without the district's number before the name."""
    code = entry.name.search(CODE)
    return replace(entry, name=entry.name[code.end() :]) if code else entry


@cache
def _level_forms() -> tuple[str, ...]:
    """Return the single words that say a level of schools."""
    levels = wording("schools")["levels"].values()
    return tuple(sorted({form for forms in levels for form in forms if " " not in form}))


def is_blank(words: str) -> bool:
    """Tell whether words in a cell name nothing: none, a dash, 'n/a'."""
    return not re.search(r"\w", words) or fold(words) in _blank()


def program_texts(cell: Cell, *, one: bool = False) -> Iterator[Text]:
    """Yield the programs of a cell, or the cell as one program."""
    yield from listed_programs(cell.raw, one=one)


def listed_programs(raw: Text, *, one: bool = False) -> Iterator[Text]:
    """Yield the programs of a list in which commas, semicolons or lines stand between them."""
    for part in [raw] if one else raw.split(_LINE if _wrapped_list(raw) else _DIVIDER):
        clean = part.clean()
        if mark := clean.search(_LIST_MARK):
            clean = clean[mark.end() :]
        words = str(clean)
        if is_blank(words) or len(words.split()) > _MOST_WORDS + 1 or not re.match(r"[A-Z\d]", words):
            continue
        if not re.search(r"[A-Za-z]{2}", words) or words.endswith((".", "!", "?")):
            continue
        yield clean.strip(" ,;")


def _wrapped_list(raw: Text) -> bool:
    """Tell whether list marks part the cell, so that its commas belong to the names."""
    return re.search(r"</li>|[•●▪]", str(raw)) is not None


def without_state(text: Text, states: "States") -> tuple[Text, str]:
    """Return a name without the bracket behind it that states something, and what it states."""
    if mark := text.search(r"\s*[(\[](?P<in>[^()\[\]]*)[)\]]\s*$"):
        if _GRADES.fullmatch(mark["in"]):
            return text[: mark.start()].strip(), ""
        state = states.of(mark["in"])
        if state is not None and not levels_of_grades(mark["in"]):
            return text[: mark.start()].strip(), state
    return text, ""


def is_name(words: str) -> bool:
    """Tell whether words are written as the name of a school is."""
    tokens = words.split()
    if only_levels(words):
        return False
    if not tokens or len(tokens) > _MOST_WORDS or is_blank(words) or words.endswith((":", "!", "?")):
        return False
    if words.endswith(".") and tokens[-1].lower().strip(".") not in wording("schools")["short_words"]:
        return False
    capital = all(
        t[0].isupper() or t.lower() in _SMALL or t[0] in '#"“‘' or levels_of_grades(t) for t in tokens
    )
    return (capital and words[0].isupper()) or bool(re.match(r"(?:P\.?S\.?|I\.?S\.?|M\.?S\.?)\s?\d+", words))


@cache
def _blank() -> frozenset[str]:
    return frozenset(fold(str(w)) for w in wording("school_tables")["blank"])


@dataclass(frozen=True)
class States:
    """What marks and words in a table state, by its legend and by the year of the plan."""

    legend: Mapping[str, str]
    year: int = 0
    ticked: bool = False
    """Whether there are ticks, so that crosses say the contrary."""

    @classmethod
    def told(cls, texts: Collection[str], year: int = 0, *, ticked: bool = False) -> "States":
        """Read the legend that stands beside a table, such as 'X = offered; P = planned'."""
        legend = {}
        for text in texts:
            for match in _LEGEND.finditer(text):
                if (state := _of_words(match["words"].lower())) is not None:
                    legend[match["mark"].lower()] = state
        return cls(legend, year, ticked)

    def of(self, words: str) -> str | None:
        """Return 'existing' or 'proposed', '' where only a year is stated, None where nothing is."""
        plain = words.strip().lower().strip("()[]")
        if (marked := re.match(r"(\S{1,2})\s*\(", plain)) and self._is_mark(marked[1]):
            plain = marked[1]  # 'X (Tue/Thu)'
        if self._is_mark(plain):
            return self.legend.get(plain) or "existing"
        if (state := _of_words(plain)) is not None or _says(plain, "neither"):
            return state
        if match := _BEGINS.fullmatch(plain):
            later = int(match["year"]) > self.year
            return "" if not self.year else "proposed" if later else "existing"
        grades = re.fullmatch(r"(?:grades?\s*)?(?:pre-?k|pk|tk|k|\d{1,2})\s*[-–]\s*\d{1,2}", plain)
        return "existing" if grades and levels_of_grades(plain) else None

    def denies(self, words: str) -> bool:
        """Tell whether a mark says that there is nothing of it here: a cross beside ticks, 'No', a dash."""
        plain = words.strip().lower().strip("()[]")
        if plain in self.legend or (plain in wording("school_tables")["marks"] and not self.crossed(plain)):
            return False
        return plain in wording("school_tables")["denials"] or self.crossed(plain)

    def crossed(self, plain: str) -> bool:
        """Tell whether a mark is a cross in a table that has ticks as well."""
        return self.ticked and plain in wording("school_tables")["crosses"] and plain not in self.legend

    def _is_mark(self, plain: str) -> bool:
        known = plain in self.legend or plain in wording("school_tables")["marks"]
        return known and not self.crossed(plain)


def _of_words(plain: str) -> str | None:
    if _says(plain, "neither"):
        return None
    return next((state for state in ("proposed", "existing") if _says(plain, state)), None)


def _says(plain: str, kind: str) -> bool:
    return re.search("|".join(wording("school_tables")[kind]), plain) is not None
