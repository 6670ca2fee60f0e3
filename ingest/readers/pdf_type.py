"""How a PDF is set: the size of its body, what makes a line a heading, where a paragraph ends."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.pdf_lines import Line

__all__ = ["Typography"]

_LARGER = 1.12  # times the body's size, from which on a line is a heading
_LONGEST_BOLD_HEADING = 110  # characters
_PADDING = 4.0  # points between a frame and the words in it
_LETTER = 0.5  # times the type's size, the usual width of a letter
_CLOSE = 0.4  # times the type's size, the gap between the lines of one heading
_USUAL_LEADING = 0.2  # times the type's size, the gap between lines
_WIDER = 0.35  # times the type's size, by which the gap before a paragraph is wider than between lines

_SOMEWHAT = 0.1  # times the type's size, the same where the line before had room for more


@dataclass(frozen=True, slots=True)
class Typography:
    """What a document's headings and paragraphs are known by."""

    headings: tuple[float, ...]
    margin: float
    right: float
    leading: float

    @classmethod
    def of(cls, pages: list[list[Line]], letters: Counter[float]) -> "Typography":
        """Find the type of a document from its lines, and from how many letters have which size.

        The body is the size in which most letters are set, those in tables included.
        """
        lines = [line for page in pages for line in page]
        body = letters.most_common(1)[0][0] if letters else 10.0
        larger = sorted({line.size for line in lines if line.size >= body * _LARGER}, reverse=True)
        left, right = min((x.left for x in lines), default=0.0), max((x.right for x in lines), default=0.0)
        found = cls(tuple(larger), left, right, _USUAL_LEADING)
        gaps = Counter(round(gap, 1) for page in pages for gap in found._gaps_within_paragraphs(page))
        return replace(found, leading=gaps.most_common(1)[0][0]) if gaps else found

    def level(self, line: Line) -> int | None:
        """Return the level of a heading, 0 for a bold line of the body's size, None for other lines."""
        if not any(c.isalpha() for c in line.text):
            return None
        if line.size in self.headings:
            return min(6, self.headings.index(line.size) + 1)
        short = len(line.text) <= _LONGEST_BOLD_HEADING and not line.text.endswith((".", ",", ";"))
        return 0 if line.bold and short else None

    def margin_of(self, line: Line) -> float:
        """Return where the column begins in which a line stands."""
        return max(self.margin, line.margin)

    def parts(self, before: Line, line: Line) -> bool:
        """Tell whether a line begins a new paragraph after another on the same page."""
        gap = _gap(before, line) - self.leading
        return (
            gap > _WIDER
            or (gap > _SOMEWHAT and not self.is_full(before, line))
            or not line.looks_like(before)
        )

    def is_full(self, before: Line, line: Line) -> bool:
        """Tell whether a line has no room for the first word of the next, so that it goes on there."""
        word = (len(line.text.split(maxsplit=1)[0]) + 1) * line.size * _LETTER
        return before.right + word > min(self.right, before.edge - _PADDING)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Tell whether a line is the next one of the same heading; headings are set close."""
        return before.looks_like(line) and _gap(before, line) <= _CLOSE

    def _gaps_within_paragraphs(self, page: Iterable[Line]) -> Iterator[float]:
        """Yield the gaps after full lines, as shares of the type's size; there a paragraph goes on."""
        for before, line in pairwise(page):
            gap = _gap(before, line)
            if before.looks_like(line) and -0.5 <= gap <= 1.5 and self.is_full(before, line):
                yield gap


def _gap(before: Line, line: Line) -> float:
    return (line.top - before.bottom) / line.size
