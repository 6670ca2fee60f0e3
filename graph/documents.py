"""The files that were read, with the plan in each and how much of it was understood."""

import re
from dataclasses import dataclass
from typing import Any

from graph.catalogue import rows
from graph.items import Item, Reader, local_name
from graph.store import Store

__all__ = ["SourceDocument", "documents", "unread_regions"]

_REGION = re.compile(r"(?P<place>.+?) \((?P<words>\d+) words?\)(?:; |$)")


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file and what was read of it."""

    name: str
    plan: Item | None
    type: str
    year: str
    share_read: float | None
    unread_lines: str
    unread_regions: str = ""
    form: str = ""
    layouts: str = ""
    mean_confidence: float | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the document as a JSON object."""
        return {
            "document": self.name,
            "plan": self.plan.as_json() if self.plan else None,
            "type": self.type or None,
            "year": self.year or None,
            "share_read": self.share_read,
            "unread_lines": self.unread_lines or None,
            "unread_regions": unread_regions(self.unread_regions),
            "form": self.form or None,
            "layouts": self.layouts.split("; ") if self.layouts else [],
            "confidence": self.mean_confidence,
        }


def documents(store: Store) -> tuple[SourceDocument, ...]:
    """Return the files in the store, by name."""
    reader = Reader(store)
    return tuple(
        SourceDocument(
            str(row.get("label", row["document"])),
            reader.item(str(row["plan"])) if "plan" in row else None,
            local_name(row["type"]) if "type" in row else "",
            str(row.get("year", "")),
            float(str(row["share"])) if "share" in row else None,
            str(row.get("unread", "")),
            str(row.get("regions", "")),
            str(row.get("form", "")),
            str(row.get("layouts", "")),
            float(str(row["sure"])) if "sure" in row else None,
        )
        for row in rows(store, "documents")
    )


def unread_regions(written: str) -> list[dict[str, Any]]:
    """Return the unread regions of a document, as its graph writes them in one text, with place and words."""
    return [{"place": m["place"], "words": int(m["words"])} for m in _REGION.finditer(written)]
