"""PDF files that are broken or meant to harm: one sentence each, in bounded time and memory."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from graph.errors import GoldenthreadError, UnreadableFile
from ingest.folder import StoreFolder
from ingest.readers import pdf_scan, read_document
from ingest.reading import Reading
from tests.ingest.readers.files import pdf
from tests.ingest.readers.shown import read, shown

PLAN = pdf(
    [("h1", "Plan"), "The district looks after its rooms. ", [["Goal", "Action"], ["Read", "Buy books"]]]
)
ROWS = [["Action", "Person responsible", "Timeline"], ["Buy books for every room", "Ms Reed", "May 2025"]]


def pages(count: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for _ in range(count):
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_pdf_of_thousands_of_pages_is_told() -> None:
    with pytest.raises(UnreadableFile, match="more than 1500 pages"):
        read(pages(1501), "p.pdf")


def test_a_page_that_unpacks_without_end_is_left_and_told() -> None:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1)
    canvas.drawString(72, 700, "The district looks after its rooms.")
    canvas.showPage()
    canvas._code.append("0 0 m " * 4_000_000)
    canvas.showPage()
    canvas.save()
    document = read(out.getvalue(), "p.pdf")

    assert shown(document) == [("p", "The district looks after its rooms.")]
    assert document.notes == ("these pages are too large to be those of a plan, and were not read: 2.",)


def test_pages_that_are_pictures_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf_scan.shutil, "which", lambda _: None)
    whole = pypdfium2.PdfDocument(pdf([("h1", "Plan of the Oak Department"), ROWS]))
    picture = BytesIO()
    whole[0].render(scale=1).to_pil().convert("L").save(picture, "PDF")
    whole.import_pages(pypdfium2.PdfDocument(picture.getvalue()))
    whole.save(tmp_path / "p.pdf")
    reading = Reading(StoreFolder(tmp_path / "store"))
    reading.read([tmp_path / "p.pdf"])

    assert not reading.errors
    assert [note for note in reading.notes if "tesseract-ocr" in note and note.endswith(": 2.")]


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(PLAN) - 1))
    end = data.draw(st.integers(start, min(len(PLAN), start + 80)))
    content = PLAN[:start] + data.draw(st.binary(max_size=40)) + PLAN[end:] + b"%%EOF"

    with suppress(GoldenthreadError):
        read_document(Path("p.pdf"), content, "0" * 64)
