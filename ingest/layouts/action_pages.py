"""Finds the action tables of a document, page by page, each with its heading and the texts around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Block, Document, Heading, Paragraph, Row, Table
from ingest.layouts.panels import Panel, SideText, is_labelled, panels_in, side_texts
from ingest.layouts.table_columns import Columns, columns_of, second_header
from ingest.layouts.table_rows import RowReading, is_mark, read_row
from ingest.source import Text

__all__ = ["NUMBERED_GOAL", "Page", "pages_of"]

NUMBERED_GOAL = re.compile(r"^(?:\w+ )?(?:Goal|Objective)\s*#?\s*(?P<number>\d+(?:\.\d+)?)\s*[:.–—-]\s*")

_TITLE_WORDS = 12
_LEAST_TIMES = 2  # columns of marks by which a table is known again without its header
_LOOK_BACK = 6  # blocks between a section's heading and its first table


@dataclass
class Page:
    """One action table: its rows as read, the heading above it, and the labelled texts beside it."""

    columns: Columns
    rows: list[RowReading]
    heading: Text = field(default_factory=Text)
    panels: list[Panel] = field(default_factory=list)
    sides: list[SideText] = field(default_factory=list)
    continues: bool = False
    """Whether the table goes on from the one before it, without a header of its own."""


def pages_of(document: Document) -> list[Page]:
    """Return the action tables in order; a table without a header goes on with the one just before it."""
    pages: list[Page] = []
    since: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Table):
            since.append(block)
            continue
        tables = _tables(block, pages[-1] if pages and _goes_on(pages[-1], since, block) else None)
        if tables:
            after, heading, before = _divided(since, first=not pages)
            if pages:
                _add_sides(pages[-1], after)
            tables[0].heading = heading
            tables[0].continues &= not since
            _add_sides(tables[0], before)
        elif pages:
            _add_sides(pages[-1], _divided(since, first=False)[0])
        pages.extend(tables)
        since = []
    if pages:
        _add_sides(pages[-1], _divided(since, first=False)[0])
    return pages


def _goes_on(page: Page, since: Sequence[Block], block: Table) -> bool:
    """Tell whether a table may go on with a page: at once, or below a title with but marks for when."""
    times = {*page.columns.horizons, *page.columns.periods}
    if not since and len(times) < _LEAST_TIMES and any(len(row) != page.columns.width for row in block.rows):
        return False
    if not since or len(times) < _LEAST_TIMES or len(since) > 1 or not _is_title(since[0]):
        return not since
    marks = [row.cells[at].text for row in block.rows for at in times if at < len(row)]
    filled = [text for text in marks if text]
    return bool(filled) and all(is_mark(text) for text in filled)


def _tables(block: Table, before: Page | None) -> list[Page]:
    """Return the pages in one table block, which begin at its header rows."""
    found: list[Page] = []
    for row in block.rows:
        columns = columns_of(row)
        if columns:
            found.append(Page(columns, [], panels=_header_panels(columns)))
        elif found and not found[-1].rows and (both := second_header(found[-1].columns, row)):
            found[-1].columns = both
        elif found:
            _add_row(found[-1], row)
        elif before and abs(len(row) - before.columns.width) <= 1:
            found.append(Page(before.columns, [], continues=True))
            _add_row(found[-1], row)
    return found


def _add_row(page: Page, row: Row) -> None:
    page.rows.append(read_row(row, page.columns))
    for text in page.columns.others(row):
        page.panels.extend(panels_in(text))


def _header_panels(columns: Columns) -> list[Panel]:
    return [panel for text in columns.others(columns.header) for panel in panels_in(text)]


def _add_sides(page: Page, blocks: Sequence[Block]) -> None:
    panels, sides = side_texts(blocks)
    page.panels.extend(panels)
    page.sides.extend(sides)


def _divided(blocks: list[Block], *, first: bool) -> tuple[list[Block], Text, list[Block]]:
    """Divide the blocks between two tables: what follows the one, the heading of the next, what precedes it.

    What stands before the first table of all belongs to it only near by.
    """
    titles = [i for i, block in enumerate(blocks) if _is_title(block)]
    if not titles:
        return ([], Text(), blocks[-_LOOK_BACK:]) if first else (blocks, Text(), [])
    last = titles[-1]
    heading = blocks[last].text if len(blocks) - last <= _LOOK_BACK else Text()  # type: ignore[union-attr]
    return blocks[: titles[0]], heading, blocks[last + 1 :][-_LOOK_BACK:]


def _is_title(block: Block) -> bool:
    """Tell whether a block is a heading or looks like one: a short line without an end, and no label."""
    if not isinstance(block, Heading | Paragraph):
        return False
    words = str(block.text)
    alone = isinstance(block, Heading) or len(block.lines) <= 1
    if alone and NUMBERED_GOAL.match(words) and not panels_in(block.text):
        return True
    if is_labelled(block) or re.search(r"[.:;,?!]$", words) or len(words.split()) > _TITLE_WORDS:
        return False
    return isinstance(block, Heading) or (len(block.lines) <= 1 and words[:1].isupper())
