"""What lies around each thing of a graph: the steps that lead from it, with and against a relation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rdflib import RDF, Literal, URIRef
from rdflib.term import Node

from graph.ask.chains.words import local_name, spoken
from graph.ask.closed import closed_form
from graph.ask.profile import standards
from graph.ask.queries import query
from graph.store import Store

__all__ = ["Step", "Surroundings"]

_NAMING = closed_form("name_exactly")
_VALUE = 60  # characters; a longer value is a text, and no step leads back from it


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One relation, walked as it is stated or against it."""

    property: str
    inverse: bool = False


@dataclass(frozen=True)
class Surroundings:
    """The statements of a graph by the things at both of their ends."""

    ahead: Mapping[Node, Mapping[str, tuple[Node, ...]]]
    behind: Mapping[Node, Mapping[str, tuple[Node, ...]]]
    names: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, tuple[str, ...]]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, store: Store) -> "Surroundings":
        """Read all statements of a store once."""
        naming, typing = _naming(), str(RDF.type)
        ahead: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        behind: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        names: dict[str, list[str]] = defaultdict(list)
        kinds: dict[str, list[str]] = defaultdict(list)
        for row in store.select(query("statements")):
            thing, prop, value = row["thing"], str(row["property"]), row["value"]
            if prop == typing:
                kinds[str(thing)].append(str(value))
            elif isinstance(value, Literal) and (prop in naming or _NAMING.match(local_name(prop))):
                names[str(thing)].append(str(value))
            elif not prop.startswith(_machinery()):
                ahead[thing][prop].append(value)
                if isinstance(value, URIRef) or len(str(value)) <= _VALUE:
                    behind[value][prop].append(thing)
        return cls(
            _sorted(ahead),
            _sorted(behind),
            {k: tuple(sorted(v)) for k, v in names.items()},
            {k: tuple(sorted(v)) for k, v in kinds.items()},
            tuple(sorted({p for steps in ahead.values() for p in steps})),
        )

    def steps(self, things: Iterable[Node]) -> list[Step]:
        """Return the steps that lead anywhere from some things, in order."""
        ahead: dict[str, None] = {}
        behind: dict[str, None] = {}
        for thing in things:
            ahead.update(dict.fromkeys(self.ahead.get(thing, ())))
            behind.update(dict.fromkeys(self.behind.get(thing, ())))
        return sorted([*(Step(p) for p in ahead), *(Step(p, inverse=True) for p in behind)])

    def beyond(self, things: Sequence[Node], step: Step, limit: int = 0) -> tuple[Node, ...]:
        """Return where a step leads from some things, each place once, at most so many."""
        table = self.behind if step.inverse else self.ahead
        found: dict[Node, None] = {}
        for thing in things:
            ends = table.get(thing, {}).get(step.property, ())
            found.update(dict.fromkeys(ends[:limit] if limit else ends))
            if limit and len(found) >= limit:
                return tuple(found)[:limit]
        return tuple(found)

    def called(self, term: str) -> tuple[str, ...]:
        """Return what a thing or relation is called: its labels, or its local name."""
        return self.names.get(term) or (spoken(local_name(term)),)


def _sorted(table: Mapping[Node, Mapping[str, list[Node]]]) -> dict[Node, dict[str, tuple[Node, ...]]]:
    return {
        thing: {p: tuple(sorted(ends, key=str)) for p, ends in sorted(steps.items())}
        for thing, steps in table.items()
    }


def _naming() -> frozenset[str]:
    return frozenset((*standards()["labels"], *standards()["other_labels"]))


def _machinery() -> tuple[str, ...]:
    return tuple(standards()["machinery"])
