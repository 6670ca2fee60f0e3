"""The readings that are less sure than the others: weak links, notes in place of facts, low confidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.account import place_name
from ingest.findings import Findings, Item
from ingest.source import Source, Text

__all__ = ["Doubt", "doubts_of", "share_sure"]

# Properties in which a layout says why a cell is no plain fact, with what that means for a reader.
_NOTES = {
    "horizonNote": "when it is to be done is not stated plainly",
    "resourceNote": "what it needs is not stated plainly",
    "responsibleNote": "who is responsible is not stated plainly",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reading that a person may want to check: the item, what is doubtful of it, and where it stands."""

    kind: str
    label: str
    why: str
    place: str

    def as_json(self) -> dict[str, Any]:
        """Return the doubt as a JSON object."""
        return {"kind": self.kind, "label": self.label, "why": self.why, "place": self.place}


def doubts_of(findings: Findings) -> tuple[Doubt, ...]:
    """Return every doubtful reading, in the order of the items."""
    source = findings.document.source
    return tuple(
        Doubt(item.kind, item.label, why, _place(source, texts))
        for item in findings
        for why, texts in _reasons(item)
    )


def share_sure(findings: Findings) -> float:
    """Return the share of the items in whose reading nothing was doubtful, 0 to 1."""
    items = findings.items()
    doubtful = sum(any(True for _ in _reasons(item)) for item in items)
    return 1 - doubtful / len(items) if items else 1.0


def _reasons(item: Item) -> Iterator[tuple[str, list[Text]]]:
    """Yield what is doubtful of an item, each with the texts in question."""
    if item.kind == "Conflict":
        yield "the document contradicts itself here", item.evidence
    for fact in item.facts:
        if fact.prop == "confidence" and isinstance(fact.value, float) and fact.value < 1:
            yield f"read with a confidence of {fact.value:.2f}", item.evidence
        elif why := _NOTES.get(fact.prop):
            yield why, [fact.value] if isinstance(fact.value, Text) else item.evidence
    for link in item.links:
        if link.note:
            yield f"its link to {link.target.kind} {link.target.label!r}: {link.note}", list(link.evidence)


def _place(source: Source, texts: list[Text]) -> str:
    spans = next((s for text in texts if (s := text.spans(raw=source.raw))), None)
    return place_name(source, *spans[0]) if spans else ""
