"""Plain text and Markdown, as office exports leave them: tab-separated tables, lists, bold labels."""

from collections.abc import Iterator
from dataclasses import dataclass, field
import re

from ingest.document import Block, Cell, Document, Heading, ListItem, Paragraph, Row, Table
from ingest.readers.furniture import without_furniture
from ingest.source import Source, Text

__all__ = ["document_from_text"]

_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
_HEADING = re.compile(r"^\s{0,3}(?P<mark>#{1,6})\s+(?P<text>.+)$")
_BOLD_LINE = re.compile(r"^\s*\*\*(?P<text>[^*]+)\*\*\s*$")
_ITEM = re.compile(
    r"^(?P<indent>\s*)(?:(?P<bullet>[-*•●▪◦])\s+(?P<inner>(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)?"
    r"|(?P<mark>(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?:\s+|$))(?P<text>.*)$"
)
# Optical character recognition makes a lone 'e' or 'o' of a bullet.
_OCR_ITEM = re.compile(r"^(?P<indent>\s*)(?P<mark>[eo])\s+(?P<text>[A-Z].*)$")
_LEAST_OCR_ITEMS = 3


def document_from_text(source: Source) -> Document:
    """Return the blocks of a text: headings, paragraphs, list items and tables, in order."""
    reader = _Blocks(_ocr_bullets(source.raw))
    for line in source.lines():
        reader.take(line)
    return without_furniture(Document(source, tuple(reader.done())))


def _ocr_bullets(raw: str) -> bool:
    return sum(bool(_OCR_ITEM.match(line)) for line in raw.split("\n")) >= _LEAST_OCR_ITEMS


@dataclass
class _Blocks:
    """Gathers lines until a block is complete."""

    ocr_bullets: bool
    blocks: list[Block] = field(default_factory=list)
    lines: list[Text] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    item: tuple[str, int] | None = None

    def take(self, line: Text) -> None:
        """Add one line of the file."""
        if "\t" in line.value:
            self._close_text()
            self.rows.append(_row(line))
        elif not line.value.strip() or _RULE.match(line.value):
            self._close()
        elif heading := (_HEADING.match(line.value) or _BOLD_LINE.match(line.value)):
            self._close()
            level = len(heading.groupdict().get("mark") or "")
            self.blocks.append(Heading(line.group(heading, "text").clean(), level))
        elif item := self._item(line.value):
            self._close()
            self.item = _mark(item)
            self.lines.append(line.group(item, "text"))
        else:
            self._close_table()
            self.lines.append(line)

    def _item(self, line: str) -> re.Match[str] | None:
        return _ITEM.match(line) or (_OCR_ITEM.match(line) if self.ocr_bullets else None)

    def done(self) -> Iterator[Block]:
        """Return the blocks after the last line."""
        self._close()
        return iter(self.blocks)

    def _close(self) -> None:
        self._close_text()
        self._close_table()

    def _close_text(self) -> None:
        lines = [clean for line in self.lines if (clean := line.clean())]
        if self.item is not None:
            mark, depth = self.item
            self.blocks.append(ListItem(Text.join(lines), mark, depth))
        elif lines:
            self.blocks.append(Paragraph(Text.join(lines), tuple(lines)))
        self.lines, self.item = [], None

    def _close_table(self) -> None:
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
        self.rows = []


def _mark(match: re.Match[str]) -> tuple[str, int]:
    groups = match.groupdict()
    mark = (groups.get("inner") or groups.get("mark") or groups.get("bullet") or "").strip()
    return mark, len(groups["indent"].expandtabs(4)) // 2


def _row(line: Text) -> Row:
    parts = line.split("\t")
    return Row(tuple(Cell(part, part.clean(), column) for column, part in enumerate(parts)))
