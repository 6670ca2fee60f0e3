"""Readers: each turns one file format into the neutral `Document`; the content decides which one."""

from pathlib import Path

from graph.errors import EmptyFile
from ingest.document import Document
from ingest.readers.encoding import decoded
from ingest.readers.text import document_from_text
from ingest.source import Source

__all__ = ["has_reader", "read_document"]

_MARKDOWN_ENDINGS = {".md", ".markdown"}
_TEXT_ENDINGS = {".txt", ".text", ".asc", *_MARKDOWN_ENDINGS}


def has_reader(path: Path, content: bytes) -> bool:
    """Tell whether a file is of a kind that is read: a PDF or DOCX by its content, a text by its ending."""
    return _is_pdf(content) or _is_docx(content) or path.suffix.lower() in {*_TEXT_ENDINGS, ".pdf", ".docx"}


def read_document(path: Path, content: bytes, sha256: str) -> Document:
    """Return a file's document; raises UnreadableFile or EmptyFile."""
    if _is_pdf(content):
        from ingest.readers.pdf import document_from_pdf  # noqa: PLC0415  # slow, and only a PDF needs it

        return document_from_pdf(path, content, sha256)
    if _is_docx(content):
        from ingest.readers.docx import document_from_docx  # noqa: PLC0415  # slow, and only a DOCX needs it

        return document_from_docx(path, content, sha256)
    raw = decoded(path, content)
    if not raw.strip():
        raise EmptyFile(path)
    markdown = path.suffix.lower() in _MARKDOWN_ENDINGS
    return document_from_text(Source(path.name, raw, "text/markdown" if markdown else "text/plain", sha256))


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _is_docx(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and b"word/document" in content
