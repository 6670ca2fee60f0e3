"""Counts what the store holds of each document, for the table at the end of an ingest."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from rdflib import Literal

from graph.catalogue import rows
from graph.identifiers import document_graph
from graph.store import Store
from ingest.report import DocumentReport, State

__all__ = ["tally"]

_NOT_COUNTED = {"Evidence", "SourceDocument", "AlignmentLink"}


def tally(store: Store, names: Collection[str], written: Mapping[str, str]) -> tuple[DocumentReport, ...]:
    """Return a report for each of the documents, in the order of their names."""
    graphs = {str(document_graph(name)): name for name in names}
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(store, "document_counts"):
        kind = str(row["class"]).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        if str(row["document"]) in graphs and kind not in _NOT_COUNTED:
            counts[str(row["document"])][kind] = int(str(row["items"]))
    shares = {str(row["document"]): row for row in rows(store, "documents")}
    found = []
    for graph, name in sorted(graphs.items(), key=lambda g: g[1]):
        if graph not in shares:
            continue
        row = shares[graph]
        state: State = "unchanged" if name not in written else "new" if written[name] == "new" else "changed"
        unread = str(row.get("unread", Literal("")))
        share = float(str(row.get("share", "0")))
        ranges = tuple(unread.split("; ")) if unread else ()
        found.append(DocumentReport(name, state, counts[graph], share, ranges))
    return tuple(found)
