"""Bytes to words: UTF-8 first, then the marks of other encodings, then the one that fits best."""

import codecs
from pathlib import Path

from graph.errors import UnreadableFile

__all__ = ["decoded"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1a"))


def decoded(path: Path, content: bytes) -> str:
    """Return the text of a file; raises UnreadableFile where the bytes are no text.

    Line ends are kept as they are, so that lines count by '\\n' alone.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            path, "it is an office file of the old kind (.xls, .doc) or has a password",
            "save it as XLSX or DOCX, without a password",
        )  # fmt: skip
    if content.translate(None, _CONTROL) != content:
        raise UnreadableFile(
            path,
            "it is a binary file, not a text, PDF, DOCX or XLSX",
            "save it as one of these, or leave it out",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_best_fit(content), errors="replace")


def _best_fit(content: bytes) -> str:
    """Return the encoding that makes the likeliest words, of those that office programs write."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # slow, and few files need it

    best = from_bytes(content, cp_isolation=["cp1252", "mac_roman", "utf_16_le", "utf_16_be"]).best()
    return best.encoding if best is not None else "cp1252"
