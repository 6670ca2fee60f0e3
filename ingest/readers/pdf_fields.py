"""What people filled into the form fields of a PDF page, as words at the places of the fields."""

import textwrap
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from ingest.readers.pdf_marks import CHECKED, UNCHECKED
from ingest.readers.pdf_words import Word, plain

__all__ = ["field_words"]

_TYPE = 10.0  # points, where the field's height leaves room for it
_SMALLEST = 2.0
_LEADING = 1.2
_WIDTH = 0.5  # of a letter on average, against the size of its type
_INSET = 2.0
_HIDDEN = 2  # of an annotation's flags
_BUTTON, _PASSWORD = 1 << 16, 1 << 13  # of a field's flags
_DEEPEST = 16  # fields above a field
_LONGEST = 20_000  # characters of a field's value


def field_words(page: Any) -> list[Word]:
    """Return the words of the filled fields of a page of pdfplumber's; a ticked box is ☒, an empty one ☐."""
    found: list[Word] = []
    with suppress(LookupError, TypeError, ValueError, AttributeError):  # the page's own text is still read
        for annotation in page.annots:
            found.extend(_words(annotation))
    return found


def _words(annotation: dict[str, Any]) -> Iterator[Word]:
    data = annotation["data"]
    if _name(data.get("Subtype")) != "Widget" or _number(data.get("F")) & _HIDDEN:
        return
    kind, flags = _name(_inherited(data, "FT")), _number(_inherited(data, "Ff"))
    if kind == "Btn" and not flags & _BUTTON:
        state = _name(resolve1(data.get("AS"))) or _name(_inherited(data, "V"))
        yield from _set(CHECKED if state not in ("", "Off") else UNCHECKED, annotation)
    elif kind in ("Tx", "Ch") and not flags & _PASSWORD:
        yield from _set(_text(_inherited(data, "V")), annotation)


def _set(text: str, annotation: dict[str, Any]) -> Iterator[Word]:
    """Yield the words of a value, set in lines within the field, in type that fits."""
    left, top = float(annotation["x0"]) + _INSET, float(annotation["top"])
    width = max(float(annotation["x1"]) - left - _INSET, _TYPE * _WIDTH)
    height = float(annotation["bottom"]) - top
    size = min(_TYPE, max(height / _LEADING, _SMALLEST))
    lines = _lines(text, width, size)
    while size > _SMALLEST and len(lines) * size * _LEADING > height:
        size *= 0.9
        lines = _lines(text, width, size)
    for n, line in enumerate(lines):
        upper = top + n * size * _LEADING
        letter = min(size * _WIDTH, width / max(len(line), 1))
        at = 0
        for word in line.split():
            at = line.index(word, at)
            x = left + at * letter
            yield Word(plain(word), x, x + len(word) * letter, upper, upper + size, round(size, 1), False)
            at += len(word)


def _lines(text: str, width: float, size: float) -> list[str]:
    room = max(1, int(width / (size * _WIDTH)))
    return [line for part in text.splitlines() for line in textwrap.wrap(part, room, break_long_words=False)]


def _inherited(data: dict[str, Any], key: str) -> Any:
    """Return what a field says, or the nearest field above it that does."""
    for _ in range(_DEEPEST):
        if key in data:
            return resolve1(data[key])
        above = resolve1(data.get("Parent"))
        if not isinstance(above, dict):
            return None
        data = above
    return None


def _text(value: Any) -> str:
    """Return a field's value, or its several chosen values."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(resolve1(one)) for one in value)))
    return decode_text(value)[:_LONGEST] if isinstance(value, bytes) else ""


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _number(value: Any) -> int:
    value = resolve1(value)
    return value if isinstance(value, int) else 0
