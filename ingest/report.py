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

    def with_note(self, sentence: str) -> "Report":
        """Return a report that says one thing more."""
        return replace(self, notes=(sentence, *self.notes))

    def as_json(self) -> dict[str, Any]:
        """Return the form of `ingest --json`."""
        return {
            "documents": [d.as_json() for d in self.documents],
            "errors": list(self.errors),
            "notes": list(self.notes),
        }
