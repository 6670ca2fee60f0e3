"""One plan of headings, paragraphs, lists and tables, written as text, Markdown, DOCX, PDF and HTML."""

from collections.abc import Callable
from html import escape
from io import BytesIO
from itertools import groupby

from docx import Document as WordDocument
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table, TableStyle

__all__ = ["FORMATS", "Block"]

Block = tuple[str, str | list[list[str]]]
"""'h1', 'h2', 'p' or 'li' with its words, or 'table' with its rows, of which the first is the header."""
_WIDTH = 468  # points between the margins of a page


def text(blocks: list[Block]) -> bytes:
    """Return the plan as plain text: columns kept by tabs, lists by hyphens."""
    lines: list[str] = []
    for kind, body in blocks:
        if isinstance(body, list):
            lines += ["\t".join(row) for row in body] + [""]
        else:
            lines += [f"- {body}"] if kind == "li" else ["", body, ""]
    return "\n".join(lines).encode()


def markdown(blocks: list[Block]) -> bytes:
    """Return the plan as Markdown with pipe tables."""
    lines: list[str] = []
    for kind, body in blocks:
        if isinstance(body, list):
            rows = ["| " + " | ".join(row) + " |" for row in body]
            lines += ["", rows[0], "|" + "---|" * len(body[0]), *rows[1:], ""]
        else:
            mark = {"h1": "# ", "h2": "## ", "li": "- "}.get(kind, "")
            lines += [f"- {body}"] if kind == "li" else ["", mark + body, ""]
    return "\n".join(lines).encode()


def html(blocks: list[Block]) -> bytes:
    """Return the plan as a web page."""
    parts = []
    for kind, run in groupby(blocks, key=lambda b: b[0]):
        bodies = [body for _, body in run]
        if kind == "li":
            parts.append("<ul>" + "".join(f"<li>{escape(str(b))}</li>" for b in bodies) + "</ul>")
            continue
        parts += [_html_table(b) if isinstance(b, list) else f"<{kind}>{escape(b)}</{kind}>" for b in bodies]
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{''.join(parts)}</body></html>".encode()


def _html_table(rows: list[list[str]]) -> str:
    cells = ["".join(f"<td>{escape(c)}</td>" for c in row) for row in rows]
    return "<table>" + "".join(f"<tr>{c}</tr>" for c in cells) + "</table>"


def docx(blocks: list[Block]) -> bytes:
    """Return the plan as a Word document with styles."""
    word = WordDocument()
    for kind, body in blocks:
        if isinstance(body, list):
            table = word.add_table(rows=0, cols=len(body[0]), style="Table Grid")
            for row in body:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        elif kind == "li":
            word.add_paragraph(body, style="List Bullet")
        else:
            word.add_paragraph(body, style={"h1": "Heading 1", "h2": "Heading 2"}.get(kind, "Normal"))
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def pdf(blocks: list[Block]) -> bytes:
    """Return the plan as a PDF with ruled tables."""
    styles = getSampleStyleSheet()
    names = {"h1": "Heading1", "h2": "Heading2"}
    story = []
    for kind, body in blocks:
        if isinstance(body, list):
            cells = [[Paragraph(escape(c), styles["BodyText"]) for c in row] for row in body]
            grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
            story.append(Table(cells, colWidths=[_WIDTH / len(body[0])] * len(body[0]), style=grid))
        elif kind == "li":
            item = ListItem(Paragraph(escape(body), styles["BodyText"]))
            story.append(ListFlowable([item], bulletType="bullet", start="•"))
        else:
            story.append(Paragraph(escape(body), styles[names.get(kind, "BodyText")]))
    out = BytesIO()
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


FORMATS: dict[str, Callable[[list[Block]], bytes]] = {
    "txt": text,
    "md": markdown,
    "docx": docx,
    "pdf": pdf,
    "html": html,
}
