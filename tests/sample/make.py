"""Makes the DOCX and PDF plans of the sample from the texts beside this file, the same each time."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml
from docx import Document
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

SOURCE = Path(__file__).parent / "source"
SAMPLE = Path(__file__).parents[2] / "sample"
_DAY = datetime(2020, 1, 1)  # file formats store it without a zone
_WIDTH = 500  # points, of 612 on a letter page
Block = dict[str, Any]


def build(source: Path) -> tuple[str, bytes]:
    """Return the file name and the bytes of the plan that a source text describes."""
    plan = yaml.safe_load(source.read_text(encoding="utf-8"))
    make = _pdf if plan["file"].endswith(".pdf") else _docx
    return plan["file"], make(plan["title"], plan["blocks"])


def same(one: bytes, other: bytes) -> bool:
    """Return whether two files hold the same, however a library compressed the parts of a DOCX."""
    return one == other or (one[:2] == other[:2] == b"PK" and _parts(one) == _parts(other))


def _parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _docx(title: str, blocks: list[Block]) -> bytes:
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = title, "goldenthread sample"
    properties.created = properties.modified = _DAY
    for block in blocks:
        _add_to_docx(document, block)
    loose = BytesIO()
    document.save(loose)
    return _same_dates(loose.getvalue())


def _add_to_docx(document: Any, block: Block) -> None:
    for text in block.get("bullets", ()):
        document.add_paragraph(text, style="List Bullet")
    for mark, text in _lettered(block.get("letters", [])):
        document.add_paragraph(f"{mark} {text}")
    if "heading" in block:
        document.add_heading(block["heading"], block["level"])
    elif "paragraph" in block:
        document.add_paragraph(block["paragraph"])
    elif "table" in block:
        _add_table(document, block["table"])


def _add_table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("")


def _same_dates(package: bytes) -> bytes:
    """Pack a DOCX again with one fixed date, since its parts carry the time of saving."""
    fixed = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(fixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _DAY.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return fixed.getvalue()


def _pdf(title: str, blocks: list[Block]) -> bytes:
    out = BytesIO()
    settings = {"title": title, "author": "goldenthread sample", "invariant": 1, "pageCompression": 0}
    template = SimpleDocTemplate(out, pagesize=letter, **settings)
    template.build([flowable for block in blocks for flowable in _flowables(block)])
    return out.getvalue()


def _flowables(block: Block) -> Iterator[Flowable]:
    styles = getSampleStyleSheet()
    if "heading" in block:
        yield Paragraph(escape(block["heading"]), styles[f"Heading{block['level']}"])
    elif "paragraph" in block:
        yield Paragraph(escape(block["paragraph"]), styles["BodyText"])
    elif "page" in block:
        yield PageBreak()
    elif "table" in block:
        yield _ruled_table(block["table"], styles["BodyText"])
        yield Spacer(1, 12)


def _ruled_table(rows: list[list[str]], style: Any) -> Table:
    cells = [[Paragraph(escape(text).replace("\n", "<br/>"), style) for text in row] for row in rows]
    first = 140 if len(rows[0]) == 2 and len(rows[0][0]) < 35 else 280
    others = (_WIDTH - first) / (len(rows[0]) - 1)
    table = Table(cells, colWidths=[first] + [others] * (len(rows[0]) - 1))
    grid = ("GRID", (0, 0), (-1, -1), 0.75, colors.black)
    table.setStyle(TableStyle([grid, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _lettered(texts: list[str]) -> Iterator[tuple[str, str]]:
    return ((f"{chr(ord('a') + i)}.", text) for i, text in enumerate(texts))


def main() -> None:
    """Write the files, or say with --check which of them differ from their source."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file is stale")
    check = parser.parse_args().check
    stale = []
    for source in sorted(SOURCE.glob("*.yaml")):
        name, body = build(source)
        target = SAMPLE / name
        if target.exists() and same(target.read_bytes(), body):
            continue
        stale.append(name)
        if not check:
            target.write_bytes(body)
    if check and stale:
        raise SystemExit(f"Out of date: {', '.join(stale)}; run python tests/sample/make.py.")


if __name__ == "__main__":
    main()
