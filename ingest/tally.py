"""Counts what the store holds of each document, for the table at the end of an ingest."""

from collections.abc import Collection, Mapping

from rdflib.term import Node

from graph.catalogue import rows
from graph.documents import unread_regions
from graph.identifiers import document_graph
from graph.store import Store
from ingest.report import DocumentReport, State

__all__ = ["tally"]

_NOT_COUNTED = {"Evidence", "SourceDocument", "AlignmentLink"}


def tally(store: Store, names: Collection[str], written: Mapping[str, str]) -> tuple[DocumentReport, ...]:
    """Return a report for each of the documents, in the order of their names."""
    return tuple(filter(None, (_report(store, name, written) for name in sorted(names))))


def _report(store: Store, name: str, written: Mapping[str, str]) -> DocumentReport | None:
    found = rows(store, "document_counts", document=document_graph(name))
    if not found:
        return None
    counts = {_local(row["class"]): int(str(row["items"])) for row in found}
    first = found[0]
    unread = str(first["unread"])
    state: State = "unchanged" if name not in written else "new" if written[name] == "new" else "changed"
    return DocumentReport(
        name,
        state,
        {kind: count for kind, count in counts.items() if kind not in _NOT_COUNTED},
        float(str(first["share"])),
        tuple(unread.split("; ")) if unread else (),
        tuple(unread_regions(str(first.get("regions", "")))),
        str(first.get("form", "")),
        tuple(str(first["layouts"]).split("; ")) if "layouts" in first else (),
        float(str(first.get("sure", 1))),
    )


def _local(term: Node) -> str:
    return str(term).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
