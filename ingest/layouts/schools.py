"""Notes where running text and tables name a school, so that each of its names and places is known."""

import re
from collections.abc import Iterable
from functools import cache

from ingest.findings import Findings
from ingest.layouts.abbreviations import running_texts
from ingest.school_book import SchoolBook
from ingest.school_names import school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_ENDING = re.compile(
    r"(?P<words>(?:[A-Z][\w.’'-]*\s+){1,4})"
    r"(?P<level>(?:Elementary|Middle|High|Intermediate|Primary|(?:Junior|Senior|Jr\.|Sr\.|Jr\./Sr\.) High)"
    r"(?:\s+(?:and|&)\s+(?:Middle|High))?)\s+School(?![a-z])"
)


def recognise(findings: Findings) -> None:
    """Name every school that is called one in full, and again by every name that is known by then."""
    texts = list(running_texts(findings.document))
    _name(findings, (name for text in texts for name in _full_names(text)))
    book = SchoolBook.of(findings)
    _name(findings, (name for text in texts for name in book.named_in(text)))


def _name(findings: Findings, names: Iterable[Text]) -> None:
    """Name the schools whose words are not noted as a school's name already."""
    noted = {o for m in findings.mentions if m.named.kind == "School" for o in m.text.offsets if o >= 0}
    for name in names:
        if noted.isdisjoint(name.offsets):
            findings.name("School", name)
            noted.update(o for o in name.offsets if o >= 0)


def _full_names(text: Text) -> list[Text]:
    """Return the names that end in a level and 'School', without the words before that are no name."""
    found = []
    for match in _ENDING.finditer(str(text)):
        words = list(re.finditer(r"\S+", match["words"]))
        while words and _is_no_name(words[0].group()):
            words.pop(0)
        if words and not any(school_name(w.group()).levels for w in words):
            found.append(text[match.start() + words[0].start() : match.end()])
    return found


def _is_no_name(word: str) -> bool:
    """Tell whether no school's name begins with a word: a verb, a theme, a district's short form."""
    return word.lower() in _not_names() or (len(word) >= 4 and word.isupper())


@cache
def _not_names() -> frozenset[str]:
    lists = wording("schools")
    return frozenset(str(w) for w in (*lists["not_names"], *lists["themes"], *lists["kinds"]))
