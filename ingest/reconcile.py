"""Settles a document against itself: one item under two numbers, one text in two wordings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz import fuzz

from ingest.findings import Findings, Item, fold
from ingest.source import Text

__all__ = ["reconcile"]

_KINDS = ("Recommendation", "Priority", "Goal", "Action")
_LEAST_ALIKE = 85  # of 100, by letters; the words that differ are looked at one by one then
_LEAST_WORDS = 8  # of a text whose one differing word is told
_LONG = 20  # words; two texts so long are alike only when one was taken from the other
_END = 2  # words at the beginning or end; of two texts that differ in one place, one is the same
_MOST_DIFFERING = 4  # words of the term that differs


def reconcile(findings: Findings) -> None:
    """Report what a document says in two ways that contradict each other."""
    _report_numbers(findings)
    _report_wordings(findings)


def _report_numbers(findings: Findings) -> None:
    """Report each item that is cited by another number than its own."""
    cited = {
        (id(link.target), link.cited): link
        for item in findings
        for link in reversed(item.links)
        if link.cited and link.target.notation and link.cited != link.target.notation
    }
    for link in sorted(cited.values(), key=lambda one: (one.target.kind, one.target.notation, one.cited)):
        target, number = link.target, link.cited
        target.set("citedAs", number)
        others = [i for i in findings.items(target.kind) if i.notation == number and _of_one_list(i, target)]
        kind = str(next(iter(target.get("goalType")), target.kind))
        conflict = findings.add(
            "Conflict",
            f"{kind} {target.notation} is also printed as {number}",
            [target.evidence[0], *link.evidence],
            scope=target.key,
        )
        conflict.set("conflictKind", "numbering")
        conflict.set("comment", _numbers_differ(kind, target.notation, number, others))
        for item in (target, *others):
            conflict.set("about", item)


def _numbers_differ(kind: str, own: str, printed: str, others: list[Item]) -> str:
    other = f", which elsewhere is the number of another {kind.lower()}" if others else ""
    return f"The same {kind.lower()} has the number {own} in one place and {printed} in another{other}."


def _of_one_list(one: Item, other: Item) -> bool:
    return one is not other and one.get("goalType") == other.get("goalType")


@dataclass(frozen=True)
class _Wording:
    """One way in which a document words an item, with the places where it does."""

    item: Item
    words: str
    folded: str

    @property
    def place(self) -> list[Text]:
        """Return the evidence of this wording."""
        found = [t for t in self.item.evidence if self.folded in fold(str(t))]
        return found[:1] or self.item.evidence[:1]


def _report_wordings(findings: Findings) -> None:
    """Report texts that are the same but for one name or term."""
    wordings = [
        _Wording(item, words, fold(words))
        for kind in _KINDS
        for item in findings.items(kind)
        for words in (item.label, *item.aliases)
        if len(words.split()) >= _LEAST_WORDS
    ]
    for one, other in _alike_at_an_end(wordings):
        if terms := _differing_terms(one, other):
            _report_terms(findings, one, other, terms)


def _alike_at_an_end(wordings: Sequence[_Wording]) -> Iterator[tuple[_Wording, _Wording]]:
    """Yield the pairs that begin or end alike, as two texts do that differ in one place."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, wording in enumerate(wordings):
        words = wording.folded.split()
        alike["<", *words[:_END]].append(n)
        alike[">", *words[-_END:]].append(n)
    for a, b in sorted({pair for numbers in alike.values() for pair in combinations(numbers, 2)}):
        yield wordings[a], wordings[b]


def _report_terms(findings: Findings, one: _Wording, other: _Wording, terms: tuple[str, str]) -> None:
    first, second = terms
    conflict = findings.add(
        "Conflict",
        f"{_name(one.item)} says “{first}” in one place and “{second}” in another",
        [*one.place, *other.place],
        scope=one.item.key,
    )
    conflict.set("conflictKind", "wording")
    conflict.set("comment", f"Two places have the same text but for one term: “{first}” and “{second}”.")
    conflict.set("about", one.item).set("about", other.item)


def _name(item: Item) -> str:
    return f"{item.kind} {item.notation}" if item.notation else f"The same {item.kind.lower()}"


def _differing_terms(one: _Wording, other: _Wording) -> tuple[str, str] | None:
    """Return the one name or term by which two wordings of an item differ, or None."""
    if not _may_be_one(one, other) or fuzz.ratio(one.folded, other.folded, score_cutoff=_LEAST_ALIKE) == 0:
        return None
    changes = list(_changes(one.words.split(), other.words.split()))
    if len(changes) != 1:
        return None
    first, second = changes[0]
    return changes[0] if _is_term(first) and _is_term(second) else None


def _may_be_one(one: _Wording, other: _Wording) -> bool:
    """Tell whether two wordings speak of one thing: of one item, of one number, or alike at great length.

    Short texts that differ in a name, such as the same action at two schools, are two things.
    """
    parts = (one.item in other.item.get("partOf"), other.item in one.item.get("partOf"))
    if one.folded == other.folded or any(parts):
        return False
    same_number = bool(one.item.notation) and one.item.notation == other.item.notation
    long = min(len(w.words.split()) for w in (one, other)) >= _LONG
    return one.item is other.item or same_number or long


def _changes(first: list[str], second: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that stand in one text where other words stand in the other."""
    matcher = SequenceMatcher(None, [fold(w) for w in first], [fold(w) for w in second], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield " ".join(first[a:b]).strip(".,;:"), " ".join(second[c:d]).strip(".,;:")


def _is_term(words: str) -> bool:
    """Tell whether words are a name or term: few, capitalised, without a number."""
    return bool(re.match(r"[A-Z][^\d]*$", words)) and len(words.split()) <= _MOST_DIFFERING
