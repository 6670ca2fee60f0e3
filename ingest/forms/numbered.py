"""The records of a form by their numbers; a number that begins anew under each goal is told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from ingest.findings import fold
from ingest.forms.record import Record
from ingest.source import Text

__all__ = ["Numbered", "alike", "is_contents", "is_number", "written_number"]

_CONTENTS = re.compile(r"(?:[.…·_]\s?){4,}\s*\d{1,4}\s*$")
_PLAIN = re.compile(r"^\W*\d{1,3}(?:\.\d{1,3})*\W*$")
_FIRST = re.compile(r"\W{0,2}(\d{1,3}(?:\.\d{1,3})+)\W*\s[\W\d]+$")
_ALIKE = 80  # of 100, by words
_NOWHERE = (0, 0)


@dataclass
class Numbered:
    """Finds the record that a number means at a place."""

    known: dict[tuple[str, str, tuple[int, int]], Record] = field(default_factory=dict)

    def add(self, record: Record, above: Record | None) -> None:
        """Note a record; '1' under two goals is two things, '2.1' is one wherever it stands."""
        if record.number:
            scope = _scope(above) if above is not None and "." not in record.number else _NOWHERE
            self.known.setdefault((record.name, record.number, scope), record)

    def of(self, name: str, number: str, within: Sequence[Record]) -> Record | None:
        """Return the record of a name and number, the nearest to the records that are open."""
        if not number:
            return None
        scopes = [*(_scope(r) for r in reversed(within)), _NOWHERE]
        found = (self.known.get((name, number, scope)) for scope in scopes)
        return next((record for record in found if record), None)

    def has(self, name: str) -> bool:
        """Tell whether records of a name bear numbers."""
        return any(known == name for known, _, _ in self.known)

    def forget(self, records: Sequence[Record]) -> None:
        """Forget records that turned out to be none."""
        self.known = {key: known for key, known in self.known.items() if known not in records}

    def clear(self) -> None:
        """Forget all, as at the beginning of another plan."""
        self.known.clear()


def _scope(above: Record) -> tuple[int, int]:
    return id(above), above.turn


def alike(known: Record, other: Record) -> bool:
    """Tell whether two records of one number may be one thing: no two names of theirs disagree."""
    for role in ("title", "text"):
        one, two = fold(str(known.text_of(role))), fold(str(other.text_of(role)))
        if one and two:
            return one in two or two in one or fuzz.token_set_ratio(one, two) >= _ALIKE
    return True


def is_contents(words: str) -> bool:
    """Tell whether a line is one of a table of contents: dots that lead to a page."""
    return _CONTENTS.search(words) is not None


def is_number(words: str) -> bool:
    """Tell whether a text is a number and nothing else."""
    return _PLAIN.match(words) is not None


def written_number(words: Text) -> str:
    """Return the number that a cell holds, without its signs; of two dotted numbers the first."""
    text = str(words).strip()
    if is_number(text):
        return re.sub(r"^\W+|\W+$", "", text)
    first = _FIRST.match(text)
    return first[1] if first else text.strip(" .:|#")
