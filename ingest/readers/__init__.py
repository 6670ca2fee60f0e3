"""Readers: each turns one file format into the neutral `Document`; the content decides which one."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.encoding import decoded
from ingest.readers.kinds import kind_of
from ingest.readers.text import document_from_text
from ingest.source import Source

__all__ = ["Tell", "has_reader", "read_document"]

# The module of each kind that is no plain text; some stand on slow libraries, which only their files need.
_MODULES = frozenset(
    {"pdf", "docx", "xlsx", "csv", "html", "xml", "xls", "ods", "odt", "odp", "pptx", "rtf", "mhtml"}
)
_OF_PROGRAMS = frozenset({".json", ".jsonl", ".ndjson", ".geojson", ".yaml", ".yml", ".toml"})
_REFUSED = {
    "zip": ("it is an archive within an archive", "unpack it, and name what it holds"),
    "doc": ("it is a Word file of the old kind (.doc)", "open it in Word or LibreOffice and save it as DOCX"),
    "ppt": (
        "it is a presentation of the old kind (.ppt)",
        "open it in PowerPoint or Impress and save it as PPTX",
    ),
    "xlsb": ("it is a binary workbook (.xlsb)", "open it in Excel or LibreOffice and save it as XLSX"),
    "data": ("it is data for programs", "save the plan as CSV, XLSX, PDF or text"),
    "locked": ("it is locked by a password", "save it without one"),
    "old": ("it is an office file of an old or unknown kind", "save it as DOCX, XLSX or PDF"),
    "odf": ("it is an OpenDocument file that is no text, workbook or presentation", "save it as PDF"),
}

Tell = Callable[[int, int], object]


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


def has_reader(path: Path, content: bytes) -> bool:
    """Tell whether a file is of a kind that is read."""
    return kind_of(path, content) != ""


def read_document(path: Path, content: bytes, sha256: str, tell: Tell = _nobody) -> Document:
    """Return a file's document; raises UnreadableFile or EmptyFile.

    `tell` is told how many pages of a long PDF are read, and how many there are.
    """
    kind = kind_of(path, content)
    if not kind and path.suffix.lower() in _OF_PROGRAMS:
        kind = "data"
    if kind in _MODULES:
        reader = import_module(f"ingest.readers.{kind}")
        more = (tell,) if kind == "pdf" else ()
        document: Document = getattr(reader, f"document_from_{kind}")(path, content, sha256, *more)
        return document
    if kind in _REFUSED:
        raise UnreadableFile(path, *_REFUSED[kind])
    raw = decoded(path, content)
    if not raw.strip():
        raise EmptyFile(path)
    media_type = "text/markdown" if kind == "markdown" else "text/plain"
    return document_from_text(Source(path.name, raw, media_type, sha256))
