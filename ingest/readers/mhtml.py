"""MHTML, pages saved as one file: the page itself, read as any page; its pictures are left aside."""

import codecs
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.html import document_from_html

__all__ = ["document_from_mhtml"]

_LARGEST = 100_000_000  # bytes, with pictures
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


def document_from_mhtml(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a saved page, whose places are lines of the page; raises InputError."""
    if len(content) > _LARGEST:
        raise UnreadableFile(path, "the page is too large to read", "save it without its pictures")
    try:
        page = _page(BytesParser(EmailMessage, policy=policy.compat32).parsebytes(content.lstrip()))
    except _DAMAGED as error:
        raise UnreadableFile(
            path, "the saved page is damaged or cut off", "save it from the browser once more"
        ) from error
    if page is None:
        raise EmptyFile(path)
    return document_from_html(path, page, sha256)


def _page(saved: "Message[str, str]") -> bytes | None:
    """Return the first page of a message, in UTF-8."""
    for part in saved.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            words: Any = part.get_payload(decode=True)
            if isinstance(words, bytes) and words.strip():
                return _as_utf8(words, part.get_content_charset() or "")
    return None


def _as_utf8(words: bytes, charset: str) -> bytes:
    """Return words marked as UTF-8 where their encoding is told; else the page itself may tell it."""
    if not charset:
        return words
    try:
        return codecs.BOM_UTF8 + words.decode(charset).encode()
    except (UnicodeError, LookupError):
        return words
