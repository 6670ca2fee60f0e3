"""The words of one table cell of a PDF as lines, which know where a paragraph or a word goes on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf_lines import Line, lines_of_words
from ingest.readers.pdf_words import Word

__all__ = ["Cell", "CellLine", "cell_of", "words_in"]

_PADDING = 3.0  # points between a rule and the words beside it, at least
_LETTER = 0.5  # times the type's size, the usual width of a letter
_WIDEST = 0.85  # times the type's size, the width of an m
_WIDER = 0.45  # times the type's size, by which the gap before a paragraph is wider than between lines


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line in a cell: whether it begins a paragraph or item, and whether it has room for more letters."""

    text: str
    begins: bool = True
    full: bool = False


Cell = tuple[CellLine, ...]


def cell_of(words: Iterable[Word], left: float, right: float) -> Cell:
    """Return the lines that words form between the sides of a cell."""
    lines = [line for line in lines_of_words(words) if line.text]
    if not lines:
        return ()
    room = right - left - 2 * max(_PADDING, min(_PADDING * 2, min(line.left for line in lines) - left))
    usual = min((_gap(a, b) for a, b in pairwise(lines)), default=0.0)
    found = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        full = line.right - line.left + line.size * _WIDEST > room
        found.append(CellLine(line.text, before is None or _begins(before, line, room, usual), full))
    return tuple(found)


def words_in(cell: Sequence[CellLine]) -> str:
    """Return a cell's words in one line."""
    return " ".join(line.text for line in cell)


def _begins(before: Line, line: Line, room: float, usual: float) -> bool:
    """Tell whether a line begins a paragraph: its first word would have stood in the line before."""
    if line.is_item or _gap(before, line) > usual + _WIDER:
        return True
    first = (len(line.text.split(maxsplit=1)[0]) + 2) * line.size * _LETTER
    return before.right - before.left + first < room and not line.text[:1].islower()


def _gap(before: Line, line: Line) -> float:
    return (line.top - before.bottom) / line.size
