"""Reads what a district says it wants to be: its vision and mission, under a heading or behind a colon."""

import re
from collections.abc import Iterator, Sequence

from ingest.findings import Findings
from ingest.layouts.prose import Passage, passages, sentences
from ingest.source import Text

__all__ = ["recognise"]

_HEADING = re.compile(
    r"^(?:(?:our|the|district|school|core|shared)\s+){0,3}(?:vision|mission)(?:\s+(?:and|&)\s+(?:vision|mission))?"
    r"(?:\s+statements?)?\s*:?$",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r"\b(?:vision|mission)\b[^.,;(]{0,60}:\s*$", re.IGNORECASE)
_MOST_WORDS = 200


def recognise(findings: Findings) -> None:
    """Add each vision or mission statement with the heading or sentence that calls it one."""
    for statement, said in _statements(passages(findings.document)):
        item = findings.add("Vision", statement, [statement, said])
        item.set("introducedBy", str(said))


def _statements(found: Sequence[Passage]) -> Iterator[tuple[Text, Text]]:
    """Yield each statement with the words that introduce it."""
    for i, passage in enumerate(found):
        last = [*sentences(passage.text)][-1:]
        if last and _INTRODUCES.search(str(last[0])) and i + 1 < len(found):
            yield found[i + 1].text, last[0]
        elif passage.heading and _names_one(str(passage.heading)) and _first_under(found, i):
            yield passage.text, passage.heading


def _names_one(heading: str) -> bool:
    return bool(_HEADING.match(heading) or _INTRODUCES.search(heading))


def _first_under(found: Sequence[Passage], i: int) -> bool:
    """Tell whether a passage is the first under its heading, and short enough for a statement."""
    first = i == 0 or found[i - 1].heading.offsets[:1] != found[i].heading.offsets[:1]
    return first and len(str(found[i].text).split()) <= _MOST_WORDS
