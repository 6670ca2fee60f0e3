"""Scanned pages are read by Tesseract where it is installed, and what they state is less sure."""

import shutil
from io import BytesIO

import pypdfium2
import pytest

from graph.errors import UnreadableFile
from ingest.readers import pdf_scan
from tests.ingest.readers.files import pdf
from tests.ingest.readers.shown import read, shown

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract (the package tesseract-ocr) is not installed"
)
WORDS = "The district looks after its buildings so that every child learns in a dry and quiet room. " * 4


def scanned(content: bytes) -> bytes:
    """Return a PDF that shows the pages of another as pictures."""
    pages = [page.render(scale=3).to_pil().convert("L") for page in pypdfium2.PdfDocument(content)]
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=216)
    return out.getvalue()


@needs_tesseract
def test_a_scanned_page_is_read_and_less_sure() -> None:
    document = read(scanned(pdf([("h1", "Plan for the Buildings"), WORDS])), "p.pdf")

    assert shown(document) == [("h", 1, "Plan for the Buildings"), ("p", WORDS.strip())]
    assert 0.6 <= document.source.confidence(document.texts()) <= 0.9


@needs_tesseract
def test_pages_are_counted_as_in_the_file() -> None:
    document = read(scanned(pdf([WORDS, ("page",), ("h1", "Second")])), "p.pdf")
    text = document.blocks[-1].text  # type: ignore[union-attr]

    assert document.source.place(text.offsets[0], text.offsets[-1] + 1).page == 2


def test_a_scan_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_scan.shutil, "which", lambda _: None)

    with pytest.raises(UnreadableFile, match="tesseract-ocr"):
        read(scanned(pdf([WORDS])), "p.pdf")


def test_a_text_is_sure() -> None:
    assert read(pdf([WORDS]), "p.pdf").source.unsure == ()
