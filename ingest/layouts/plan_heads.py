"""Finds where the plan of a school begins, in a file that holds the plans of several or of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.document import Document
from ingest.findings import fold
from ingest.layouts.school_year import school_year
from ingest.layouts.stream import Piece, every_piece
from ingest.source import Text
from ingest.wording import wording

__all__ = ["PlanHead", "plan_heads"]

_LONGEST = 140  # characters of a title
_MOST_WORDS = 10  # of a school's name
_NEAR = 2  # lines below a title in which its school or year may stand
_REST = re.compile(r"[\W\d_]*(?:\b(?:sy|fy|school year|annual|update|for)\b[\W\d_]*)*", re.IGNORECASE)


@dataclass(frozen=True)
class PlanHead:
    """The head of one school's plan: its kind, its title, the school, the year; and which lines these are."""

    kind: str
    title: Text
    school: Text
    year: tuple[str, Text] | None = None
    pieces: frozenset[int] = field(default=frozenset(), repr=False)

    @property
    def start(self) -> int:
        """The first of its lines."""
        return min(self.pieces)


def plan_heads(document: Document) -> list[PlanHead]:
    """Return the heads of the plans that a file holds, one for each school, in order."""
    stream = every_piece(document)
    found: dict[str, PlanHead] = {}
    for i, piece in enumerate(stream):
        if _may_be_title(piece) and (head := _head(stream, i)):
            found.setdefault(fold(str(head.school)), head)
    return list(found.values())


def _may_be_title(piece: Piece) -> bool:
    return piece.row is None and piece.kind != "item" and len(piece.text) <= _LONGEST


def _head(stream: Sequence[Piece], at: int) -> PlanHead | None:
    """Return the head whose title is a line, with the school in it, right above it or right below."""
    text = stream[at].text
    for kind, m in _titles(text):
        before = text[: m.start()].strip(" :,–—-|’'s") if m.start() else Text()
        if any(c.isalpha() for c in before.value):
            place, school = at, before if names_a_school(before) else _with_school(text, m)
        else:
            place, school = _beside(stream, at)
        if school:
            lines = {at, place}
            year = next(((y, n) for n in (at, at + 1) if (y := _year(stream, n))), None)
            lines.update([year[1]] if year else [])
            return PlanHead(
                kind, text[m.start() :].strip(), school, year[0] if year else None, frozenset(lines)
            )
    return None


def _year(stream: Sequence[Piece], at: int) -> tuple[str, Text] | None:
    if at >= len(stream) or not _may_be_title(stream[at]):
        return None
    return school_year(stream[at].text)


def _beside(stream: Sequence[Piece], at: int) -> tuple[int, Text]:
    """Return the line beside a title that names the school: the one above it, or one of those below."""
    for n in (at - 1, *range(at + 1, at + 1 + _NEAR)):
        if 0 <= n < len(stream) and _may_be_title(stream[n]) and names_a_school(stream[n].text):
            return n, _without_year(stream[n].text)
    return at, Text()


def _without_year(school: Text) -> Text:
    """Return the name of a school without the year that follows it: 'Hill School, 2031-32'."""
    year = school_year(school)
    at = str(school).find(str(year[1])) if year else 0
    return school[:at].strip(" ,:(–—-|") if at > 0 and _REST.fullmatch(school.value[at:]) else school


def _titles(text: Text) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the kinds of plan that a line names at its end, years aside."""
    for kind, pattern in _kinds():
        if (m := text.search(pattern)) and _REST.fullmatch(text.value[m.end() :]):
            yield kind, m


def _with_school(text: Text, m: re.Match[str]) -> Text:
    """Return the school where its last word is the title's first: 'Hill Middle School Improvement Plan'."""
    first = m.group().split()[0]
    named = text[: m.start() + len(first)]
    level = str(named).lower().split()[-2:-1]
    return named if first.lower() == "school" and level and level[0] in _levels() else Text()


def names_a_school(text: Text) -> bool:
    """Tell whether a line is the name of a school and nothing more."""
    words = str(text).split()
    if not 1 < len(words) <= _MOST_WORDS or str(text).rstrip().endswith((".", ":", ";", "?", " and", "&")):
        return False
    if any(pattern.search(str(text)) for _, pattern in _kinds()) or _no_school().search(str(text)):
        return False
    capital = sum(w[:1].isupper() or w[:1].isdigit() for w in words if len(w) > 3) >= sum(
        len(w) > 3 for w in words
    )
    return capital and _school_word().search(str(text)) is not None


@cache
def _levels() -> frozenset[str]:
    return frozenset(w for words in wording("schools")["levels"].values() for w in words)


@cache
def _school_word() -> re.Pattern[str]:
    words = wording("front_matter")["school_words"]
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@cache
def _no_school() -> re.Pattern[str]:
    words = wording("front_matter")["no_school_words"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    types = wording("front_matter")["plan_types"].items()
    general = ("otherPlan", re.compile("|".join(wording("front_matter")["school_plans"]), re.IGNORECASE))
    kinds = [(kind, re.compile("|".join(words), re.IGNORECASE)) for kind, words in types]
    return (*kinds, general)
