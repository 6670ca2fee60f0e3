"""Draws one page of a PDF as a picture, with the boxes of a quote marked on it.

Run as a program it takes the file by the pipe: python -m ingest.readers.pdf_picture PAGE QUOTE < FILE.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

__all__ = ["picture_of"]

_WIDTH = 1100  # dots
_MOST_HEIGHT = 1800
_MARK = (255, 226, 120)
_EDGE = (138, 97, 0)
_LEAST = 8  # letters of a line of the quote that is looked for by itself
_LETTER = re.compile(r"[^\W_]")

Box = tuple[float, float, float, float]


def picture_of(content: bytes, number: int, quote: str = "") -> bytes:
    """Return a page, from 1, as PNG; raises IndexError where there is no such page."""
    document = pypdfium2.PdfDocument(content)
    try:
        if not 1 <= number <= len(document):
            raise IndexError(f"page {number} of {len(document)}")
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(_WIDTH / max(width, 1), _MOST_HEIGHT / max(height, 1))
        picture = page.render(scale=scale).to_pil().convert("RGB")
        boxes = [(x0 * scale, (height - y1) * scale, x1 * scale, (height - y0) * scale)
                 for x0, y0, x1, y1 in _boxes(page, quote)]  # fmt: skip
        out = BytesIO()
        _marked(picture, boxes).quantize(128).save(out, "PNG", optimize=True)
        return out.getvalue()
    finally:
        document.close()


def _marked(picture: Image.Image, boxes: list[Box]) -> Image.Image:
    """Colour the boxes so that the words within stay black, with a line below that needs no colour."""
    wash = Image.new("RGB", picture.size, (255, 255, 255))
    pen = ImageDraw.Draw(wash)
    for x0, y0, x1, y1 in boxes:
        pen.rectangle((x0 - 2, y0 - 2, x1 + 2, y1 + 2), fill=_MARK)
        pen.line((x0 - 2, y1 + 3, x1 + 2, y1 + 3), fill=_EDGE, width=2)
    return ImageChops.multiply(picture, wash)


def _boxes(page: Any, quote: str) -> Iterator[Box]:
    """Yield the box of each line that a quote takes, in points from the page's lower left."""
    text = page.get_textpage()
    letters = text.get_text_range()
    places = [m.start() for m in _LETTER.finditer(letters)]
    plain = "".join(letters[at] for at in places).casefold()
    if len(plain) != len(places):  # a letter that folds to two
        plain = "".join(letters[at].lower()[:1] for at in places)
    for start, end in _found(plain, quote):
        yield from _lines([text.get_charbox(at) for at in places[start:end]])


def _found(plain: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where the quote stands among the letters alone, or else each of its lines."""
    for several in ([quote], quote.splitlines()):
        wanted = ["".join(_LETTER.findall(one)).casefold() for one in several]
        least = 1 if len(several) == 1 else _LEAST
        found = [(at, at + len(w)) for w in wanted if len(w) >= least and (at := plain.find(w)) >= 0]
        if found:
            yield from found
            return


def _lines(boxes: list[Box]) -> Iterator[Box]:
    """Yield the boxes of letters that stand side by side as one."""
    line: Box | None = None
    for x0, y0, x1, y1 in boxes:
        if line and min(y1, line[3]) - max(y0, line[1]) > 0 and x0 >= line[0] - 1:
            line = (line[0], min(y0, line[1]), max(x1, line[2]), max(y1, line[3]))
            continue
        if line:
            yield line
        line = (x0, y0, x1, y1)
    if line:
        yield line


if __name__ == "__main__":
    sys.stdout.buffer.write(picture_of(sys.stdin.buffer.read(), int(sys.argv[1]), sys.argv[2]))
