"""Readers: each turns one file format into the neutral `Document`; the content decides which one."""

from pathlib import Path

from graph.errors import EmptyFile
from ingest.document import Document
from ingest.readers.encoding import decoded
from ingest.readers.text import document_from_text
from ingest.source import Source

__all__ = ["read_document"]


def read_document(path: Path, content: bytes, sha256: str) -> Document:
    """Return a file's document; raises UnreadableFile or EmptyFile."""
    if content.startswith(b"%PDF-"):
        from ingest.readers.pdf import document_from_pdf  # slow to import, and only some need it

        return document_from_pdf(path, content, sha256)
    if content.startswith(b"PK\x03\x04") and b"word/" in content:
        from ingest.readers.docx import document_from_docx

        return document_from_docx(path, content, sha256)
    raw = decoded(path, content)
    if not raw.strip():
        raise EmptyFile(path)
    return document_from_text(Source(path.name, raw, "text/plain", sha256))
