"""The readings that are less sure than the others: weak links, notes in place of facts, low confidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.account import place_name
from ingest.findings import Findings, Item
from ingest.source import Source, Text

__all__ = ["Doubt", "doubts_of", "mean_confidence"]

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
    span: tuple[int, int] | None = None
    """Where in the file's text it stands, by offsets."""

    def as_json(self) -> dict[str, Any]:
        """Return the doubt as a JSON object."""
        return {"kind": self.kind, "label": self.label, "why": self.why, "place": self.place}


def doubts_of(findings: Findings) -> tuple[Doubt, ...]:
    """Return every doubtful reading, in the order of the items."""
    source = findings.document.source
    return tuple(
        Doubt(item.kind, item.label, why, place_name(source, *span) if span else "", span)
        for item in findings
        for why, texts in _reasons(item, source)
        for span in [_span(source, texts)]
    )


def mean_confidence(findings: Findings) -> float:
    """Return how sure the readings of a document are, on the average of its items, 0 to 1."""
    items = findings.items()
    source = findings.document.source
    return sum(_confidence(item, source) for item in items) / len(items) if items else _least(source)


def _least(source: Source) -> float:
    """Return how sure the words of the page are that was read least surely."""
    return min((sure for _, sure in source.unsure), default=1.0)


def _confidence(item: Item, source: Source) -> float:
    """Return how sure an item is: as its layout says, or else as the characters of its pages are."""
    said = next((v for v in item.get("confidence") if isinstance(v, int | float)), 1.0)
    return min(float(said), source.confidence(item.evidence) if item.evidence else _least(source))


def _reasons(item: Item, source: Source) -> Iterator[tuple[str, list[Text]]]:
    """Yield what is doubtful of an item, each with the texts in question."""
    general = _least(source)
    if item.kind == "Conflict":
        yield "the document contradicts itself here", item.evidence
    if item.kind == "Plan" and general < 1:
        pages = ", ".join(str(page) for page, _ in source.unsure)
        why = f"the characters of scanned pages ({pages}) were recognised with a confidence of {general:.2f}"
        yield why, item.evidence
    if item.get("confidence"):
        why = "; ".join(str(v) for v in item.get("comment") if isinstance(v, str))
        yield f"confidence {_confidence(item, source):.2f}{': ' if why else ''}{why}", item.evidence
    for fact in item.facts:
        if says := _NOTES.get(fact.prop):
            yield says, [fact.value] if isinstance(fact.value, Text) else item.evidence
    for link in item.links:
        if link.note:
            yield f"its link to {link.target.kind} {link.target.label!r}: {link.note}", list(link.evidence)


def _span(source: Source, texts: list[Text]) -> tuple[int, int] | None:
    spans = next((s for text in texts if (s := text.spans(raw=source.raw))), None)
    return spans[0] if spans else None
