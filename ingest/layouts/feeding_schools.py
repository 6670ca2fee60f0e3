"""Reads the schools from which a school's own plan says that its students come."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.document import Document, Paragraph
from ingest.findings import Findings, Named
from ingest.layouts.plan_heads import PlanHead, plan_heads
from ingest.layouts.prose import sentences
from ingest.layouts.stream import every_piece
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_MOST_WORDS = 6  # of a school's name
_PART = re.compile(r",\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+")
_NAME = re.compile(r"^(?:[A-Z][\w.'’-]*\s*)+$")


def recognise(findings: Findings) -> None:
    """Link the schools that a sentence names as feeding to the school whose plan it stands in."""
    for head, text in _texts(findings.document):
        for sentence in sentences(text):
            for name, level in _feeding(sentence):
                _link(findings, head, name, level, sentence)


def _texts(document: Document) -> Iterator[tuple[PlanHead, Text]]:
    """Yield the paragraphs of each school's plan."""
    starts = {head.start: head for head in plan_heads(document)}
    heads: dict[int, PlanHead] = {}
    current: PlanHead | None = None
    for n, piece in enumerate(every_piece(document)):
        current = starts.get(n, current)
        if current:
            heads.setdefault(piece.block, current)
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and number in heads:
            yield heads[number], block.text


def _feeding(sentence: Text) -> Iterator[tuple[Text, str]]:
    """Yield the names in a list after words such as 'feeder schools:' that ends in a level of schools."""
    m = sentence.search(_cue())
    if m is None:
        return
    listed = sentence[m.end() :].strip(" .:")
    end = list(_level().finditer(listed.value))
    if not end:
        return
    names = [p.strip() for p in listed[: end[-1].end()].split(_PART)]
    if all(_is_name(str(n)) for n in names):
        yield from ((n, end[-1]["level"].lower()) for n in names)


def _is_name(words: str) -> bool:
    return _NAME.match(words) is not None and len(words.split()) <= _MOST_WORDS


def _link(findings: Findings, head: PlanHead, name: Text, level: str, sentence: Text) -> None:
    low = findings.name("School", name)
    findings.hint(low, level)
    item = findings.add("FeederLink", f"{name} to {head.school}", [sentence], scope=f"{name}>{head.school}")
    item.set("fromSchool", low).set("toSchool", findings.name("School", head.school))
    item.set("status", Named("Status", "existing")).set("basis", Named("Basis", "stated"))


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('planning')['feeding'])})", re.IGNORECASE)


@cache
def _level() -> re.Pattern[str]:
    return re.compile(r"\b(?P<level>Elementary|Middle)(?:\s+Schools?)?\b(?=[\s.,;]|$)")
