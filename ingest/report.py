"""What an ingest did: each document with what was found in it, and each file that could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

__all__ = ["DocumentReport", "Report"]

State = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document: its items by kind, the share of its words read, what was left, how sure it is."""

    name: str
    state: State
    counts: Mapping[str, int]
    share: float
    unread: tuple[str, ...]
    regions: tuple[Mapping[str, Any], ...] = ()
    form: str = ""
    layouts: tuple[str, ...] = ()
    sure: float = 1.0

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "DocumentReport":
        """Return the report of a document from its form as JSON."""
        return cls(
            body["document"],
            body["state"],
            body["items"],
            body["share_read"],
            tuple(body["unread_lines"]),
            tuple(body["unread_regions"]),
            body["form"] or "",
            tuple(body["layouts"]),
            body["confidence"],
        )

    def as_json(self) -> dict[str, Any]:
        """Return the form of `ingest --json`."""
        return {
            "document": self.name,
            "state": self.state,
            "items": dict(self.counts),
            "share_read": round(self.share, 4),
            "unread_lines": list(self.unread),
            "unread_regions": [dict(region) for region in self.regions],
            "form": self.form or None,
            "layouts": list(self.layouts),
            "confidence": round(self.sure, 4),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All that an ingest has to say."""

    documents: tuple[DocumentReport, ...]
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    lasting: "Report | None" = None
    """What the same ingest says as long as nothing changes; None where it has more to do."""

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Report":
        """Return a report from its form as JSON."""
        documents = tuple(DocumentReport.from_json(document) for document in body["documents"])
        return cls(documents, tuple(body["errors"]), tuple(body["notes"]))

    def with_note(self, sentence: str) -> "Report":
        """Return a report that says one thing more."""
        lasting = self.lasting and self.lasting.with_note(sentence)
        return replace(self, notes=(sentence, *self.notes), lasting=lasting)

    def as_json(self) -> dict[str, Any]:
        """Return the form of `ingest --json`."""
        return {
            "documents": [d.as_json() for d in self.documents],
            "errors": list(self.errors),
            "notes": list(self.notes),
        }
