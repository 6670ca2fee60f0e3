"""The lines of a PDF page, put together from its words, with the type that they are set in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Any

__all__ = ["Line", "lines_of_words", "plain"]

# Bullets as the fonts of office programs code them, and letters that a PDF does not name.
_BULLET = re.compile(
    r"\(cid:\d+\)|[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u2023\u2043\u2219\u25cb\u25a0\u25a1\u25c6\u27a2\u27a4\u2756]"
)
_ITEM = re.compile(r"(?:[-*•●▪◦–]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})


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
    """Where the frame ends in which the line stands."""

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
        return replace(self, edge=min(edges)) if edges else self

    def looks_like(self, other: "Line") -> bool:
        """Tell whether two lines are set in the same type."""
        return abs(self.size - other.size) < 0.6 and self.bold == other.bold


def lines_of_words(words: Iterable[dict[str, Any]]) -> Iterator[Line]:
    """Yield the lines that words form, from the top; words overlap in height by half or more in a line."""
    row: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda w: (round(w["top"]), w["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if row and not row[0]["top"] <= middle <= row[0]["bottom"]:
            yield _line(row)
            row = []
        row.append(word)
    if row:
        yield _line(row)


def plain(text: str) -> str:
    """Return words with bullets and joined letters as people type them."""
    return " ".join(_BULLET.sub("•", text).translate(_LIGATURES).split())


def _line(words: list[dict[str, Any]]) -> Line:
    words = sorted(words, key=lambda w: w["x0"])
    chars = [c for w in words for c in w["chars"]]
    sizes = Counter(round(c["size"], 1) for c in chars)
    bold = sum("bold" in c["fontname"].lower() or "black" in c["fontname"].lower() for c in chars)
    text = plain(" ".join(_word(w) for w in words))
    return Line(
        text,
        words[0]["x0"],
        words[-1]["x1"],
        min(w["top"] for w in words),
        max(w["bottom"] for w in words),
        sizes.most_common(1)[0][0],
        bold > 0.9 * len(chars),
    )


def _word(word: dict[str, Any]) -> str:
    """Return a word; a lone 'o' of a typewriter font is a bullet of Word's second level."""
    lone = word["text"] == "o" and "courier" in word["chars"][0]["fontname"].lower()
    return "◦" if lone else str(word["text"])
