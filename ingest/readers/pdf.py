"""PDF: headings by their type, paragraphs, lists, tables; page headers and numbers left aside."""

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import starmap
from math import ceil
from pathlib import Path

from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from graph.errors import UnreadableFile
from ingest.document import Document
from ingest.readers.pdf_pages import MOST_PAGES, Page, page_count, read_pages
from ingest.readers.pdf_scan import can_read_scans
from ingest.readers.pdf_writer import written
from ingest.workers import Workers, processors

__all__ = ["document_from_pdf"]

Tell = Callable[[int, int], object]
_MOST_NUMBERS = 12  # of pages that are named
_CHUNK = 6  # pages that a process reads at a time
_MOST_CHUNKS = 32
_LONG = 16  # pages, from which on a second process is worth its start
_END = 4096  # bytes at the end, in which a whole PDF says %%EOF
_DAMAGED = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, OSError, struct.error, zlib.error, MalformedPDFException),
)
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
    except _DAMAGED as error:
        # pdfminer lets these through where a file's own structure is wrong
        raise UnreadableFile(path, "the PDF is damaged", _SAVED_BADLY) from error
    if not pages:
        raise UnreadableFile(path, "the PDF is damaged and shows no page", _SAVED_BADLY)
    if not any(page.parts for page in pages):
        raise UnreadableFile(path, "the PDF holds pictures of pages and no text", _remedy())
    unsure = [(number, page.confidence) for number, page in enumerate(pages, 1) if page.confidence < 1]
    document = written(pages).document(path.name, "application/pdf", sha256, unsure)
    return replace(document, notes=tuple(_notes(pages)))


def _notes(pages: list[Page]) -> Iterator[str]:
    """Yield what a person is to be told of pages that were not read, or not surely."""
    for condition, words in (
        ([page.is_picture for page in pages], f"pictures that were not read; {_remedy()}"),
        ([page.too_large for page in pages], "too large to be those of a plan, and were not read"),
        ([page.confidence < 1 for page in pages], "scanned; what they state is marked as less sure"),
    ):
        numbers = [str(number) for number, holds in enumerate(condition, 1) if holds]
        more = f" and {len(numbers) - _MOST_NUMBERS} more" if len(numbers) > _MOST_NUMBERS else ""
        if numbers:
            yield f"these pages are {words}: {', '.join(numbers[:_MOST_NUMBERS])}{more}."


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
