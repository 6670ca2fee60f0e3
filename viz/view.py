"""What a map shows before it is drawn: boxes in columns, lines, a legend, and the same as a table."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.citations import cited_places
from graph.model import Evidence
from viz.style import Box, Line

__all__ = ["About", "Key", "Sheet", "Table", "View", "quotes"]

_QUOTES = 3
_LONGEST = 280


@dataclass(frozen=True, slots=True)
class About:
    """What is told of a box or line when it is pointed at or chosen; all of it is plain text."""

    title: str
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    items: tuple[str, ...] = ()

    def as_tooltip(self) -> str:
        """Return the most important lines."""
        said = [self.title, *self.facts, *quotes(self.evidence, 160)[:2]]
        return "\n".join(line if len(line) <= _LONGEST else line[:_LONGEST] + "…" for line in said)

    def as_json(self) -> dict[str, Any]:
        """Return everything, for the panel beside the map."""
        places = cited_places(self.evidence)
        return {
            "title": self.title,
            "facts": list(self.facts),
            "items": list(self.items),
            "quotes": [{"text": p.quote, "place": p.citation} for p in places[:_QUOTES]],
            "more": max(0, len(places) - _QUOTES),
        }


@dataclass(frozen=True)
class Sheet:
    """One drawing: nodes carry `label`, `box`, `about`, `column`; edges carry `line`, `about`."""

    name: str
    columns: tuple[str, ...]
    graph: "nx.MultiDiGraph[str]" = field(default_factory=nx.MultiDiGraph)

    def add(
        self, node: str, label: str, box: Box, about: About, column: int, order: tuple[Any, ...] = ()
    ) -> None:
        """Add a box, once."""
        if "label" not in self.graph.nodes.get(node, {}):  # a line may have named it before
            self.graph.add_node(node, label=label, box=box, about=about, column=column, order=order)

    def join(self, source: str, target: str, line: Line, about: About, label: str = "") -> None:
        """Add a line between two boxes."""
        self.graph.add_edge(source, target, line=line, about=about, label=label)


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: a box or a line, and what it means."""

    text: str
    look: Box | Line


@dataclass(frozen=True, slots=True)
class Table:
    """The same facts as rows, for screen readers, search and print."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """A whole map."""

    title: str
    lead: str
    sheets: tuple[Sheet, ...]
    legend: tuple[Key, ...]
    table: Table
    empty: str


def quotes(evidence: Iterable[Evidence], length: int = 200) -> list[str]:
    """Return evidence as lines of quote and place."""
    return [f"“{_clipped(p.quote, length)}” ({p.citation})" for p in cited_places(evidence)]


def _clipped(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
