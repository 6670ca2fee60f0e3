"""The rows of a form's tables: what each column holds, and whether a row goes on the one above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.document import Cell, Row
from ingest.forms.form import Form, RecordType
from ingest.forms.numbered import is_number, written_number
from ingest.forms.phrases import YEAR, year_in
from ingest.forms.prompts import without_prompt
from ingest.forms.record import NAMING, VALUES, Entry, Record
from ingest.layouts.cells import cell_pieces
from ingest.layouts.stream import Piece, continues
from ingest.source import Text
from ingest.wording import wording

__all__ = [
    "Columns",
    "append",
    "columns_of",
    "entries_of",
    "goes_on",
    "is_total",
    "is_whole",
    "joined_columns",
    "names_a_row",
    "number_of",
    "with_year",
]

_LEADING = re.compile(
    r"^\s*(?:\[[A-Z]{0,3}\s?(?P<code>\d{1,2}(?:\.\d{1,2}){0,3})\]|(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.:)]?)\s+(?=\S)"
)
_OF_YEARS = frozenset({"text", "skip"})  # what a table may tell once for each year, and nothing else
_WIDEST = 5  # columns that a word of the upper row may stand over where no cells are merged
_PAIR = 2  # columns of a table of labels with their values
_MOST_HEADER = 160  # characters of a column's header
_BARE = re.compile(r"(?=.*\w)\W*(?:no|nr|num|number|ref|reference|id|code|item)?\W*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{3}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass(frozen=True)
class Columns:
    """The columns of the table that is being read: the record's name, and each column's role and year."""

    name: str
    roles: tuple[str, ...]
    years: tuple[str, ...]
    header: tuple[Text, ...]
    naming: str = ""
    """The role of names beside numbers, where the first columns bear no header."""

    def go_on(self, before: "Columns | None") -> bool:
        """Tell whether this is the header of the table before, printed again."""
        return before is not None and (self.name, self.roles, self.years) == (
            before.name,
            before.roles,
            before.years,
        )

    @property
    def known(self) -> int:
        """How many columns have a role."""
        return sum(map(bool, self.roles))


def columns_of(form: Form, row: Row, upper: Row | None = None) -> Columns | None:
    """Return the columns that a row names, of the record that it names most columns of.

    First columns that it leaves blank hold numbers, and names beside them, unless another row above it
    may name them.
    """
    if any(len(without_prompt(c.text)) > _MOST_HEADER for c in row):
        return None
    found = [
        c for name, kind in form.records.items() if (c := _columns(name, kind, row, begins=upper is None))
    ]
    return max(found, key=lambda c: c.known, default=None)


def joined_columns(form: Form, upper: Row, lower: Row) -> Columns | None:
    """Return the columns that a head of two rows names together, or its lower row within the upper's."""
    row = _joined_head(upper, lower)
    if row is None or any(len(without_prompt(c.text)) > _MOST_HEADER for c in row):
        return None
    whole = [name for name, kind in form.records.items() if _all_named(kind, upper)]
    found = [
        c
        for name, kind in form.records.items()
        if (name not in whole or _all_named(kind, lower)) and (c := _columns(name, kind, row, lower))
    ]
    return max(found, key=lambda c: c.known, default=None)


def _joined_head(upper: Row, lower: Row) -> Row | None:
    """Return a head of two rows as one: words over several columns are words of each of them."""
    if len(upper) != len(lower) or any(len(c.text) > _MOST_HEADER for c in (*upper, *lower)):
        return None
    cells: list[Cell] = []
    over, left = Text(), 0
    for above, below in zip(upper, lower, strict=True):
        over, left = (above.text, above.span) if above.text else (over, left - 1)
        reaches = above.text or left > 0 or (over and below.text and above.span == 1 and left > -_WIDEST)
        text = Text.join([over if reaches else Text(), below.text])
        cells.append(Cell(text, text, above.column))
    return Row(tuple(cells))


