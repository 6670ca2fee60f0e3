"""Ways through a graph's schema from one class to another, cheapest first."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from graph.ask.lexicon import Lexicon
from graph.ask.profile import Edge, Profile

__all__ = ["Path", "Paths", "Step"]

_LONGEST = 3  # steps; a record such as an offering counts as part of a step
_DEAREST = 4.6  # cost above which a way joins things that have little to do with each other
_KEPT = 14
_SIDEWAYS = 2.4  # to a shared thing and back down: siblings, rarely meant
_STEP = 0.05  # of two ways that are as near, the one of fewer steps
_SHARED = 1.2  # what several documents name stands in each of them, which says little
_WITHIN = 1.0  # from a thing to another of its class, such as from a part to the whole
_FIRST = 0.1  # and a little more where it is the first of them
_CUED = 0.9  # what a phrase for a property is worth to a way that uses it


class Step(NamedTuple):
    """One property walked forwards or backwards to a class."""

    property: str
    inverse: bool
    cls: str


Path = tuple[Step, ...]


class Paths:
    """Finds typed ways through the schema, and knows which classes are mere records of a relation."""

    def __init__(self, profile: Profile, lexicon: Lexicon) -> None:
        self._context = lexicon.listed("context")
        self._shared = lexicon.listed("shared")
        self._out: dict[str, list[tuple[Step, Edge]]] = defaultdict(list)
        for edge in profile.edges:
            self._out[edge.source].append((Step(edge.property, False, edge.target), edge))
            self._out[edge.target].append((Step(edge.property, True, edge.source), edge))
        self._single = frozenset(
            p
            for p in {e.property for e in profile.edges}
            if all(e.pairs <= e.sources for e in profile.edges if e.property == p)
        )
        self._siblings = _siblings(profile)
        self.records = _records(profile, self._context) | lexicon.listed("records")
        self.sorting = lexicon.listed("sorting")
        self._counts = profile.classes
        self._weights = {iri: term.weight for iri, term in lexicon.terms.items()}
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.cost = lru_cache(maxsize=50_000)(self._cost)
        self._onward = lru_cache(maxsize=2_000)(self._all_from)

    def cost_from(self, source: str, path: Path, cues: frozenset[str] = frozenset()) -> float:
        """Return the cost of a way that begins at a class."""
        # 'go to' is said of the school that is asked for: the word belongs to the first step of the way.
        first = _FIRST if path and path[0].property in cues else 0.0
        begins_shared = bool(path) and source in self._shared and path[0].property in self._context
        return self.cost(path, cues) - first + (_SHARED if begins_shared and not path[0].inverse else 0.0)

    def _cost(self, path: Path, cues: frozenset[str] = frozenset()) -> float:
        """Return how far-fetched a way is; phrases for its properties bring it nearer."""
        total = _STEP * len(path)
        for number, step in enumerate(path):
            total += 0.5 if step.cls in self.records or self._from_record(path, number) else 1.0
            total -= self._weights.get(step.property, 0.0)
            if number and step.inverse and not path[number - 1].inverse:
                total += _SIDEWAYS
            if step.property in self._context and self._ends(path, number) & self._shared:
                total += _SHARED
            if number and step.cls == path[number - 1].cls:
                total += _WITHIN
            if step.property in self._context and len(path) > 1:
                total += 0.4 if not step.inverse else 0.6
        return total - _CUED * len(cues & {s.property for s in path})

    def _ends(self, path: Path, number: int) -> frozenset[str]:
        """The classes at both ends of a step, as far as the way itself says."""
        step = path[number]
        before = frozenset({path[number - 1].cls}) if number else frozenset()
        return before | ({step.cls} if step.inverse else frozenset())

    def _from_record(self, path: Path, number: int) -> bool:
        return number > 0 and path[number - 1].cls in self.records

    def _find(self, source: str, target: str) -> tuple[Path, ...]:
        found: list[tuple[float, Path]] = [(self.cost(()), ())] if source == target else []
        for cost, path in self._onward(source):
            if path[-1].cls == target and all(step.cls != target for step in path[:-1]):
                found.append((cost, path))
        found.sort(key=lambda f: (f[0], [(s.property, s.inverse, s.cls) for s in f[1]]))
        return tuple(path for _, path in found[:_KEPT])

    def _all_from(self, source: str) -> list[tuple[float, Path]]:
        """Every way that begins at a class and is not too dear, with its cost."""
        found: list[tuple[float, Path]] = []
        waiting: list[tuple[Path, str]] = [((), source)]
        while waiting:
            path, here = waiting.pop()
            for step, _ in self._out.get(here, ()):
                longer = (*path, step)
                if self._undoes(path, step, source) or (cost := self.cost(longer)) > _DEAREST:
                    continue
                found.append((cost, longer))
                if self._length(longer) < _LONGEST and step.cls != source:
                    waiting.append((longer, step.cls))
        return found

    def _undoes(self, path: Path, step: Step, source: str) -> bool:
        """Going to a thing and back by the same property only leads to siblings, but for records."""
        if not path or path[-1].property != step.property or path[-1].inverse == step.inverse:
            return False
        begun = path[-2].cls if len(path) > 1 else source
        if path[-1].inverse and step.cls != begun:
            return False  # what supports a goal may support a recommendation, too
        if not path[-1].inverse:
            return True
        return path[-1].cls not in self.records or step.property in self._single

    def _length(self, path: Path) -> int:
        return sum(1 for step in path if step.cls not in self.records)

    @staticmethod
    def reversed(path: Path, source: str) -> Path:
        """Return a way walked backwards, to the class where it began."""
        classes = [source, *(step.cls for step in path[:-1])]
        return tuple(
            Step(step.property, not step.inverse, cls)
            for step, cls in zip(reversed(path), reversed(classes), strict=True)
        )

    def siblings(self, prop: str) -> frozenset[str]:
        """Return the properties that join the same classes as one, itself included."""
        return self._siblings.get(prop, frozenset({prop}))

    def neighbours(self, cls: str) -> Iterable[Step]:
        """Return every single step that leads away from a class."""
        return [step for step, _ in self._out.get(cls, ())]


def _siblings(profile: Profile) -> dict[str, frozenset[str]]:
    by_ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edge in profile.edges:
        by_ends[edge.source, edge.target].add(edge.property)
    found: dict[str, set[str]] = defaultdict(set)
    for properties in by_ends.values():
        for prop in properties:
            found[prop] |= properties
    return {k: frozenset(v) for k, v in found.items()}


def _records(profile: Profile, context: frozenset[str]) -> frozenset[str]:
    """Classes that only join others: nothing points to them, and they point to two things or more."""
    pointed = {e.target for e in profile.edges}
    joined: dict[str, set[str]] = defaultdict(set)
    for edge in profile.edges:
        if edge.property not in context:
            joined[edge.source].add(edge.property)
    return frozenset(c for c, properties in joined.items() if c not in pointed and len(properties) > 1)
