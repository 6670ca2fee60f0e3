"""Finds people whom a plan names with a title, such as 'Dr. Rivera'."""

import re
from functools import cache

from ingest.findings import Findings, Item
from ingest.source import Text
from ingest.wording import wording

__all__ = ["looks_like_person", "recognise"]

_NAME = r"[A-Z][a-z’'-]+(?:[A-Z][a-z’'-]+)?"
_PERSON = re.compile(rf"^(?:(?:Dr|Mr|Ms|Mrs)\.?\s+)?{_NAME}(?:\s+[A-Z]\.)?(?:\s+{_NAME}){{1,2}}$")


def recognise(findings: Findings) -> None:
    """State which items mention a person by title and name."""
    for item in findings:
        if item.kind not in ("Plan", "Contact", "Conflict"):
            for text in _texts(item):
                for m in _pattern().finditer(str(text)):
                    item.set("mentions", findings.name("Person", _unbroken(text.group(m))))


def _texts(item: Item) -> list[Text]:
    return [*item.evidence, *(f.value for f in item.facts if isinstance(f.value, Text))]


def _unbroken(name: Text) -> Text:
    """Return a name up to where two places were joined, as two cells of a row are."""
    gap = next((i for i, offset in enumerate(name.offsets) if offset < 0), len(name))
    return name[:gap].strip()


def looks_like_person(text: str) -> bool:
    """Say whether a text is two or three words in capitals, as a person's name is."""
    lists = wording("department_plans")
    return bool(_PERSON.match(text)) and not set(text.lower().split()) & set(lists["unit_words"])


@cache
def _pattern() -> re.Pattern[str]:
    titles = "|".join(t for t in wording("front_matter")["honorifics"] if t.endswith("?"))
    return re.compile(rf"\b(?:{titles})\s+(?:[A-Z]\.\s+)?{_NAME}(?:\s+{_NAME})?")