def _columns(
    name: str, kind: RecordType, row: Row, lower: Row | None = None, *, begins: bool = True
) -> Columns | None:
    first = next((n for n, cell in enumerate(row) if cell.text), 0)
    found = [_column_of(kind, cell.text) if cell.text else ("", "") for cell in row]
    if begins:
        found[:first] = [(kind.unnamed, ""), *[("", "")] * first][:first]
    if lower and (below := _all_named(kind, lower)):
        own = [not f[0] and bool(b[0]) for f, b in zip(found, below, strict=True)]
        row = Row(tuple(low if o else c for c, low, o in zip(row, lower, own, strict=True)))
        found = [b if o else f for f, b, o in zip(found, below, own, strict=True)]
    naming = kind.naming if begins and first > 1 else ""
    naming = "" if naming in {role for role, _ in found} else naming
    found = _without_kind(found if "number" in kind.must or naming else _naming(found, row))
    roles = {role for role, _ in found if role}
    several = {(role, year) for role, year in found if role in _OF_YEARS}
    if max(len(roles), len(several)) < kind.least_columns or not roles.issuperset(kind.must):
        return None
    return Columns(
        name,
        tuple(role for role, _ in found),
        tuple(year for _, year in found),
        tuple(c.text for c in row),
        naming,
    )


