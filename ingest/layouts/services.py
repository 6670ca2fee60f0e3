"""Reads the list of services that a department provides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.findings import Findings, Named
from ingest.layouts.labelled_sections import Section
from ingest.layouts.prose import sentences
from ingest.layouts.stream import Piece, continues, joined
from ingest.layouts.work_words import begins_work, cut_where_work_begins
from ingest.source import Text
from ingest.wording import wording

__all__ = ["read_services"]

_INTRODUCES = re.compile(
    r"[,;.]?\s*(?:the\s+)?(?:services?|duties|responsibilities|which|these|this)?\s*(?:to\s+)?"
    r"(?:includes?|are|as follows)\s*:\s*$",
    re.IGNORECASE,
)


def read_services(findings: Findings, section: Section, unit: Named | None) -> None:
    """Add each service, with the sub-heading under which it stands."""
    heading = Text()
    entries = _entries(section)
    for entry in entries:
        if entry.kind != "item" and str(entry).rstrip().endswith(":"):
            heading = entry.text
            findings.mark_read(heading)
            if work := _work_before_list(heading):
                _add(findings, work, unit, Text())
        else:
            for text in _services(entry, alone=len(entries) == 1):
                _add(findings, text, unit, heading)


def _add(findings: Findings, text: Text, unit: Named | None, heading: Text) -> None:
    service = findings.add("Service", text).set("providedBy", unit)
    if heading and not _only_introduces(str(heading)):
        service.set("underHeading", str(heading).rstrip(": "))


def _only_introduces(heading: str) -> bool:
    """Say whether a line before a list names no part of the services."""
    words = wording("department_plans")["introducing"]
    return re.match(rf"\W*(?:{'|'.join(words)})\b", heading, re.IGNORECASE) is not None


def _entries(section: Section) -> list[Piece]:
    return joined(list(_cut(section.pieces)))


def _cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Part what ran together where a row went on after a page's end."""
    before: Piece | None = None
    for piece in pieces:
        if before and piece.kind == "line" and piece.block < 0 and continues(str(before), str(piece)):
            yield from (replace(piece, text=t) for t in cut_where_work_begins(piece.text))
        else:
            yield piece
        before = piece


def _work_before_list(heading: Text) -> Text | None:
    """Return the service that an introducing line names itself: 'Support schools, services include:'."""
    m = heading.search(_INTRODUCES)
    return heading[: m.start()].strip() if m and begins_work(str(heading)) else None


def _services(entry: Piece, *, alone: bool) -> list[Text]:
    return list(sentences(entry.text)) if alone and entry.kind != "item" else [entry.text]
