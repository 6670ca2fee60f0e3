"""Notes where running text and tables name a school, so that each of its names and places is known."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ingest.findings import Findings
from ingest.layouts.abbreviations import running_texts
from ingest.school_book import SchoolBook
from ingest.school_names import school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["full_names", "listed_names", "recognise"]

_ENDING = re.compile(
    r"(?P<words>(?:[A-Z][\w.’'-]*\s+){1,4})"
    r"(?P<level>(?:Elementary|Middle|High|Intermediate|Primary|(?:Junior|Senior|Jr\.|Sr\.|Jr\./Sr\.) High)"
    r"(?:\s+(?:and|&)\s+(?:Middle|High))?)\s+School(?![a-z])"
)


# Where the words around speak of schools, a level alone ends a name: 'Hill Elementary', 'Dale K-8'.
_SHORT = re.compile(
    r"(?P<words>(?:[A-Z][\w.’'-]*\s+){1,4})"
    r"(?P<level>Elementary|Primary|Intermediate|Middle|Junior High|High|ES|MS|HS|(?:PK|TK|K)-8)"
    r"(?:\s+(?:School|Academy|Campus))?(?![\w-])"
)
_NAME = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
_LISTED = re.compile(
    rf"(?P<names>{_NAME}(?:,\s+{_NAME})*,?\s+(?:and|&|or)\s+{_NAME})"
    r"\s+(?P<level>(?i:elementary|primary|middle|intermediate|junior high|high))\s+(?i:schools|campuses)\b"
)
_BETWEEN = re.compile(r",\s+(?:(?:and|or)\s+)?|\s+(?:and|&|or)\s+")


def recognise(findings: Findings) -> None:
    """Name every school that is called one in full, and again by every name that is known by then."""
    texts = list(running_texts(findings.document))
    _name(findings, (name for text in texts for name in full_names(text)))
    book = SchoolBook.of(findings)
    _name(findings, (name for text in texts for name in book.named_in(text)))


def _name(findings: Findings, names: Iterable[Text]) -> None:
    """Name the schools whose words are not noted as a school's name already."""
    noted = {o for m in findings.mentions if m.named.kind == "School" for o in m.text.offsets if o >= 0}
    for name in names:
        if noted.isdisjoint(name.offsets):
            findings.name("School", name)
            noted.update(o for o in name.offsets if o >= 0)


def listed_names(text: Text) -> Iterator[tuple[Text, str]]:
    """Yield the names of a list that has one level behind it: 'Hill, Dale and Oak Elementary Schools'."""
    for match in _LISTED.finditer(str(text)):
        names = [_trimmed(name) for name in text.group(match, "names").split(_BETWEEN)]
        level = next(iter(school_name(match["level"]).levels), "")
        if all(names) and not any(school_name(str(name)).levels for name in names):
            yield from ((name, level) for name in names)


def _trimmed(name: Text) -> Text:
    """Return a name without the words before it that are no name."""
    words = list(re.finditer(r"\S+", str(name)))
    while words and _is_no_name(words[0].group()):
        words.pop(0)
    return name[words[0].start() :] if words else Text()


def full_names(text: Text, *, short: bool = False) -> list[Text]:
    """Return the names that end in a level and 'School', without the words before that are no name.

    A `short` one ends in its level alone.
    """
    found = []
    for match in (_SHORT if short else _ENDING).finditer(str(text)):
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
