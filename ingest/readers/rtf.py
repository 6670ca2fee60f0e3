"""RTF: the words of a text with its headings, lists and tables, as striprtf takes them out of the codes."""

import re
from collections.abc import Iterator
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.manuscript import Manuscript

__all__ = ["document_from_rtf"]

_MEDIA_TYPE = "application/rtf"
_LARGEST = 40_000_000  # bytes; pictures stand in it as digits
_CELL, _ROW, _TABLE, _HEAD, _LIST = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
# The codes that striprtf drops, or makes one with the words, stand here as letters of no language.
_CODES = (
    (re.compile(r"(?<!\\)((?:\\\\)*)\\(?:nest)?cell(?![a-z]) ?", re.IGNORECASE), _CELL),
    (re.compile(r"(?<!\\)((?:\\\\)*)\\(?:nest)?row(?![a-z]) ?", re.IGNORECASE), _ROW),
    (re.compile(r"(?<!\\)((?:\\\\)*)\\trowd(?![a-z]) ?"), _TABLE),
    (re.compile(r"(?<!\\)((?:\\\\)*)\\outlinelevel([0-8])(?!\d) ?"), _HEAD),
    (re.compile(r"(?<!\\)((?:\\\\)*)\\(?:listtext|pntext)(?![a-z]) ?"), _LIST),
)
_FIELD = re.compile(r"\\fldinst(?![a-z])")
_PICTURE = re.compile(r"(?<=[\s\w])[0-9a-fA-F\s]{2000,}(?=})")
_ITEM = re.compile(r"[\s\ue004]*(?P<mark>[^\s\ue004]{1,8})[\t ]+", re.IGNORECASE)
_SIGNS = re.compile("[\ue000-\ue004]")
_BULLETS = frozenset("·•o§\uf0b7\uf0a7-–▪")
# What striprtf lets through where codes are cut off or wrong.
_DAMAGED = (ValueError, LookupError, TypeError, OverflowError, AttributeError, RecursionError)


def document_from_rtf(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of an RTF file; raises UnreadableFile or EmptyFile."""
    if len(content) > _LARGEST:
        raise UnreadableFile(path, "the text is too large to be a plan", "save it without its pictures")
    try:
        text = rtf_to_text(_prepared(content), errors="replace")
    except _DAMAGED as error:
        raise UnreadableFile(
            path, "the RTF is damaged or cut off", "get the whole file again, or save it as DOCX"
        ) from error
    manuscript = Manuscript()
    _write(manuscript, text)
    document = manuscript.document(path.name, _MEDIA_TYPE, sha256)
    if not document.source.raw.strip():
        raise EmptyFile(path)
    return document


def _prepared(content: bytes) -> str:
    """Return the codes with signs for what is to be kept of them, and without pictures and field codes."""
    codes = _FIELD.sub(r"\\private", _PICTURE.sub("", _SIGNS.sub("", content.decode("latin-1"))))
    for code, sign in _CODES:
        level = r"\2" if sign == _HEAD else ""
        codes = code.sub(rf"\1{{}}{sign}{level}", codes)
    return codes


def _write(manuscript: Manuscript, text: str) -> None:
    for piece in _pieces(text.replace("\xad", "").replace("\0", "")):
        if isinstance(piece, list):
            manuscript.row(piece)
        else:
            _line(manuscript, piece)


def _pieces(text: str) -> Iterator[str | list[str]]:
    """Yield lines, and the rows of tables as lists of cells."""
    while text:
        before, table, rest = text.partition(_TABLE)
        yield from before.split("\n")
        row, ended, after = rest.partition(_ROW)
        if not ended:
            yield from rest.split("\n")
            return
        cells = [_SIGNS.sub(" ", cell).strip() for cell in row.replace(_TABLE, "").split(_CELL)]
        yield cells[:-1] if len(cells) > 1 else cells[0]
        text = after.removeprefix("\n") if table else ""


def _line(manuscript: Manuscript, line: str) -> None:
    level = re.search(f"{_HEAD}([0-8])", line)
    words = " ".join(_SIGNS.sub("", re.sub(f"{_HEAD}[0-8]", "", line)).split())
    if not words:
        return
    if level and _LIST not in line:
        manuscript.heading(words, int(level[1]) + 1)
    elif item := _ITEM.match(line) if _LIST in line else None:
        mark = "•" if item["mark"] in _BULLETS else item["mark"]
        manuscript.line(f"{mark} {' '.join(_SIGNS.sub('', line[item.end() :]).split())}")
    else:
        manuscript.end_block()
        manuscript.line(words)
        manuscript.end_block()
