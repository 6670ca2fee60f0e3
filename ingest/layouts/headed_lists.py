"""Reads a plan whose sections have no labels, but lists headed as indicators and as strategies."""

import re
from dataclasses import dataclass, field
from functools import cache

from ingest.findings import Findings, Item
from ingest.layouts.other_documents import is_another_document
from ingest.layouts.outline_fallback import KNOWN, weak
from ingest.layouts.plan_title import plan_title
from ingest.layouts.prose_groups import BulletGroup
from ingest.layouts.stream import Piece, every_piece, joined
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_LONGEST_NAME = 100  # characters; a longer line is a sentence
_LEAST_ACTIONS = 2
_PLACES = {"Action": "underGoal", "Metric": "measures"}


@dataclass
class _Section:
    """What stands under one line: its name, what it says of itself, and its list items by their class."""

    name: Text
    statement: Text = field(default_factory=Text)
    entries: list[tuple[str, Text]] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """Return how many list items of a class there are."""
        return sum(k == kind for k, _ in self.entries)


def recognise(findings: Findings) -> None:
    """Add each section that has both indicators and strategies as a goal, marked as the weaker reading."""
    if any(item.kind in KNOWN for item in findings):
        return
    stream = every_piece(findings.document)
    titles = [str(t).strip() for t in plan_title(stream).lines]
    if not titles or is_another_document(stream):
        return
    sections = _sections([p for p in stream if p.row is None], titles)
    whole = [s for s in sections if s.count("Action") and s.count("Metric")]
    if sum(s.count("Action") for s in whole) < _LEAST_ACTIONS:
        return
    for section in whole:
        _state(findings, section)
    findings.notes.append("No layout knows the form of this plan; its lists were read by their headings.")


def _sections(stream: list[Piece], titles: list[str]) -> list[_Section]:
    """Return the sections in order; a line is the name of one only if a list's heading follows under it."""
    found: list[_Section] = []
    over, kind = list[Text](), ""
    for piece in joined(stream):
        if piece.kind == "item":
            if kind and found and not piece.depth:
                found[-1].entries.append((kind, piece.text))
            continue
        kind = _kind(piece.text)
        if not kind:
            over.append(piece.text)
        elif over:
            found.append(_named(over, titles))
            over = []
    return [s for s in found if s.name]


def _named(over: list[Text], titles: list[str]) -> _Section:
    """Return the section whose name and statement are the last lines over its first list."""
    name = over[-1]
    statement = Text()
    if not _is_name(name) and len(over) > 1:
        name, statement = over[-2], name
    if not _is_name(name) or str(name).strip() in titles:
        return _Section(Text())
    return _Section(name.strip(" :"), statement)


def _is_name(text: Text) -> bool:
    words = str(text).strip()
    is_sentence = len(words) > _LONGEST_NAME or words.endswith((".", "!", "?", ";", ","))
    return words[:1].isupper() and not is_sentence and not BulletGroup(text).is_aside


def _state(findings: Findings, section: _Section) -> None:
    goal = weak(findings.add("Goal", section.name))
    if section.statement:
        goal.set("description", section.statement)
        findings.mark_read(section.statement)
    for kind, text in section.entries:
        item: Item = findings.add(kind, text, scope=goal.key)
        weak(item.set(_PLACES[kind], goal))


def _kind(text: Text) -> str:
    """Return the class of the items of a list by its heading, which says nothing else."""
    words = " ".join(str(text).lower().strip(" :*").split())
    return next((kind for kind, pattern in _heads() if pattern.fullmatch(words)), "")


@cache
def _heads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    heads = wording("outline_fallback")["heads"]
    return tuple((kind, re.compile("|".join(patterns))) for kind, patterns in heads.items())
