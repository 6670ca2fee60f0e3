"""Plain text and Markdown, as office exports leave them: tab-separated tables, lists, bold labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Block, Cell, Document, Heading, ListItem, Paragraph, Row, Table
from ingest.readers.furniture import without_furniture
from ingest.readers.hyphens import rejoined
from ingest.readers.labelled import begins_with_label
from ingest.readers.lost_columns import lost_parts
from ingest.readers.marks import BULLETS, NUMBER
from ingest.readers.spaced import SpacedTable, spaced_parts, without_running_heads
from ingest.source import Source, Text

__all__ = ["BlockReader", "document_from_text"]

_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
_RULER = re.compile(r"^\s*(?:[-=_]{3,}\s+)+[-=_]{3,}\s*$")
_HEADING = re.compile(r"^\s{0,3}(?P<mark>#{1,6})\s+(?P<text>.+)$")
_BOLD_LINE = re.compile(r"^\s*\*\*(?P<text>[^*]+)\*\*\s*$")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,}|~{3,})$")
_UNDERLINE_OFF = 4  # letters by which a line of signs may be shorter or longer than its heading
_ITEM = re.compile(
    rf"^(?P<indent>\s*)(?:(?P<bullet>[-*{BULLETS}])\s+(?:(?P<inner>{NUMBER})(?:\s+|$))?"
    rf"|(?P<mark>{NUMBER})(?:\s+|$))(?P<text>.*)$"
)
# Optical character recognition makes a lone 'e' or 'o' of a bullet.
_OCR_ITEM = re.compile(r"^(?P<indent>\s*)(?P<mark>[eo])\s+(?P<text>[A-Z].*)$")
_LEAST_OCR_ITEMS = 3
_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE_CELL = re.compile(r"^\s*:?-{2,}:?\s*$")


def document_from_text(source: Source) -> Document:
    """Return the blocks of a text: headings, paragraphs, list items and tables, in order."""
    reader = BlockReader(_ocr_bullets(source.raw))
    lines, heads = without_running_heads([part for line in source.lines() for part in _of_pages(line)])
    reader.rules.extend(heads)
    for part in _parts(lines):
        if isinstance(part, SpacedTable):
            reader.take_table(part.table)
            reader.rules.extend(part.furniture)
        else:
            reader.take(part)
    blocks = tuple(reader.done())
    return without_furniture(Document(source, blocks, tuple(reader.rules)))


def _parts(lines: Sequence[Text]) -> Iterator[Text | SpacedTable]:
    """Yield the lines of a text, and in place of the lines of tables the tables."""
    for part in lost_parts(lines):
        if isinstance(part, SpacedTable):
            yield part
        else:
            yield from spaced_parts(part)


def _of_pages(line: Text) -> list[Text]:
    """Return the parts of a line that stand on pages of their own, which a form feed parts."""
    parts = line.split("\f")
    return [part for part in parts if part] or parts[:1]


def _ocr_bullets(raw: str) -> bool:
    return sum(bool(_OCR_ITEM.match(line)) for line in raw.split("\n")) >= _LEAST_OCR_ITEMS


@dataclass
class BlockReader:
    """Gathers lines until a block is complete."""

    ocr_bullets: bool = False
    blocks: list[Block] = field(default_factory=list)
    lines: list[Text] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    rules: list[Text] = field(default_factory=list)
    item: tuple[str, int] | None = None
    indents: list[int] = field(default_factory=list)
    raw: Text | None = None
    """The line above, as it stands in the file."""

    def take(self, line: Text) -> None:
        """Add one line of the file."""
        if _RULER.match(line.value):
            self._close()
            self.rules.append(line)  # dashes that part columns, of which no table is left
        elif "\t" in line.value or _PIPE_ROW.match(line.value):
            self._close_text()
            self._take_row(line)
        elif (level := self._underlines(line)) and self.raw is not None:
            words, self.lines, self.item = self.raw, [], None
            self.take_heading(words, level)
        elif not line.value.strip() or _RULE.match(line.value):
            self._close()
        elif heading := (_HEADING.match(line.value) or _BOLD_LINE.match(line.value)):
            level = len(heading.groupdict().get("mark") or "")
            self.take_heading(line.group(heading, "text"), level)
        elif item := self._item(line.value):
            self._close()
            self.item = self._mark(item)
            self.lines.append(line.group(item, "text"))
        else:
            self._close_table()
            if self.lines and begins_with_label(self.lines[-1].value, line.value):
                self._close_text()
            self.lines.append(line)
        self.raw = line

    def take_heading(self, text: Text, level: int) -> None:
        """Add a heading whose level the file itself tells, 0 where it does not."""
        self._close()
        self.blocks.append(Heading(text.clean(), level))

    def take_table(self, table: Table) -> None:
        """Add a table whose rows are known."""
        self._close()
        self.blocks.append(table)

    def end_block(self) -> None:
        """End the paragraph, item or table, as an empty line does."""
        self._close()

    def done(self) -> Iterator[Block]:
        """Return the blocks after the last line."""
        self._close()
        return iter(self.blocks)

    def _underlines(self, line: Text) -> int:
        """Return the level of the heading that a line of signs stands under, 0 where it is a mere rule."""
        rule = line.value.strip()
        if not _UNDERLINE.match(rule) or len(self.lines) != 1 or self.raw is None:
            return 0
        words = self.raw.value.strip()
        fits = abs(len(rule) - len(words)) <= _UNDERLINE_OFF
        whole = not words.endswith((".", ",", ";", ":")) and not re.search(r"\S\s{2,}\S", words[3:])
        return (1 if rule[0] == "=" else 2) if fits and whole and words[:1].isalnum() else 0

    def _item(self, line: str) -> re.Match[str] | None:
        return _ITEM.match(line) or (_OCR_ITEM.match(line) if self.ocr_bullets else None)

    def _mark(self, match: re.Match[str]) -> tuple[str, int]:
        groups = match.groupdict()
        mark = groups.get("inner") or groups.get("mark") or groups.get("bullet") or ""
        return mark.strip(), self._depth(len(groups["indent"].expandtabs(4)))

    def _depth(self, indent: int) -> int:
        """Return how deep an item lies among the items just before it; a new list starts at 0."""
        if not (self.blocks and isinstance(self.blocks[-1], ListItem)):
            self.indents = []
        self.indents = [*(i for i in self.indents if i < indent), indent]
        return len(self.indents) - 1

    def _take_row(self, line: Text) -> None:
        row = _row(line)
        if all(_RULE_CELL.match(str(cell.raw)) for cell in row if cell.raw.value.strip()):
            self.rules.append(line)  # a line of dashes between header and rows, or an empty row
        else:
            self.rows.append(row)

    def _close(self) -> None:
        self._close_text()
        self._close_table()

    def _close_text(self) -> None:
        lines = tuple(rejoined(clean for line in self.lines if (clean := line.clean())))
        if self.item is not None:
            mark, depth = self.item
            self.blocks.append(ListItem(Text.join(lines), mark, depth, lines))
        elif lines:
            self.blocks.append(Paragraph(Text.join(lines), lines))
        self.lines, self.item = [], None

    def _close_table(self) -> None:
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
        self.rows = []


def _row(line: Text) -> Row:
    parts = line.split("\t") if "\t" in line.value else line.split(_PIPE)[1:-1]
    return Row(tuple(Cell(part, part.clean(), column) for column, part in enumerate(parts)))
