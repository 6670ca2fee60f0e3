"""The labels of an outline of priorities: 'Priority 1: …', '[Action 2]', 'Metrics'."""

import re
from functools import cache

from ingest.layouts.stream import Piece
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Label", "opens_outline", "outline_label"]

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A label: its level, such as 'priority' or 'action', its number, and what follows it."""

    level: str
    number: str
    words: Text
    rest: Text


def outline_label(text: Text) -> Label | None:
    """Return the label with which a line of an outline begins."""
    for level, pattern in _patterns():
        if m := text.search(pattern):
            number = m.groupdict().get("number") or ""
            return Label(level, number, text[: m.end()].strip(), text[m.end() :].strip())
    return None


def opens_outline(piece: Piece) -> bool:
    """Say whether a piece is the head of a priority or goal of an outline."""
    label = outline_label(piece.text) if piece.row is None and piece.kind != "item" else None
    return label is not None and label.level in ("direction", "priority", "goal") and bool(label.rest)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for level, nouns in wording("priority_outline")["numbered"].items():
        noun = "|".join(nouns)
        number = r"(?:\s*#?\s*(?=\d)|\s+)(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,4})\b(?!\.\d)"
        named = rf"(?i:{noun}){number}\s*"
        found.append((level, re.compile(rf"^\s*\[\s*{named}\]\s*:?")))
        found.append((level, re.compile(rf"^\s*{named}(?:[:.–—]|-(?=\s)|$)")))
        dotted = r"\s*#?\s*(?P<number>\d{1,2}(?:\.\d{1,2})+)\s+(?=[A-Z\"“])"
        found.append((level, re.compile(rf"^\s*(?=[A-Z])(?i:{noun}){dotted}")))
    for level, nouns in wording("priority_outline")["unnumbered"].items():
        found.append((level, re.compile(rf"^\s*\[?(?:{'|'.join(nouns)})\]?\s*(?::|$)", re.IGNORECASE)))
    return tuple(found)
