"""The documents of a store as a list: what the graph says of each, its content hash, and when it was read."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from graph.catalogue import rows
from graph.documents import SourceDocument, documents
from graph.identifiers import document_graph
from graph.items import Item, local_name
from graph.store import Store
from ingest.folder import StoreFolder

__all__ = ["HeldDocument", "held_documents"]


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A file that was read, with its plans, its items by class, its hash, and when it was read."""

    document: SourceDocument
    plans: tuple[Item, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    sha256: str = ""
    read_at: str = ""

    @property
    def name(self) -> str:
        """The name of the document."""
        return self.document.name

    @property
    def items(self) -> int:
        """How many items it states."""
        return sum(count for _, count in self.counts)

    @property
    def unread(self) -> int:
        """How many regions of it were not read."""
        return len(self.document.as_json()["unread_regions"])

    def as_json(self) -> dict[str, Any]:
        """Return the document as a JSON object."""
        return self.document.as_json() | {
            "sha256": self.sha256 or None,
            "read_at": self.read_at or None,
            "plans": [plan.as_json() for plan in self.plans],
            "items": [{"type": kind, "items": count} for kind, count in self.counts],
        }


def held_documents(store: Store) -> tuple[HeldDocument, ...]:
    """Return the documents of a store, by name."""
    counts: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows(store, "document_items"):
        counts[str(row["document"])].append((local_name(row["class"]), int(str(row["items"]))))
    grouped: dict[str, list[SourceDocument]] = defaultdict(list)
    for document in documents(store):
        grouped[document.name].append(document)
    folder = StoreFolder(store.path) if store.path else None
    shas = folder.register().documents() if folder else {}
    return tuple(
        HeldDocument(
            several[0],
            tuple(d.plan for d in several if d.plan),
            tuple(counts[str(document_graph(name))]),
            shas.get(name, ""),
            _read_at(folder, shas[name]) if folder and name in shas else "",
        )
        for name, several in grouped.items()
    )


def _read_at(folder: StoreFolder, sha256: str) -> str:
    """Return when what was found in a content was written down; '' where that is not known."""
    try:
        kept = folder.kept(sha256).or_older()
        return "" if kept is None else _moment(kept.path.stat().st_mtime)
    except OSError:
        return ""


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
