"""The golden thread through one item: up to its goals and plans, down to its actions, metrics and targets.

Every step says on what basis it stands and carries evidence. A step that other steps already make
(an action stands under a goal, the goal under a direction, so the action under the direction) is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import networkx as nx
from rdflib import URIRef

from graph.catalogue import rows
from graph.item_words import item_words
from graph.items import Fact, Item, Reader, fact_of, local_name, place
from graph.model import Evidence
from graph.paging import paged
from graph.search import find_item
from graph.store import Binding, Store

__all__ = ["Step", "Trace", "page_of_trace", "trace", "trace_item"]

Direction = Literal["up", "down"]
_DEPTH = 8
_A_PAGE, _STEPS = 25, 120  # of one item's links, and of a page's steps each way
_MOST = 3000  # steps; a whole plan of a large district stays under it
# Where a plan, unit or district is the item, what merely names it is no part of its thread.
_NAMED = frozenset({"School", "OrganizationalUnit", "Person", "Program", "District", "Tier", "Abbreviation",
                    "ProgramOffering", "FeederLink", "TierAssignment", "AlignmentLink", "Conflict",
                    "SourceDocument"})  # fmt: skip
_WORDS = item_words().thread


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the thread, from an item to the next one up or down."""

    source: Item
    relation: str
    words: str
    item: Item
    depth: int
    basis: str
    confidence: float
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the step as a JSON object."""
        return {
            "from": self.source.iri,
            "relation": self.relation,
            "words": self.words,
            "item": self.item.as_json(),
            "depth": self.depth,
            "basis": self.basis,
            "confidence": self.confidence,
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Trace:
    """The thread through one item."""

    item: Item
    facts: tuple[Fact, ...]
    evidence: tuple[Evidence, ...]
    up: tuple[Step, ...]
    down: tuple[Step, ...]
    notes: tuple[str, ...] = ()
    """What the documents contradict each other in about this item."""
    cut: int = 0
    """How many links were left out, because an item has more than was asked for."""
    at: int = 1
    """Which page of the item's own links is told, of `last`."""
    last: int = 1

    def as_json(self) -> dict[str, Any]:
        """Return the thread as a JSON object; each step stands after the one that it follows."""
        return {
            "item": self.item.as_json(),
            "facts": [f.as_json() for f in self.facts],
            "evidence": [e.as_json() for e in self.evidence],
            "notes": list(self.notes),
            "up": [s.as_json() for s in self.up],
            "down": [s.as_json() for s in self.down],
            "page": self.at,
            "pages": self.last,
        } | ({"cut": self.cut} if self.cut else {})


def trace(store: Store, name: str, at: int | None = None) -> Trace:
    """Return the whole thread through the item that a name means, or a page of its own links.

    Raises UnknownItem or AmbiguousItem where it does not mean just one.
    """
    reader = Reader(store)
    iri = find_item(store, name)
    return trace_item(reader, iri) if at is None else page_of_trace(reader, iri, at)


def page_of_trace(reader: Reader, iri: str, at: int) -> Trace:
    """Return the thread through an item with one page of its own links, counted from 1."""
    return trace_item(reader, iri, _A_PAGE, _STEPS, at)


def trace_item(reader: Reader, iri: str, most: int = _MOST, steps: int = _MOST, at: int = 1) -> Trace:
    """Return the thread through an item; `most` links of each item, and about `steps` each way.

    Where the item itself has more links than that, `at` is the page of them, counted from 1; the direction
    with fewer pages tells its last again.
    """
    item, node = reader.item(iri), URIRef(iri)
    walk = _Walk(reader, item, most, steps, at)
    facts = tuple(fact_of(row, "value") for row in rows(reader.store, "item_facts", item=node))
    conflicts = {str(row["conflict"]) for row in rows(reader.store, "item_conflicts", item=node)}
    notes = tuple(sorted(reader.item(c).label for c in conflicts))
    up, down = tuple(walk.steps("up")), tuple(walk.steps("down"))
    return Trace(item, facts, reader.evidence(iri), up, down, notes, walk.cut, min(at, walk.last), walk.last)


