"""PDF pages drawn line by line: tables with chosen rules, cut words, text columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

__all__ = ["Drawing", "drawn"]

_HEIGHT = letter[1]


@dataclass
class Drawing:
    """What is drawn on one page, in points from the left and the top."""

    words: list[tuple[float, float, str]] = field(default_factory=list)
    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    grey: float = 0.9
    font: str = "Helvetica"
    size: float = 10

    def table(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]) -> "Drawing":
        """Rule a table and set the cells' lines, parted by '|', at their tops."""
        self.level += [(y, xs[0], xs[-1]) for y in ys]
        self.upright += [(x, ys[0], ys[-1]) for x in xs]
        return self.cells(xs, ys, rows)

    def cells(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]) -> "Drawing":
        """Set the cells' lines without rules."""
        for y, row in zip(ys, rows, strict=False):
            for x, cell in zip(xs, row, strict=False):
                for n, line in enumerate(cell.split("|")):
                    self.words.append((x + 4, y + 12 + 12 * n, line))
        return self


def drawn(*pages: Drawing) -> bytes:
    """Return a PDF of these pages."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for page in pages:
        canvas.setFillGray(page.grey)
        for left, top, right, bottom in page.boxes:
            canvas.rect(left, _HEIGHT - bottom, right - left, bottom - top, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(page.font, page.size)
        for left, top, words in page.words:
            canvas.drawString(left, _HEIGHT - top, words)
        for at, start, end in page.level:
            canvas.line(start, _HEIGHT - at, end, _HEIGHT - at)
        for at, start, end in page.upright:
            canvas.line(at, _HEIGHT - start, at, _HEIGHT - end)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