def _without_kind(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave a column of values before the names where another holds these: it tells of what kind they are."""
    names = next((n for n, (role, _) in enumerate(found) if role == "title"), 0)
    return [
        ("", "") if n < names and role in VALUES and (role, year) in found[names:] else (role, year)
        for n, (role, year) in enumerate(found)
    ]


def _all_named(kind: RecordType, row: Row) -> list[tuple[str, str]]:
    """Return the columns of a head's lower row, where all that stands in it are headers."""
    found = [_column_of(kind, cell.text) if cell.text else ("", "") for cell in row]
    return found if all(role or not cell.text for cell, (role, _) in zip(row, found, strict=True)) else []


def _naming(found: list[tuple[str, str]], row: Row) -> list[tuple[str, str]]:
    """Take the column of numbers as that of names where the table has no other, as 'Metric #' over names."""
    roles = [role for role, _ in found]
    if "number" not in roles or "title" in roles or "text" in roles:
        return found
    bare = [bool(_BARE.fullmatch(str(cell.text))) for cell in row]
    return [
        ("title" if role == "number" and not b else role, year)
        for (role, year), b in zip(found, bare, strict=True)
    ]


def _column_of(kind: RecordType, header: Text) -> tuple[str, str]:
    """Return the role and year of a column; a question behind its header says nothing more."""
    found = _column(kind, str(header))
    return found if found[0] else _column(kind, str(without_prompt(header)))


def _column(kind: RecordType, header: str) -> tuple[str, str]:
    """Return the role of a column by its header, and the year that the header names."""
    header = " ".join(_CAMEL.split(header)) if " " not in header.strip() else header
    year, words = year_in(header)
    if year and (role := kind.column_of(words or YEAR)):
        return role, year
    return kind.column_of(header), ""


def number_of(entries: list[Entry]) -> str:
    """Return the number of a row: in a cell of its own, or at the head of its title, which then loses it."""
    for entry in entries:
        if entry.role == "number":
            return written_number(entry.text)
        if entry.role in ("title", "text") and (m := entry.pieces[0].text.search(_LEADING)):
            first = entry.pieces[0]
            entry.pieces[0] = replace(first, text=first.text[m.end() :].strip())
            return m["number"] or m["code"] or ""
    return ""


def entries_of(columns: Columns, row: Row, block: int) -> Iterator[Entry]:
    """Yield what stands in the cells of a row whose columns have a role; questions and labels say nothing."""
    if _asks(row) or _is_label(columns, row):
        return
    named = _named_by_number(columns, row)
    for cell, of, year, header in zip(row, columns.roles, columns.years, columns.header, strict=False):
        role = columns.naming if cell is named else of
        if role and cell.text:
            numbers = role.rpartition(".")[2] == "number"  # '(3)' alone is no mark of a list
            pieces = [Piece(cell.text, block=block)] if numbers else _pieces(cell, block)
            yield Entry(role, pieces, year, header, cell=True)


def _named_by_number(columns: Columns, row: Row) -> Cell | None:
    """Return the cell without a header that holds a name: the words beside a number without one."""
    blank = next((n for n, header in enumerate(columns.header) if header), 0) if columns.naming else 0
    first, *others = [*row][:blank] or [None]
    if first is None or not is_number(written_number(first.text)):
        return None
    beside = next((cell for cell in others if cell.text), None)
    return beside if beside and _NAME.search(str(beside.text)) else None


def is_total(name: Text) -> bool:
    """Tell whether a row sums up the others, and is none of them."""
    return re.fullmatch(wording("forms")["total"], str(name).strip(), re.IGNORECASE) is not None


def _is_label(columns: Columns, row: Row) -> bool:
    """Tell whether a row of a wide table is but a label that the form does not know, and its value."""
    filled = [str(c.text).rstrip() for c in row if c.text]
    return len(filled) <= _PAIR < len(columns.roles) and filled[:1] != [] and filled[0].endswith(":")


def _asks(row: Row) -> bool:
    """Tell whether a row holds but the form's own questions, below its header."""
    said = [str(c.text).rstrip() for c in row if c.text]
    return len(said) > 1 and all(words.endswith("?") for words in said)


def is_whole(columns: Columns | None, row: Row) -> bool:
    """Tell whether a row has a cell for each column of the open table, and names a record first."""
    return columns is not None and len(row) == len(columns.roles) > _PAIR and "title" in columns.roles[0]


def names_a_row(columns: Columns | None, row: Row) -> bool:
    """Tell whether the first cell only names a row of a wide table, and a record is named beside it."""
    if columns is None:
        return False
    roles = [role for cell, role in zip(row, columns.roles, strict=False) if cell.text]
    return len(row) == len(columns.roles) > _PAIR and roles[:1] == [""] and "title" in roles


def _pieces(cell: Cell, block: int) -> list[Piece]:
    return cell_pieces(cell, block) or [Piece(cell.text, block=block)]


def goes_on(record: Record, entries: list[Entry], begun: bool) -> bool:
    """Tell whether a row goes on with the record above: nothing in it names a new one."""
    if not entries or any(e.role.rpartition(".")[2] in NAMING for e in entries if "." in e.role):
        return False
    naming = [
        e for e in entries if e.role in ("number", "title") or (e.role == "text" and not record.of("title"))
    ]
    if not naming:
        return True
    if not begun or any(e.role == "number" for e in naming):
        return False
    if any(e.role == "number" for e in record.entries) and len(entries) < len(record.entries):
        return True  # rows of a table with numbers bear one; what a page begins with has its above
    before = [e for e in record.entries if e.role == naming[0].role]
    return bool(before) and continues(str(before[-1].text), str(naming[0].text))


def with_year(entries: list[Entry]) -> list[Entry]:
    """Return the cells of a row in which a cell tells the year, or the group, of the values beside it."""
    year = next((e.text for e in entries if e.role == "year"), None)
    group = next((e.text for e in entries if e.role == "group"), None)
    if not any(e.role in VALUES for e in entries) or not (year or group):
        return entries
    kept = [e for e in entries if e.role not in ("year", "group")]
    return [_of_year(e, year, group) if e.role in VALUES else e for e in kept]


def _of_year(entry: Entry, year: Text | None, group: Text | None) -> Entry:
    if year and not entry.year:
        entry = replace(entry, year=str(year), header=year)
    return replace(entry, group=group or Text())


def append(record: Record, entries: list[Entry], begun: bool) -> None:
    """Add a row's cells to the record above: more of a cell that a page's end cut, or one more value."""
    for entry in entries:
        same = [e for e in record.entries if e.role == entry.role and e.year == entry.year]
        if same and (begun or entry.role in ("title", "text")) and same[-1].text:
            same[-1].pieces[-1:] = _rejoined(same[-1].pieces[-1], entry.pieces)
        else:
            record.entries.append(entry)


def _rejoined(last: Piece, more: list[Piece]) -> list[Piece]:
    first, *rest = more
    if first.kind == "item" and first.mark:
        return [last, *more]
    return [Piece(Text.join([last.text, first.text]), last.kind, last.mark, last.depth, last.block), *rest]