class _Walk:
    """Follows the links from one item."""

    def __init__(self, reader: Reader, item: Item, most: int, limit: int, at: int) -> None:
        self.reader = reader
        self.item = item
        self.most = most
        self.limit = limit
        self.at = at
        self.cut = 0
        self.last = 1

    def steps(self, direction: Direction) -> Iterator[Step]:
        """Yield the steps of the thread, each item with what follows it below it."""
        cone = self._cone(direction)
        _drop_what_others_say(cone)
        yield from self._ordered(cone, self.item.iri, 1, {self.item.iri})

    def _cone(self, direction: Direction) -> "nx.MultiDiGraph[str]":
        """Return everything that can be reached in one direction."""
        cone: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        cone.add_node(self.item.iri)
        level, edges = [self.item.iri], 0
        for _ in range(_DEPTH):
            reached: list[str] = []
            for iri in level:
                if edges > self.limit:
                    break
                for step in self._links(iri, direction):
                    if step.item.iri not in cone:
                        reached.append(step.item.iri)
                    cone.add_edge(iri, step.item.iri, key=step.relation, step=step)
                    edges += 1
            level = reached
            if not level or edges > self.limit:
                break
        return cone

    def _links(self, iri: str, direction: Direction) -> Iterator[Step]:
        source, found = self.reader.item(iri), rows(self.reader.store, f"step_{direction}", item=URIRef(iri))
        relations = {(str(r["other"]), local_name(r["relation"])) for r in found}
        for row in self._some(iri, found):
            other = self.reader.item(str(row["other"]))
            relation = local_name(row["relation"])
            if _is_side_matter(source, other, relation, relations):
                continue
            low, link = (other, row.get("link")) if direction == "down" else (source, row.get("link"))
            yield Step(
                source, relation, _WORDS[relation][direction == "down"], other, 0,
                local_name(row["basis"]) if "basis" in row else "stated",
                float(str(row.get("confidence", 1.0))),
                (link and self.reader.evidence(str(link))) or self.reader.evidence(low.iri),
            )  # fmt: skip

    def _some(self, iri: str, found: list[Binding]) -> list[Binding]:
        """Return the links, or where they are too many some of them, ordered by what they lead to."""
        if len(found) <= self.most:
            return found
        told = rows(self.reader.store, "item_referrers", item=URIRef(iri))
        kinds = {str(r["other"]): local_name(r["class"]) for r in told if "class" in r}
        rank = item_words().rank
        ordered = sorted(found, key=lambda r: rank(kinds.get(str(r["other"]), "")))
        if iri != self.item.iri:
            self.cut += len(found) - self.most
            return ordered[: self.most]
        shown, _, last = paged(ordered, self.at, self.most)
        self.last = max(self.last, last)
        return list(shown)

    def _ordered(self, cone: "nx.MultiDiGraph[str]", iri: str, depth: int, seen: set[str]) -> Iterator[Step]:
        found: list[Step] = [data["step"] for _, _, data in cone.out_edges(iri, data=True)]
        for step in sorted(found, key=self._reading_order):
            yield Step(step.source, step.relation, step.words, step.item, depth, step.basis,
                       step.confidence, step.evidence)  # fmt: skip
            if step.item.iri not in seen:
                seen.add(step.item.iri)
                yield from self._ordered(cone, step.item.iri, depth + 1, seen)

    def _reading_order(self, step: Step) -> tuple[int, Any, str, str, str]:
        """By kind of relation, then as the items stand in the documents."""
        places = self.reader.evidence(step.item.iri)
        first = place(places[0]) if places else ("", 0, 0, "")
        return list(_WORDS).index(step.relation), first, step.item.number, step.item.label, step.item.iri


def _is_side_matter(source: Item, other: Item, relation: str, found: set[tuple[str, str]]) -> bool:
    """Whether a link only says again what another says, or only that a document names the item."""
    if relation == "inPlan":
        return source.type in _NAMED or other.type in _NAMED
    if relation == "responsible":
        return (other.iri, "leadResponsible") in found
    return False


def _drop_what_others_say(cone: "nx.MultiDiGraph[str]") -> None:
    """Take out the steps that a longer way makes too; alignment is kept, for its basis is its own."""
    simple = nx.DiGraph(cone)
    simple.remove_edges_from(nx.selfloop_edges(simple))
    if not nx.is_directed_acyclic_graph(simple):
        return
    kept = set(nx.transitive_reduction(simple).edges)
    for source, target, relation in list(cone.edges(keys=True)):
        if (source, target) not in kept and relation != "supports":
            cone.remove_edge(source, target, relation)
