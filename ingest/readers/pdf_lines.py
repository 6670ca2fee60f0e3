"""The lines of a PDF page, put together from its words, with the type that they are set in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import inf

from ingest.readers.pdf_words import Word

__all__ = ["Line", "line_of", "lines_of_words", "rows_of"]

_ITEM = re.compile(r"(?:[-*•●▪◦–]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words with its place on the page, in points, and its type."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    edge: float = inf
    """Where the frame or column ends in which the line stands."""
    margin: float = -inf
    """Where the column begins in which the line stands; the page's own margin where it has but one."""

    @property
    def is_item(self) -> bool:
        """Tell whether the line begins with the mark of a list."""
        return bool(_ITEM.match(self.text))

    def within(self, frames: Iterable[tuple[float, float, float, float]]) -> "Line":
        """Return the line with the right edge of the narrowest frame around it."""
        edges = [
            right
            for left, top, right, bottom in frames
            if left <= self.left and self.right <= right and top <= self.top and self.bottom <= bottom
        ]
        return replace(self, edge=min(edges)) if edges and min(edges) < self.edge else self

    def looks_like(self, other: "Line") -> bool:
        """Tell whether two lines are set in the same type."""
        return abs(self.size - other.size) < 0.6 and self.bold == other.bold


def rows_of(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield the words of each height from the top, from the left; they overlap by half or more in height."""
    row: list[Word] = []
    for word in sorted(words, key=lambda w: (round(w.top), w.left)):
        if row and not row[0].top <= word.y <= row[0].bottom:
            yield sorted(row, key=lambda w: w.left)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda w: w.left)


def lines_of_words(words: Iterable[Word]) -> Iterator[Line]:
    """Yield the lines that words form, from the top."""
    return (line_of(row) for row in rows_of(words))


def line_of(words: list[Word]) -> Line:
    """Return the line of words that stand in order."""
    letters: Counter[float] = Counter()
    bold = 0
    for word in words:
        letters[word.size] += len(word.text)
        bold += len(word.text) if word.bold else 0
    return Line(
        " ".join(word.text for word in words if word.text),
        words[0].left,
        words[-1].right,
        min(w.top for w in words),
        max(w.bottom for w in words),
        letters.most_common(1)[0][0],
        bold > 0.9 * letters.total(),
    )
