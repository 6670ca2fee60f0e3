"""Readers: each turns one file format into the neutral `Document`; the content decides which one."""

<<<<<<< HEAD
from importlib import import_module
=======
from collections.abc import Callable
>>>>>>> dffe0b5 (Ingest: slow files are read by several processes at once; the pages of a long file are told)
from pathlib import Path

from graph.errors import EmptyFile
from ingest.document import Document
from ingest.readers.encoding import decoded
from ingest.readers.kinds import kind_of
from ingest.readers.text import document_from_text
from ingest.source import Source

__all__ = ["has_reader", "read_document"]

# The module of each kind that is no plain text; some stand on slow libraries, which only their files need.
_MODULES = {"pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "csv": "csv", "html": "html"}

Tell = Callable[[int, int], object]


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


def has_reader(path: Path, content: bytes) -> bool:
    """Tell whether a file is of a kind that is read."""
    return kind_of(path, content) != ""


<<<<<<< HEAD
def read_document(path: Path, content: bytes, sha256: str) -> Document:
    """Return a file's document; raises UnreadableFile or EmptyFile."""
    kind = kind_of(path, content)
    if kind in _MODULES:
        reader = import_module(f"ingest.readers.{_MODULES[kind]}")
        document: Document = getattr(reader, f"document_from_{kind}")(path, content, sha256)
        return document
=======
def read_document(path: Path, content: bytes, sha256: str, tell: Tell = _nobody) -> Document:
    """Return a file's document; raises UnreadableFile or EmptyFile.

    `tell` is told how many pages of a long file are read, and how many there are.
    """
    if _is_pdf(content):
        from ingest.readers.pdf import document_from_pdf  # noqa: PLC0415  # slow, and only a PDF needs it

        return document_from_pdf(path, content, sha256, tell)
    if _is_docx(content):
        from ingest.readers.docx import document_from_docx  # noqa: PLC0415  # slow, and only a DOCX needs it

        return document_from_docx(path, content, sha256)
    if _is_workbook(content):
        from ingest.readers.xlsx import document_from_xlsx  # noqa: PLC0415  # slow, and only a workbook needs it

        return document_from_xlsx(path, content, sha256)
    if path.suffix.lower() in {*_VALUE_ENDINGS, *_WORKBOOK_ENDINGS}:
        return document_from_csv(path, content, sha256)
>>>>>>> dffe0b5 (Ingest: slow files are read by several processes at once; the pages of a long file are told)
    raw = decoded(path, content)
    if not raw.strip():
        raise EmptyFile(path)
    media_type = "text/markdown" if kind == "markdown" else "text/plain"
    return document_from_text(Source(path.name, raw, media_type, sha256))
