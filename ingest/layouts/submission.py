"""Reads to whom and by when a plan's form goes back."""

import re
from functools import cache

from ingest.findings import Findings
from ingest.layouts.people import looks_like_person
from ingest.layouts.stream import pieces
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_LONGEST = 160
_NEXT = re.compile(r"\s+(?=\d{1,2}\.\s+[A-Z])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def recognise(findings: Findings) -> None:
    """Find lines that ask to return the form to someone, with the day by which."""
    for piece in pieces(findings.document):
        if piece.row is None and len(piece.text) <= _LONGEST:
            for text in piece.text.split(_NEXT):
                _submission(findings, text)


def _submission(findings: Findings, text: Text) -> None:
    m = text.search(_pattern())
    if m is None:
        return
    to = text.group(m, "to").strip(" .,;*")
    item = findings.add("Submission", text[m.start("what") :].strip(" *")).set("returnTo", to)
    if m["by"]:
        item.set("returnBy", text.group(m, "by").strip(" .,;*"))
    if to.search(_EMAIL):
        item.set("email", to)
    elif looks_like_person(str(to)):
        item.set("mentions", findings.name("Person", to))


@cache
def _pattern() -> re.Pattern[str]:
    lists = wording("front_matter")
    verbs, due = "|".join(lists["submission"]), "|".join(lists["due"])
    return re.compile(
        rf"^\W*(?:\d{{1,2}}\.\s+)?(?P<what>{verbs})\s*:?\s+(?P<to>\S.*?)(?:,?\s+(?:{due})\s*:?\s+(?P<by>\S.*))?$",
        re.IGNORECASE,
    )
