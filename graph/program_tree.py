"""Programs with the broader ones that they belong to, in the order of an outline."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.catalogue import rows
from graph.items import BASE, Item, Reader

__all__ = ["ProgramPlace", "ProgramTree", "program_tree"]


@dataclass(frozen=True, slots=True)
class ProgramPlace:
    """A program with its depth in the outline and what is right above and below it."""

    item: Item
    depth: int
    broader: tuple[Item, ...]
    narrower: tuple[Item, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the program as a JSON object."""
        return {
            "program": self.item.as_json(),
            "broader": [i.as_json() for i in self.broader],
            "narrower": [i.as_json() for i in self.narrower],
        }


@dataclass(frozen=True)
class ProgramTree:
    """All programs, each once, those within another after it."""

    places: tuple[ProgramPlace, ...]

    @property
    def families(self) -> dict[str, set[str]]:
        """Each program with the broader ones that it belongs to, by IRI."""
        return {place.item.iri: {one.iri for one in place.broader} for place in self.places}

    def within(self, program: str) -> frozenset[str]:
        """Return a program, by IRI or identifier, and all that belong to it; none where it is unknown."""
        waiting = [iri for iri in (program, BASE + program) if iri in self._below]
        found: set[str] = set()
        while waiting:
            iri = waiting.pop()
            if iri not in found:
                found.add(iri)
                waiting += self._below[iri]
        return frozenset(found)

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """The programs right below each."""
        return {place.item.iri: [n.iri for n in place.narrower] for place in self.places}


def program_tree(reader: Reader, others: Iterable[str] = ()) -> ProgramTree:
    """Return the programs of a store, and others that stand in no tree."""
    above: dict[str, set[str]] = {iri: set() for iri in others}
    for row in rows(reader.store, "program_tree"):
        up = above.setdefault(str(row["program"]), set())
        up.update([str(row["broader"])] if "broader" in row else ())
    for iri in {b for up in above.values() for b in up} - above.keys():
        above[iri] = set()
    depth = {iri: _depth(iri, above, frozenset()) for iri in above}
    named = {iri: reader.item(iri) for iri in above}

    def by_name(iris: Iterable[str]) -> tuple[Item, ...]:
        return tuple(sorted((named[i] for i in iris), key=lambda item: (item.label.casefold(), item.iri)))

    under: dict[str, list[str]] = {iri: [] for iri in above}
    for iri, up in above.items():
        for one in up:
            under[one].append(iri)
    below = {iri: by_name(found) for iri, found in under.items()}
    return ProgramTree(
        tuple(
            ProgramPlace(named[iri], depth[iri], by_name(above[iri]), below[iri])
            for iri in _outline(by_name(above), below, depth)
        )
    )


def _depth(iri: str, above: dict[str, set[str]], seen: frozenset[str]) -> int:
    """Return how many programs stand above one; a circle of programs ends where it began."""
    here = seen | {iri}
    return max((1 + _depth(up, above, here) for up in above[iri] - here), default=0)


def _outline(every: tuple[Item, ...], below: dict[str, tuple[Item, ...]], depth: dict[str, int]) -> list[str]:
    """Return all programs, each under the one right above it that stands lowest."""
    order: dict[str, None] = {}

    def put(iri: str) -> None:
        order[iri] = None
        for item in below[iri]:
            if item.iri not in order and depth[item.iri] == depth[iri] + 1:
                put(item.iri)

    for item in sorted(every, key=lambda i: depth[i.iri]):
        if item.iri not in order:
            put(item.iri)
    return list(order)
