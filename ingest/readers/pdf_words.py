"""The words of a PDF page with their places and type, and the marks that picture fonts stand for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.readers.pdf_marks import mark_of

__all__ = ["Word", "found_words", "plain", "words_of"]

_GAPS = {"x_tolerance_ratio": 0.15, "return_chars": True}  # gaps are judged by the size of the type
# Bullets as the fonts of office programs code them, and letters that a PDF does not name.
_BULLET = re.compile(
    r"\(cid:\d+\)|[\uf0b7\uf0a7\uf0d8\uf076\u2023\u2043\u2219\u25cb\u25a0\u25c6\u27a2\u27a4\u2756]"
)
_LETTERS = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\t": " "})
_LEAST_CUT = 1.0  # points on both sides of a rule, from which on it cuts a word


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in points from the left and the top, and the type that it is set in."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def x(self) -> float:
        """The middle from the left."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """The middle from the top."""
        return (self.top + self.bottom) / 2


def found_words(page: Any) -> list[dict[str, Any]]:
    """Return the words of a page of pdfplumber's as it finds them, with their letters."""
    words: list[dict[str, Any]] = page.extract_words(**_GAPS)
    return words


def words_of(found: Iterable[dict[str, Any]], bars: Iterable[tuple[float, float, float]]) -> list[Word]:
    """Return words, cut at the upright sides of cells (place, top, bottom)."""
    upright = sorted(bars)
    return [word for one in found for word in _cut(one["chars"], upright)]


def plain(text: str) -> str:
    """Return words with bullets and joined letters as people type them."""
    return " ".join(_BULLET.sub("•", text).translate(_LETTERS).split())


def _cut(chars: list[dict[str, Any]], bars: list[tuple[float, float, float]]) -> Iterator[Word]:
    """Yield the word that letters form, in two where a bar of a table stands between them."""
    left, right = chars[0]["x0"], chars[-1]["x1"]
    middle = (chars[0]["top"] + chars[0]["bottom"]) / 2
    for place, top, bottom in bars:
        if left + _LEAST_CUT < place < right - _LEAST_CUT and top <= middle <= bottom:
            before = [c for c in chars if (c["x0"] + c["x1"]) / 2 <= place]
            if before and len(before) < len(chars):
                yield _word(before)
                chars = chars[len(before) :]
                left = chars[0]["x0"]
    yield _word(chars)


def _word(chars: list[dict[str, Any]]) -> Word:
    sizes = Counter(round(c["size"], 1) for c in chars)
    font = chars[0]["fontname"].lower()
    text = mark_of(font, "".join(c["text"] for c in chars))
    return Word(
        plain(text),
        min(c["x0"] for c in chars),
        max(c["x1"] for c in chars),
        min(c["top"] for c in chars),
        max(c["bottom"] for c in chars),
        sizes.most_common(1)[0][0],
        "bold" in font or "black" in font,
    )
