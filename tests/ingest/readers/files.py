"""Small PDF and DOCX files, made as the tests need them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

Part = str | tuple[str, ...] | list[list[str]]
"""A paragraph; a heading as ('h1', words); a page's end as ('page',); a table as rows."""


def pdf(parts: Sequence[Part], header: str = "", footer: bool = False) -> bytes:
    """Return a PDF of these parts, each page with a header and a number where they are wanted."""

    def edge(canvas: Canvas, template: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, letter[1] - 40, header)
        canvas.drawString(300, 30, f"Page {template.page}" if footer else "")

    out = BytesIO()
    template = SimpleDocTemplate(out, pagesize=letter, invariant=1)
    template.build([flowable for part in parts for flowable in _flowables(part)], edge, edge)
    return out.getvalue()


def _flowables(part: Part) -> list[Any]:
    styles = getSampleStyleSheet()
    if isinstance(part, str):
        return [Paragraph(part, styles["BodyText"])]
    if isinstance(part, tuple):
        return [PageBreak()] if part[0] == "page" else [Paragraph(part[1], styles[f"Heading{part[0][1]}"])]
    cells = [[Paragraph(text, styles["BodyText"]) for text in row] for row in part]
    table = Table(cells, colWidths=[450 / len(part[0])] * len(part[0]))
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.75, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    return [Spacer(1, 6), table, Spacer(1, 6)]


def lines_pdf(pages: Sequence[Sequence[tuple[float, float, str]]]) -> bytes:
    """Return a PDF of lines set at places in points from the left and the top."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        for left, top, words in page:
            canvas.drawString(left, letter[1] - top, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def saved(document: Any) -> bytes:
    """Return the bytes of a DOCX."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def new_docx() -> Any:
    """Return an empty DOCX."""
    return docx.Document()
