"""PDF: headings by their type, paragraphs, lists, tables; page headers and numbers left aside."""

from collections.abc import Callable
from contextlib import nullcontext
from itertools import starmap
from math import ceil
from pathlib import Path

from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import PdfminerException

from graph.errors import UnreadableFile
from ingest.document import Document
from ingest.readers.pdf_pages import MOST_PAGES, Page, page_count, read_pages
from ingest.readers.pdf_scan import can_read_scans
from ingest.readers.pdf_writer import written
from ingest.workers import Workers, processors

__all__ = ["document_from_pdf"]

Tell = Callable[[int, int], object]
_CHUNK = 6  # pages that a process reads at a time
_MOST_CHUNKS = 32
_LONG = 16  # pages, from which on a second process is worth its start
_END = 4096  # bytes at the end, in which a whole PDF says %%EOF
_SAVED_BADLY = "get the whole file again, or save it as PDF once more"


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


def document_from_pdf(path: Path, content: bytes, sha256: str, tell: Tell = _nobody) -> Document:
    """Return the document of a PDF; raises UnreadableFile where it is cut off, locked or a picture.

    `tell` is told how many pages are read, and how many there are.
    """
    if b"%%EOF" not in content[-_END:]:
        raise UnreadableFile(path, "the PDF is cut off before its end", _SAVED_BADLY)
    try:
        pages = _pages(path, content, tell)
    except (PdfminerException, PDFSyntaxError, PSException) as error:
        raise _unreadable(path, error) from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # pdfminer lets these through where a file's own structure is wrong
        raise UnreadableFile(path, "the PDF is damaged", _SAVED_BADLY) from error
    if not pages:
        raise UnreadableFile(path, "the PDF is damaged and shows no page", _SAVED_BADLY)
    if not any(page.parts for page in pages):
        raise UnreadableFile(path, "the PDF holds pictures of pages and no text", _remedy())
    sure = min((page.confidence for page in pages if page.parts), default=1.0)
    return written(pages).document(path.name, "application/pdf", sha256, sure)


def _remedy() -> str:
    if can_read_scans():
        return "scan it anew, upright and sharper"
    return "install Tesseract (the package tesseract-ocr) to read scanned pages"


def _pages(path: Path, content: bytes, tell: Tell) -> list[Page]:
    """Read the pages, a long document's in several processes."""
    count = page_count(content)
    if count > MOST_PAGES:
        raise UnreadableFile(path, f"the PDF has more than {MOST_PAGES} pages", "take the plan out of it")
    size = max(_CHUNK, ceil(count / _MOST_CHUNKS))
    chunks = [range(first, min(first + size, count + 1)) for first in range(1, count + 1, size)]
    workers = min(processors(), len(chunks)) if count >= _LONG else 1
    pages: list[Page] = []
    with Workers(workers) if workers > 1 else nullcontext() as helpers:
        calls = [(content, chunk) for chunk in chunks]
        found = helpers.map(read_pages, calls) if helpers else starmap(read_pages, calls)
        for some in found:
            pages.extend(some)
            tell(len(pages), count)
    return pages


def _unreadable(path: Path, error: Exception) -> UnreadableFile:
    if any(isinstance(e, PDFPasswordIncorrect) for e in (error, *error.args)):
        return UnreadableFile(path, "the PDF is locked by a password", "save it without one")
    return UnreadableFile(path, "the PDF is damaged or cut off", _SAVED_BADLY)
