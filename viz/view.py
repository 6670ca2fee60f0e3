"""What a map shows before it is drawn: boxes in columns, lines, a legend, and the same as a table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.citations import cited_places
from graph.errors import UnknownItem
from graph.model import Evidence
from viz.style import CLUSTER, Box, Line

__all__ = ["BEHIND", "About", "Choice", "Key", "Sheet", "Table", "View", "behind", "quotes"]

_QUOTES = 3
_LONGEST = 280
BEHIND = " ›› "


@dataclass(frozen=True, slots=True)
class About:
    """What is told of a box or line when it is pointed at or chosen; all of it is plain text."""

    title: str
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    items: tuple[str, ...] = ()
    iri: str = ""
    """The item itself, where there is one to open."""

    def as_tooltip(self) -> str:
        """Return the most important lines."""
        said = [self.title, *self.facts, *quotes(self.evidence, 160)[:2]]
        return "\n".join(line if len(line) <= _LONGEST else line[:_LONGEST] + "…" for line in said)

    def as_json(self, source: Callable[[Evidence], str] | None = None) -> dict[str, Any]:
        """Return everything, for the panel beside the map; `source` gives the address of a place."""
        places = cited_places(self.evidence)
        return {
            "title": self.title,
            "facts": list(self.facts),
            "items": list(self.items),
            "quotes": [
                {"text": p.quote, "place": p.citation} | ({"href": source(p.first)} if source else {})
                for p in places[:_QUOTES]
            ],
            "more": max(0, len(places) - _QUOTES),
        }


@dataclass(frozen=True)
class Sheet:
    """One drawing: nodes carry `label`, `box`, `about`, `column`; edges carry `line`, `about`.

    `here` is the box that the map is about. Choosing a box shows its neighbours; where `follows` is "any" the
    whole way through it, and where it is "named" along lines of one name. `opens` holds what stands behind
    boxes that stand for several, `holds` in which of these each box stands, and `note` says so in words.
    """

    name: str
    columns: tuple[str, ...]
    graph: "nx.MultiDiGraph[str]" = field(default_factory=nx.MultiDiGraph)
    follows: str = ""
    here: str = ""
    note: str = ""
    opens: dict[str, "Callable[[], Sheet]"] = field(default_factory=dict)
    holds: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By the box that is not drawn: its title and the box in which it stands."""

    def add(
        self, node: str, label: str, box: Box, about: About, column: int, order: tuple[Any, ...] = ()
    ) -> None:
        """Add a box, once."""
        if "label" not in self.graph.nodes.get(node, {}):  # a line may have named it before
            self.graph.add_node(node, label=label, box=box, about=about, column=column, order=order, group="")

    def group(self, node: str, name: str) -> None:
        """Say to which group a box belongs: one box may stand for a group where there are very many."""
        self.graph.nodes[node]["group"] = name

    def join(
        self, source: str, target: str, line: Line, about: About, label: str = "", name: str = ""
    ) -> None:
        """Add a line between two boxes; its label is always shown, its name on demand."""
        self.graph.add_edge(source, target, line=line, about=about, label=label, name=name)

    def as_json(self) -> dict[str, Any]:
        """Return the sheet as a JSON object."""
        return {
            "name": self.name,
            "note": self.note or None,
            "columns": list(self.columns),
            "here": self.here or None,
            "opens": sorted(self.opens),
            "boxes": [
                {"id": node, "column": data["column"], "iri": data["about"].iri or None}
                | data["about"].as_json()
                for node, data in self.graph.nodes(data=True)
            ],
            "lines": [
                {"from": source, "to": target, "name": data["name"] or None, "label": data["label"] or None}
                | data["about"].as_json()
                for source, target, data in self.graph.edges(data=True)
            ],
        }


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: a box or a line, and what it means."""

    text: str
    look: Box | Line

    @property
    def is_line(self) -> bool:
        """Whether it tells of a line."""
        return isinstance(self.look, Line)


@dataclass(frozen=True, slots=True)
class Table:
    """The same facts as rows, for screen readers, search and print."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter of a map: its name, what can be chosen (value and words), and what is."""

    name: str
    options: tuple[tuple[str, str], ...]
    value: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the filter as a JSON object."""
        options = [{"value": value, "label": label} for value, label in self.options]
        return {"name": self.name, "options": options, "value": self.value or None}


@dataclass(frozen=True, slots=True)
class View:
    """A whole map."""

    title: str
    lead: str
    sheets: tuple[Sheet, ...]
    legend: tuple[Key, ...]
    table: Table
    empty: str
    choices: tuple[Choice, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The legend, with what stands for several where something does."""
        boxes = (data["box"] for sheet in self.sheets for _, data in sheet.graph.nodes(data=True))
        return (*self.legend, Key("several, which open", CLUSTER)) if CLUSTER in boxes else self.legend

    def as_json(self, opened: str = "") -> dict[str, Any]:
        """Return the map as a JSON object, of what stands behind a box where one is named."""
        return {
            "title": self.title,
            "lead": self.lead,
            "sheets": [sheet.as_json() for sheet in ([self.sheet(opened)] if opened else self.sheets)],
            "legend": [key.text for key in self.keys],
            "table": {"head": list(self.table.head), "rows": [list(row) for row in self.table.rows]},
            "choices": [choice.as_json() for choice in self.choices],
        }

    def sheet(self, opened: str = "") -> Sheet:
        """Return the first sheet, or what stands behind a box, which may stand behind another.

        Raises UnknownItem where no such box opens.
        """
        if not opened:
            return self.sheets[0]
        for top in self.sheets:
            sheet = top
            for name in [*behind(opened), opened]:
                if name not in sheet.opens:
                    break
                sheet = sheet.opens[name]()
            else:
                return sheet
        raise UnknownItem(opened)


def behind(box: str) -> list[str]:
    """Return the boxes behind which a box stands, the outermost first.

    >>> behind("0 North ›› 0 Oak … Yew ›› 1 Elm … Fir")
    ['0 North', '0 North ›› 0 Oak … Yew']
    """
    parts = box.split(BEHIND)
    return [BEHIND.join(parts[:at]) for at in range(1, len(parts))]


def quotes(evidence: Iterable[Evidence], length: int = 200) -> list[str]:
    """Return evidence as lines of quote and place."""
    return [f"“{_clipped(p.quote, length)}” ({p.citation})" for p in cited_places(evidence)]


def _clipped(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
