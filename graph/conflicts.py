"""Where the documents contradict each other: what each side says, and where."""

from dataclasses import dataclass
from typing import Any

from graph.citations import cited_places
from graph.gap_list import GapFilter, GapList
from graph.gaps import Finding
from graph.items import Item, Reader
from graph.model import Evidence
from graph.paging import paged
from graph.search import fold

__all__ = ["Conflicts", "Contradiction", "PageOfConflicts", "find_conflicts"]

RULES = ("G13", "G21")
_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Side:
    """One place of a contradiction, and the item of it that stands there."""

    item: Item | None
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the side as a JSON object."""
        return {"item": self.item.as_json() if self.item else None,
                "evidence": [e.as_json() for e in self.evidence]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A contradiction: in words, what it is about, and its sides."""

    finding: Finding
    kind: str
    words: str
    """What contradicts what."""
    about: tuple[Item, ...]
    sides: tuple[Side, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the conflict as a JSON object."""
        return {
            "conflict": self.finding.subject.as_json(),
            "rule": self.finding.rule.id,
            "severity": self.finding.rule.severity,
            "kind": self.kind or None,
            "words": self.words,
            "advice": self.finding.rule.check.head["advice"],
            "about": [i.as_json() for i in self.about],
            "sides": [s.as_json() for s in self.sides],
        }


@dataclass(frozen=True, slots=True)
class PageOfConflicts:
    """One page of the conflicts that fit, with their kinds and how many there are of each."""

    conflicts: tuple[Contradiction, ...]
    total: int
    at: int
    last: int

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object."""
        return {"conflicts": [c.as_json() for c in self.conflicts], "total": self.total, "page": self.at,
                "pages": self.last}  # fmt: skip


@dataclass(frozen=True)
class Conflicts:
    """All contradictions of the documents."""

    found: tuple[Contradiction, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that there are."""
        return tuple(sorted({c.kind for c in self.found if c.kind}))

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans that contradict themselves or each other."""
        return tuple(sorted({plan for c in self.found for plan in _plans(c)}))

    def page(
        self, kind: str = "", plan: str = "", words: str = "", item: str = "", at: int = 1
    ) -> PageOfConflicts:
        """Return one page of the conflicts of a kind and plan, about an item, that hold some words."""
        wanted = fold(words).split()
        fitting = [
            c
            for c in self.found
            if kind in ("", c.kind)
            and (not plan or plan in _plans(c))
            and (not item or item in {i.id for i in (*c.about, c.finding.subject)})
            and all(word in _said(c) for word in wanted)
        ]
        shown, at, last = paged(fitting, at, _A_PAGE)
        return PageOfConflicts(shown, len(fitting), at, last)


def find_conflicts(gaps: GapList) -> Conflicts:
    """Return the contradictions among what the rules found."""
    found = (finding for rule in RULES for finding in gaps.each(GapFilter(rule)))
    return Conflicts(tuple(_conflict(gaps.reader, finding) for finding in found))


def _conflict(reader: Reader, finding: Finding) -> Contradiction:
    own = finding.subject.type == "Conflict"
    about = finding.about if own else (finding.subject,)
    facts = reader.view(finding.subject.iri).facts if own else ()
    kind = next((f.value for f in facts if f.property == "conflictKind"), "" if own else "numbering")
    said = next((f.value for f in facts if f.property == "comment"), finding.subject.label if own else "")
    words = said or finding.rule.check.head["message"]
    return Contradiction(finding, kind, words, about, _sides(reader, finding.evidence, about))


def _sides(reader: Reader, evidence: tuple[Evidence, ...], about: tuple[Item, ...]) -> tuple[Side, ...]:
    """Return each place as a side, with the item that stands there."""
    named = {place: item for item in about for place in reader.evidence(item.iri)}
    shown = {c.citation for c in cited_places(evidence)}
    sides: list[list[Evidence]] = []
    for place in (e for e in evidence if e.as_citation() in shown):
        if sides and _goes_on(sides[-1][-1], place):
            sides[-1].append(place)
        else:
            sides.append([place])
    return tuple(
        Side(next((named[p] for p in places if p in named), None), tuple(places)) for places in sides
    )


def _goes_on(before: Evidence, place: Evidence) -> bool:
    """Whether a place is the one before it, or goes on where that ends."""
    if before.document != place.document:
        return False
    if before.end_line is None or place.start_line is None:
        return before.as_citation() == place.as_citation()
    return place.start_line - before.end_line <= 1


def _plans(conflict: Contradiction) -> set[str]:
    return {item.plan or item.label for item in conflict.about if item.plan or item.type == "Plan"}


def _said(conflict: Contradiction) -> str:
    quotes = " ".join(e.quote for side in conflict.sides for e in side.evidence)
    return fold(" ".join([conflict.words, conflict.kind, quotes, *(i.as_text() for i in conflict.about)]))
