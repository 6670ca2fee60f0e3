"""Readers: each turns one file format into the neutral `Document`; the content decides which one."""

from pathlib import Path

from graph.errors import EmptyFile
from ingest.document import Document
from ingest.readers.csv import document_from_csv
from ingest.readers.encoding import decoded
from ingest.readers.text import document_from_text
from ingest.source import Source

__all__ = ["has_reader", "read_document"]

_MARKDOWN_ENDINGS = {".md", ".markdown"}
_TEXT_ENDINGS = {".txt", ".text", ".asc", *_MARKDOWN_ENDINGS}
_VALUE_ENDINGS = {".csv", ".tsv", ".tab"}
_WORKBOOK_ENDINGS = {".xlsx", ".xlsm", ".xls"}


def has_reader(path: Path, content: bytes) -> bool:
    """Tell whether a file is of a kind that is read: a PDF or office file by its content, others by name."""
    known = {*_TEXT_ENDINGS, *_VALUE_ENDINGS, *_WORKBOOK_ENDINGS, ".pdf", ".docx"}
    return _is_pdf(content) or _is_docx(content) or _is_workbook(content) or path.suffix.lower() in known


def read_document(path: Path, content: bytes, sha256: str) -> Document:
    """Return a file's document; raises UnreadableFile or EmptyFile."""
    if _is_pdf(content):
        from ingest.readers.pdf import document_from_pdf  # noqa: PLC0415  # slow, and only a PDF needs it

        return document_from_pdf(path, content, sha256)
    if _is_docx(content):
        from ingest.readers.docx import document_from_docx  # noqa: PLC0415  # slow, and only a DOCX needs it

        return document_from_docx(path, content, sha256)
    if _is_workbook(content):
        from ingest.readers.xlsx import document_from_xlsx  # noqa: PLC0415  # slow, and only a workbook needs it

        return document_from_xlsx(path, content, sha256)
    if path.suffix.lower() in {*_VALUE_ENDINGS, *_WORKBOOK_ENDINGS}:
        return document_from_csv(path, content, sha256)
    raw = decoded(path, content)
    if not raw.strip():
        raise EmptyFile(path)
    markdown = path.suffix.lower() in _MARKDOWN_ENDINGS
    return document_from_text(Source(path.name, raw, "text/markdown" if markdown else "text/plain", sha256))


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _is_docx(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and b"word/document" in content


def _is_workbook(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and b"xl/workbook" in content
