"""Writes down, as one text with known places, what a file holds that is no text itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Document
from ingest.readers.text import BlockReader
from ingest.source import Source, Text

__all__ = ["CUT", "HYPHEN", "Manuscript"]

CUT = "\ufdd0"  # no letter of any language
"""Stands where a line's end cut a word: a blank in the file as it is quoted, nothing in the text."""
HYPHEN = "\ufdd1"
"""Stands where a word was parted by a hyphen for a line's end: a hyphen and a blank in the file."""
Unsure = Sequence[tuple[int, float]]
_STAND_FOR = {CUT: " ", HYPHEN: "- "}


@dataclass
class Manuscript:
    """Gathers lines, headings and table rows of a PDF or DOCX as the reader of texts takes them.

    What is written is what evidence quotes; each mark names the page or cell from there on.
    """

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _marks: list[tuple[int, int | str]] = field(default_factory=list)
    _blocks: BlockReader = field(default_factory=BlockReader)
    _furniture: list[Text] = field(default_factory=list)
    _row: list[Text] = field(default_factory=list)
    _line: Text | None = None

    def mark(self, name: int | str) -> None:
        """Begin a page (a number) or a paragraph or cell (its name)."""
        if self._marks and self._marks[-1][0] == self._length:
            self._marks.pop()
        self._marks.append((self._length, name))

    def line(self, words: str) -> None:
        """Write a line of running text or of a list."""
        self._end()
        self._line = self._written(words.replace("\t", " "), "\n")

    def more_of_line(self, words: str, glue: str = " ") -> None:
        """Write what goes on with the last line, which only the width of the page cut.

        The glue is CUT or HYPHEN where the line's end stands within a word.
        """
        before = self._line or Text()
        if before and before.offsets[-1] + 2 == self._length:  # nothing was written in between
            self._parts[-1] = self._parts[-1][:-1] + " "
        if glue == HYPHEN:
            before = before[:-1]
        more = self._written(words.replace("\t", " "), "\n")
        self._line = Text.join([before, more], " " if glue == " " else "")

    def heading(self, words: str, level: int) -> None:
        """Write a heading; level 0 where the file does not tell it."""
        self._end()
        self._blocks.take_heading(self._written(words.replace("\t", " "), "\n"), level)

    def row(self, cells: Sequence[str], names: Sequence[str] = ()) -> None:
        """Write a row of a table, with a name for each cell where cells have names.

        A line's end in a cell parts its paragraphs.
        """
        self._end()
        self._row = self._cells(cells, names)

    def more_of_row(self, cells: Sequence[str]) -> None:
        """Write what the last row goes on with on the next page, cell by cell."""
        self._row = [Text.join(pair) for pair in zip(self._row, self._cells(cells, ()), strict=True)]

    def furniture(self, words: str) -> None:
        """Write a page's header or footer, which is no part of the plan."""
        self._furniture.append(self._written(words, "\n"))

    def end_block(self) -> None:
        """End the paragraph, list item or table."""
        self._end()
        self._blocks.end_block()

    def document(self, name: str, media_type: str, sha256: str, unsure: Unsure = ()) -> Document:
        """Return the document that was written, with how sure the words of scanned pages are."""
        self.end_block()
        marks = tuple(self._marks)
        source = Source(name, "".join(self._parts), media_type, sha256, marks, unsure=tuple(unsure))
        return Document(source, tuple(self._blocks.done()), tuple(self._furniture))

    def _cells(self, cells: Sequence[str], names: Sequence[str]) -> list[Text]:
        written = []
        for n, words in enumerate(cells):
            if names:
                self.mark(names[n])
            lines = "\n".join(line for part in words.split("\n") if (line := " ".join(part.split())))
            written.append(self._written(lines, "\t" if n + 1 < len(cells) else "\n"))
        return written

    def _end(self) -> None:
        """Hand a line or row on only when it is known that it does not go on."""
        if self._line is not None:
            line, self._line = self._line, None
            self._blocks.take(line)
        if self._row:
            row = self._row[0]
            for cell in self._row[1:]:
                row = Text(f"{row.value}\t{cell.value}", (*row.offsets, -1, *cell.offsets))
            self._row = []
            self._blocks.take(row if "\t" in row.value else Text(row.value + "\t", (*row.offsets, -1)))

    def _written(self, words: str, end: str) -> Text:
        start, letters, offsets = self._length, [], []
        raw = "".join(_STAND_FOR.get(letter, letter) for letter in words)
        for letter in words:
            if letter not in _STAND_FOR:
                letters.append(letter)
                offsets.append(start)
            start += len(_STAND_FOR.get(letter, letter))
        self._parts.append(raw + end)
        self._length += len(raw) + len(end)
        return Text("".join(letters), tuple(offsets))
