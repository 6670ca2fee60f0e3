"""Tells what the columns of a table of schools hold: levels, programs, where students come from or go."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.document import Cell, Row, Table
from ingest.findings import fold
from ingest.school_names import LEVELS, school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = [
    "Column",
    "SchoolColumns",
    "filled",
    "level_of_words",
    "only_levels",
    "role_of",
    "school_columns",
]

_LONGEST = 8  # words of a header
_MOST_HEADS = 3  # rows above the first row of schools
_ENOUGH = 2
_LONGEST_MARK = 2  # letters
_COUNT = re.compile(r"\s*(?:#|no\.\s|number\b|count\b|total\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds, by its header; a column of schools of one level knows that level."""

    at: int
    role: str
    head: Text
    level: str = ""


@dataclass(frozen=True)
class SchoolColumns:
    """The columns of a table, and its rows below the header."""

    every: Mapping[int, Column]
    rows: tuple[Row, ...]

    def of(self, role: str) -> list[Column]:
        """Return the columns of a role, from the left."""
        return [c for _, c in sorted(self.every.items()) if c.role == role]

    def first(self, role: str) -> Column | None:
        """Return the leftmost column of a role."""
        return next(iter(self.of(role)), None)

    @property
    def is_telling(self) -> bool:
        """Tell whether several headers are understood, and not just words such as a row may have."""
        return len([c for c in self.every.values() if c.role]) >= _ENOUGH

    @property
    def others(self) -> list[Column]:
        """Return the columns whose headers say nothing that tables of schools say in general."""
        return self.of("")


def school_columns(table: Table) -> SchoolColumns | None:
    """Return what the columns of a table hold, where two of them at least are those of such tables.

    A row above the header may name levels over several columns: the row that names what each row
    is of comes first.
    """
    able = [c for number in range(len(table.rows[:_MOST_HEADS])) if (c := _headed(table, number))]
    telling = (c for c in able if any(c.first(role) for role in ("programs", "school", "tier", "from")))
    return next(telling, able[0] if able else None)


def _headed(table: Table, number: int) -> SchoolColumns | None:
    """Return the columns under a row as the header, or under it and the next."""
    found = {c.at: c for c in _columns(table.rows[number])}
    rows = table.rows[number + 1 :]
    below = list(_columns(rows[0])) if rows else []
    apart = all(c.role and not (c.at in found and found[c.at].role) for c in below)
    if len(below) >= _ENOUGH and (apart or _goes_on(found, rows)):
        found |= {c.at: c for c in below}  # a header of two rows, the upper one over several columns
        rows = rows[1:]
    if rows and len(found) >= _ENOUGH and any(c.role for c in found.values()):
        return SchoolColumns(found, rows)
    return None


def _goes_on(found: Mapping[int, Column], rows: Sequence[Row]) -> bool:
    """Tell whether the row below a header belongs to it: what each row is of is not named there yet.

    The upper row then stands over several columns, and the next has the words of each.
    """
    named = next((c.at for c in found.values() if c.role in ("school", "programs")), None)
    if named is None or len(rows) < _ENOUGH:
        return False
    header, first = ({c.column: str(c.text) for c in filled(row)} for row in rows[:2])
    words = all(len(w) > _LONGEST_MARK for w in header.values())
    return words and len(header) >= len(found) - 1 and named not in header and named in first


def filled(row: Row) -> Iterator[Cell]:
    """Yield the cells of a row in which something stands."""
    yield from (cell for cell in row if cell.text)


def level_of_words(words: str) -> str:
    """Return the level that words name and nothing but it, as 'Middle Schools' or 'Grades 6-8' do."""
    levels = sorted(school_name(words).levels)
    return levels[0] if len(levels) == 1 and only_levels(words) else ""


def only_levels(words: str) -> bool:
    """Tell whether words say levels of schools and name no school: 'K-8', 'Comprehensive HS'."""
    bare = re.sub(r"\b(?:pre-?k|pk|tk|k|\d{1,2})\s*[-–—]\s*\d{1,2}\b", " ", words.lower())
    return bool(school_name(words).levels) and all(w in _level_words() for w in fold(bare).split())


def role_of(words: str) -> str:
    """Return what words say as the header of a column, or at the head of a row."""
    return _role(words)[0]


def _columns(row: Row) -> Iterator[Column]:
    for cell in filled(row):
        role, level = _role(str(cell.text))
        yield Column(cell.column, role, cell.text, level)


@cache
def _role(head: str) -> tuple[str, str]:
    """Return what a header says of its column, and its level."""
    plain = fold(re.sub(r"\((s|es)\)", r"\1", head))
    words = plain.split()
    if not words or len(words) > _LONGEST or _COUNT.match(head):
        return "", ""
    levels = [level for level in LEVELS if level in school_name(head).levels]
    level = levels[0] if len(levels) == 1 else ""
    for role, patterns in _directions():
        if patterns.search(plain):
            return role, level
    if own := level_of_words(head):
        return "schools", own
    bare = [w for w in words if not w.isdigit()]
    if _is_kind_of_school(head, bare):
        return "school", ""
    for role, (told, allowed) in _words().items():
        if not told.isdisjoint(bare) and set(bare) <= told | allowed:
            return role, ""
    return "", ""


def _is_kind_of_school(head: str, words: Sequence[str]) -> bool:
    """Tell whether a header is over schools of a kind, such as 'Magnet School' or 'Program site'."""
    if re.fullmatch("|".join(wording("school_tables")["where"]), " ".join(words)):
        return True
    (school, said), (programs, others) = (_words()[role] for role in ("school", "programs"))
    able = said - {"at", "of", "where"} | programs | others - {"and", "or", "by", "of"} | school
    return bool(words) and words[-1] in school and set(words) <= able and "/" not in head


@cache
def _directions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lists = wording("school_tables")
    return tuple((role, re.compile("|".join(lists[role]))) for role in ("next", "from"))


@cache
def _words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    lists = wording("school_tables")["columns"]
    return {role: (frozenset(said["told"]), frozenset(said["words"])) for role, said in lists.items()}


@cache
def _level_words() -> frozenset[str]:
    forms = {w for several in wording("schools")["levels"].values() for form in several for w in form.split()}
    return frozenset({*wording("school_tables")["level_words"], *forms})
