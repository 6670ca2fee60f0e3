"""One table of schools: its columns, what stands above it, and what marks mean in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.document import Block, Cell, Heading, Paragraph, Row, Table
from ingest.findings import Findings
from ingest.layouts.school_cells import States, schools_in, whole_school, without_state
from ingest.layouts.school_columns import Column, SchoolColumns, filled, level_of_words, school_columns
from ingest.layouts.school_facts import Placed, known_schools
from ingest.school_names import levels_of_grades, school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Grid", "NamedHere", "grids", "heading_level", "says"]

_ABOVE = 3
_BELOW = 2
_LONGEST = 400  # characters of a paragraph that may be a caption or a legend


@dataclass(frozen=True)
class NamedHere:
    """A school in a cell, with what its bracket states of a program there."""

    school: Placed
    state: str


@dataclass(frozen=True)
class Grid:
    """A table whose columns are understood, with what stands above and below it."""

    findings: Findings
    columns: SchoolColumns
    heading: Text
    texts: tuple[Text, ...]
    states: States

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows below the header."""
        return self.columns.rows

    @cached_property
    def known(self) -> frozenset[tuple[str, ...]]:
        """Return the base names of schools that the document has named so far."""
        return known_schools(self.findings)

    @property
    def caption(self) -> str:
        """Return the words above the table and of its header."""
        heads = (str(c.head) for c in self.columns.every.values())
        return " ".join([str(self.heading), *map(str, self.texts), *heads]).lower()

    @property
    def proposed(self) -> bool:
        """Tell whether the words right above say that it shows what is proposed, or else the heading."""
        near = [str(t).lower() for t in (*self.texts[:1], self.heading) if not _is_legend(t)]
        said = (w for w in near if says("caption_proposed", w) or says("caption_existing", w))
        words = next(said, "")
        return says("caption_proposed", words) and not says("caption_existing", words)

    def cell(self, row: Row, column: Column | None) -> Cell | None:
        """Return the cell of a column, where something stands in it."""
        return next((c for c in filled(row) if column and c.column == column.at), None)

    def text(self, row: Row, column: Column | None) -> Text:
        """Return the words of a column's cell."""
        cell = self.cell(row, column)
        return cell.text if cell else Text()

    def status(self, row: Row) -> str | None:
        """Return the status that columns of status or of years give a row; None where they give another."""
        status, start = (self.text(row, self.columns.first(role)) for role in ("status", "start"))
        if status:
            return self.states.of(str(status))
        above = "proposed" if self.proposed else "existing"
        if not start:
            return above
        column = self.columns.first("start")
        coming = column is not None and says("start_to_come", str(column.head).lower())
        return self.states.of(str(start)) or ("proposed" if coming else above)

    def schools(self, row: Row, column: Column, levels: Sequence[str] = ()) -> list[NamedHere]:
        """Return the schools in a column's cell."""
        cell = self.cell(row, column)
        found = []
        for entry in schools_in(cell, self.known) if cell else ():
            inside = levels_of_grades(str(entry.mark)) or levels or ([column.level] if column.level else ())
            _, state = without_state(entry.place, self.states)
            state = state or (self.states.of(str(entry.mark)) or "" if entry.mark else "")
            found.append(NamedHere(Placed(entry.name, tuple(inside), entry.place), state))
        return found

    def only_school(self, row: Row, column: Column, levels: Sequence[str] = ()) -> Placed | None:
        """Return the school of a column in which each cell names one."""
        found = self.schools(row, column, levels)
        if len(found) == 1:
            return found[0].school
        cell = self.cell(row, column)
        entry = whole_school(cell) if cell else None
        return Placed(entry.name, tuple(levels), entry.place) if entry else None

    def is_sure(self, schools: Sequence[Placed]) -> bool:
        """Tell whether most names are those of schools: by a level in them, or as the document knows them."""
        sure = [s for s in schools if school_name(str(s.name)).levels or s.key[0] in self.known]
        return len(sure) >= 1 and 2 * len(sure) >= len(schools)

    def read_header(self) -> None:
        """Say that the header is understood."""
        self.findings.mark_read(*(c.head for c in self.columns.every.values()))


def grids(findings: Findings) -> Iterator[Grid]:
    """Yield the tables of a document whose headers are those of tables of schools."""
    year = _year(findings)
    heading = Text()
    blocks = findings.document.blocks
    last: SchoolColumns | None = None
    around: list[Text] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            heading = block.text
        if not isinstance(block, Table):
            continue
        follows = number > 0 and isinstance(blocks[number - 1], Table)
        columns = school_columns(block)
        if last and follows and (columns is None or not columns.is_telling):
            columns = _continued(last, block) or columns
        last = columns
        if columns:
            around = around if follows else list(_texts(reversed(blocks[max(0, number - _ABOVE) : number])))
            below = list(_texts(blocks[number + 1 : number + 1 + _BELOW]))
            first = [c.text for row in block.rows for c in list(filled(row))[:1]]
            legend = [str(t) for t in (*around, *below, *first)]
            states = States.told(legend, year, ticked=_ticked(block))
            yield Grid(findings, columns, heading, tuple(around), states)


def _ticked(table: Table) -> bool:
    """Tell whether ticks stand in the cells of a table."""
    return any(str(c.text).strip() in wording("school_tables")["ticks"] for row in table.rows for c in row)


def _continued(last: SchoolColumns, table: Table) -> SchoolColumns | None:
    """Return the columns of the table right above for one without a header that goes on with its rows."""
    wide = max(len(row) for row in table.rows)
    same = wide == max(len(row) for row in last.rows)
    return SchoolColumns(last.every, table.rows) if same else None


def _is_legend(text: Text) -> bool:
    return "=" in str(text)


def says(kind: str, words: str) -> bool:
    """Tell whether words have one of a list's patterns."""
    return re.search("|".join(wording("school_tables")[kind]), words) is not None


def heading_level(grid: Grid) -> str:
    """Return the level of which the heading above says that its schools are."""
    return next((lv for t in (*grid.texts[:1], grid.heading) if (lv := level_of_words(str(t)))), "")


def _texts(blocks: Sequence[Block] | Iterator[Block]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Table):
            return
        if isinstance(block, Heading | Paragraph) and len(block.text) <= _LONGEST:
            yield block.text


def _year(findings: Findings) -> int:
    """Return the year in which the plan's school year begins; 0 where it says none."""
    said = " ".join(str(v) for v in findings.plan.get("schoolYear"))
    found = re.search(r"(?:19|20)\d\d", said or _heads(findings))
    return int(found[0]) if found else 0


def _heads(findings: Findings) -> str:
    """Return the first lines of a document, in which its year may stand."""
    first = findings.document.blocks[:4]
    return " ".join(
        str(b.text) for b in first if isinstance(b, Heading | Paragraph) and len(b.text) <= _LONGEST // 4
    )
