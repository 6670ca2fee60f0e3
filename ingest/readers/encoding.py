"""Bytes to words: UTF-8 first, then the marks of other encodings, then the one that fits best."""

import codecs
import re
from pathlib import Path

from graph.errors import UnreadableFile

__all__ = ["decoded", "decoded_markup"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,300}charset\s*=\s*["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_WITHIN = 4096  # bytes in which a page or XML file tells its encoding
_BEGINS = 16  # bytes; a file that begins with so many of text was one
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1a"))


def decoded(path: Path, content: bytes, what: str = "text") -> str:
    """Return the text of a file; raises UnreadableFile where the bytes are no text.

    Line ends are kept as they are, so that lines count by '\\n' alone. `what` the file is stands in the
    sentence on one that is damaged.
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
        raise _no_text(path, content, what)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_best_fit(content), errors="replace")


def _no_text(path: Path, content: bytes, what: str) -> UnreadableFile:
    """Return what to say of bytes that are no text: some of a file that begins as one, or all of it."""
    at = next(n for n, byte in enumerate(content) if byte in _CONTROL)
    if at < _BEGINS:
        why = "it is a binary file, not a text, PDF, DOCX or XLSX"
        return UnreadableFile(path, why, "save it as one of these, or leave it out")
    line = content.count(b"\n", 0, at) + 1
    return UnreadableFile(
        path, f"the {what} is damaged: line {line} holds bytes that are no text", "get the whole file again"
    )


def decoded_markup(path: Path, content: bytes, what: str) -> str:
    """Return the text of a web page or XML file, by the encoding that it tells where that fits."""
    marked = any(content.startswith(mark) for mark, _ in _MARKS)
    if not marked and (declared := _declared(content)):
        try:
            return content.decode(declared)
        except UnicodeDecodeError:
            pass  # the file is not what it says
    return decoded(path, content.replace(b"\0", b"") if not marked else content, what)


def _declared(content: bytes) -> str:
    """Return the encoding that a file names, '' where it names none that a text can have."""
    m = _DECLARED.search(content[:_WITHIN])
    name = (m[1] or m[2]).decode("ascii").lower() if m else ""
    try:
        found = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    # Pages say Latin-1 where they mean what Windows writes; what is read so far is no UTF-16.
    found = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(found, found)
    return "" if found.startswith(("utf-16", "utf-32", "utf_16")) or not _is_text(found) else found


def _is_text(encoding: str) -> bool:
    """Tell whether an encoding makes words of bytes, and not bytes of bytes."""
    try:
        return isinstance(b"a".decode(encoding), str)
    except (LookupError, UnicodeDecodeError, ValueError, AssertionError):
        return False


def _best_fit(content: bytes) -> str:
    """Return the encoding that makes the likeliest words, of those that office programs write."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # slow, and few files need it

    best = from_bytes(content, cp_isolation=["cp1252", "mac_roman", "utf_16_le", "utf_16_be"]).best()
    return best.encoding if best is not None else "cp1252"
