"""Takes a table cell apart: its paragraphs, its list items, and lists that run on in one line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Cell
from ingest.layouts.stream import Piece, continues
from ingest.source import Text

__all__ = ["cell_pieces"]

_TAG = re.compile(r"<(?P<end>/?)(?P<name>p|ul|ol|li|br|div|h\d)\b[^<>]*>|\n", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?P<mark>[-*•●▪◦o]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?:\s+|$)")
_BULLET = re.compile(r"(?:^|(?<=\s))[•●▪◦]\s+")
_RUNNING = (
    re.compile(r"(?:^|(?<=\s))(?P<mark>\d{1,2})[.)]\s+(?=[A-Z\"“])"),
    re.compile(r"(?:^|(?<=\s))(?P<mark>[a-z])[.)]\s+(?=[A-Z\"“#\d])"),
)


def cell_pieces(cell: Cell, block: int = 0) -> list[Piece]:
    """Return the paragraphs and list items inside a table cell, marks cut off."""
    found: list[Piece] = []
    start, depth = 0, 0
    in_item = wrapped = False
    for m in [*_TAG.finditer(cell.raw.value), None]:
        text = cell.raw[start : m.start() if m else len(cell.raw)].clean()
        if text:
            parts = [_marked(t, max(0, depth - 1), block, in_item) for t in _running_lists(text)]
            if wrapped and found and not parts[0].mark and continues(str(found[-1]), str(parts[0])):
                found[-1] = replace(found[-1], text=Text.join([found[-1].text, parts.pop(0).text]))
            found.extend(parts)
        if m is None:
            break
        start, wrapped = m.end(), m.group() == "\n"
        name, opens = (m["name"] or "").lower(), not m["end"]
        depth += (1 if opens else -1) if name in ("ul", "ol") else 0
        in_item = opens if name == "li" else in_item and name == "br"
    return found


def _marked(text: Text, depth: int, block: int, in_item: bool) -> Piece:
    m = text.search(_MARK)
    if m and (in_item or m["mark"] != "o"):
        return Piece(text[m.end() :].strip(), "item", m["mark"], depth, block)
    return Piece(text, "item" if in_item else "line", "-" if in_item else "", depth, block)


def _running_lists(text: Text) -> list[Text]:
    """Part a paragraph before each bullet, number or letter of the lists that run on in it."""
    parts = text.cut(m.start() for m in _BULLET.finditer(str(text)) if m.start())
    for pattern in _RUNNING:
        parts = [p for part in parts for p in part.cut(_in_sequence(part, pattern))]
    return [p for part in parts if (p := part.strip())]


def _in_sequence(text: Text, pattern: re.Pattern[str]) -> Iterator[int]:
    """Yield where the marks of one list stand: the first two at least, each the next of the one before."""
    marks = list(pattern.finditer(str(text)))
    run: list[re.Match[str]] = []
    for m in marks:
        if (run and _is_next(run[-1]["mark"], m["mark"])) or (not run and _may_begin(m)):
            run.append(m)
    return (m.start() for m in (run if len(run) > 1 else []) if m.start())


def _may_begin(m: re.Match[str]) -> bool:
    return m["mark"] == "a" or (m["mark"].isdigit() and not m.string[: m.start()].strip())


def _is_next(before: str, mark: str) -> bool:
    return int(mark) == int(before) + 1 if mark.isdigit() else ord(mark) == ord(before) + 1
