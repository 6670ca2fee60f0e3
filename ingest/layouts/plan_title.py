"""Finds the title of a plan, and the kind of plan that it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.layouts.headings import match_heading
from ingest.layouts.school_year import school_year
from ingest.layouts.stream import Piece
from ingest.layouts.title_words import is_title
from ingest.source import Text
from ingest.wording import wording

__all__ = ["PlanTitle", "plan_title", "plan_type"]

_FRONT = 16  # lines at the beginning in which a title is looked for
_LONGEST = 140  # characters of a line on the front
_LEAST_MENTIONS = 2  # a document that speaks of itself by a kind of plan does so more than once
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s*[-–—]\s*(?:(?:19|20)\d\d|\d\d)\b")


@dataclass(frozen=True)
class PlanTitle:
    """The lines of a plan's front: its title, and the date and years that it bears."""

    lines: tuple[Text, ...] = ()
    front: tuple[Text, ...] = field(default=(), repr=False)
    date: Text = field(default_factory=Text)
    period: Text = field(default_factory=Text)


def plan_title(stream: Sequence[Piece]) -> PlanTitle:
    """Return the title of a plan, which stands before its first section."""
    front = _front(stream)
    first = next((i for i, p in enumerate(front) if is_title(str(p))), None)
    lines: list[Text] = []
    for piece in front[first:] if first is not None else []:
        if not is_title(str(piece)) or piece.block != front[first or 0].block:
            break
        lines.append(piece.text)
    texts = tuple(p.text for p in front)
    return PlanTitle(tuple(lines), texts, _date(texts), _period(texts))


def _front(stream: Sequence[Piece]) -> list[Piece]:
    front: list[Piece] = []
    for piece in stream[:_FRONT]:
        if piece.row is not None or match_heading(piece.text):
            break
        front.append(piece)
    return front


def _date(front: Sequence[Text]) -> Text:
    months = "|".join(wording("front_matter")["months"])
    pattern = re.compile(rf"^\s*(?:{months})\s+(?:\d{{1,2}},\s*)?(?:19|20)\d\d\s*$", re.IGNORECASE)
    return next((t for t in front if t.search(pattern)), Text())


def _period(front: Sequence[Text]) -> Text:
    """Return years such as 2014-2019, which are no school year."""
    spans = (t.group(m) for t in front if len(t) <= _LONGEST and (m := t.search(_PERIOD)))
    return next((span for span in spans if not school_year(span)), Text())


def plan_type(title: PlanTitle, stream: Sequence[Piece]) -> tuple[str, Text | None]:
    """Return the kind of plan, and the place that tells it where the title does not."""
    printed = " ".join(map(str, title.lines)).lower()
    for kind, pattern in _types():
        if pattern.search(printed):
            return kind, None
    if title.lines:
        return "otherPlan", None
    return _by_text(stream)


def _by_text(stream: Sequence[Piece]) -> tuple[str, Text | None]:
    """Take the kind by which a document without a title speaks most often of 'the' or 'your' plan."""
    found: dict[str, list[Text]] = {}
    for kind, pattern in _types():
        own = re.compile(rf"\b(?:this|the|your|our)\b[\w\s]{{0,30}}?(?:{pattern.pattern})", re.IGNORECASE)
        found[kind] = [p.text.group(m) for p in stream if (m := p.text.search(own))]
    best = max(found, key=lambda kind: len(found[kind]))
    return (best, found[best][0]) if len(found[best]) >= _LEAST_MENTIONS else ("", None)


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    types = wording("front_matter")["plan_types"].items()
    return tuple((kind, re.compile("|".join(words), re.IGNORECASE)) for kind, words in types)
