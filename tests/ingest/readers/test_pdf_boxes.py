"""Check boxes drawn as lines: a mark only where something lies in them, and no box where a grid is."""

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.readers.shown import read

_UP = letter[1]


def words(canvas: Canvas, out: BytesIO) -> str:
    canvas.showPage()
    canvas.save()
    return " ".join(read(out.getvalue(), "p.pdf").source.raw.split())


def page() -> tuple[Canvas, BytesIO]:
    out = BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, _UP - 60, "Kind of aim, to be marked by the school")
    return canvas, out


def box(canvas: Canvas, left: float, label: str, how: str = "") -> None:
    low = _UP - 100
    canvas.rect(left, low, 9, 9)
    canvas.drawString(left + 14, low + 1, label)
    if how == "cross":
        canvas.line(left + 1, low + 1, left + 8, low + 8)
        canvas.line(left + 1, low + 8, left + 8, low + 1)
    if how == "tick":
        path = canvas.beginPath()
        path.moveTo(left + 1, low + 5)
        path.lineTo(left + 4, low + 1)
        path.lineTo(left + 11, low + 11)
        canvas.drawPath(path)
    if how == "letter":
        canvas.drawString(left + 1.5, low + 1, "X")
    if how == "dot":
        canvas.rect(left + 2, low + 2, 5, 5, stroke=0, fill=1)


@pytest.mark.parametrize("how", ["cross", "tick", "letter", "dot"])
def test_a_box_is_checked_by_what_lies_in_it(how: str) -> None:
    canvas, out = page()
    box(canvas, 72, "Broad", how)
    box(canvas, 172, "Narrow")

    assert words(canvas, out).endswith("☒ Broad ☐ Narrow")


def test_squares_that_touch_are_a_grid_and_no_boxes() -> None:
    canvas, out = page()
    for n in range(4):
        canvas.rect(72 + 9 * n, _UP - 100, 9, 9)
    canvas.drawString(112, _UP - 99, "Weeks")

    assert "☐" not in words(canvas, out)


def test_a_box_with_a_number_or_without_words_is_none() -> None:
    canvas, out = page()
    box(canvas, 72, "Steps of the stair")
    canvas.drawString(74, _UP - 99, "1")
    canvas.rect(400, _UP - 300, 9, 9)

    assert not {"☐", "☒"} & {*words(canvas, out)}


def test_boxes_stand_in_the_cell_of_their_table() -> None:
    canvas, out = page()
    for at in (80, 110):
        canvas.line(60, _UP - at, 360, _UP - at)
    for x in (60, 210, 360):
        canvas.line(x, _UP - 80, x, _UP - 110)
    canvas.drawString(65, _UP - 99, "Kind")
    box(canvas, 216, "Broad", "cross")
    box(canvas, 280, "Narrow")

    assert "Kind ☒ Broad ☐ Narrow" in words(canvas, out)
