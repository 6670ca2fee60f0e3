"""Reads a question as a chain, or as several chains that meet, and finds the best that exists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rdflib.term import Node

from graph.ask.chains.alignment import Alignment, Costs
from graph.ask.chains.language import ChainLanguage
from graph.ask.chains.layout import Layout, Spot, spots_of
from graph.ask.chains.relations import Relations
from graph.ask.chains.starts import Start, Starts
from graph.ask.chains.surroundings import Surroundings
from graph.ask.chains.walks import Walk, Walks
from graph.ask.chains.words import Word, words_of
from graph.ask.contents import Vectoriser
from graph.store import Store

__all__ = ["Chains", "Found"]

_STARTS = 6
_PAIRED = 12  # chains from each of two names that are tried together
_MANY = 4000


@dataclass(frozen=True)
class Found:
    """The chains that answer together, with their score."""

    walks: tuple[Walk, ...]
    score: float
    count: bool = False


class Chains:
    """Chains over one graph."""

    def __init__(self, store: Store, vectoriser: Vectoriser | None, costs: Costs | None = None) -> None:
        self.around = Surroundings.of(store)
        self.relations = Relations(self.around, vectoriser)
        self.starts = Starts(self.around)
        self.walks = Walks(self.around, self.relations)
        self.costs = costs or Costs()
        self.language = ChainLanguage.english()

    def found(self, question: str) -> list[Found]:
        """Return the readings of a question, best first."""
        words = words_of(question)
        spots = spots_of(words, self.language)
        starts = self._starts(words)
        readings = [r for s in starts for r in self._single(words, spots, s)]
        for one, other in combinations(sorted(starts, key=lambda s: s.start), 2):
            if not one.spots & other.spots:
                readings.extend(self._paired(words, spots, one, other))
        counted = words[:2] and tuple(w.fold for w in words[:2]) == ("how", "many")
        readings = [replace(r, count=True) for r in readings] if counted else readings
        return sorted(readings, key=lambda f: (-f.score, sum(len(w.steps) for w in f.walks), _key(f)))

    def _starts(self, words: Sequence[Word]) -> list[Start]:
        kept: list[Start] = []
        for start in self.starts.find(words):
            plain = all(words[i].fold in self.language.small for i in start.spots)
            inside = any(start.spots < k.spots for k in kept)
            if not plain and not inside:
                kept.append(start)
        return kept[:_STARTS]

    def _single(self, words: Sequence[Word], spots: Sequence[Spot], start: Start) -> Iterator[Found]:
        right = [s for s in spots if s.at >= start.end]
        left = [s for s in reversed(spots) if s.at < start.start]
        alignment = Alignment(
            Layout.around(words, (start.start, start.end), right, left), self.relations, self.costs
        )
        named = _named(start)
        total = alignment.weight + named
        for walk in self.walks.of(start, alignment)[:_PAIRED]:
            yield Found((walk,), (walk.gain + named * start.firm) / total)

    def _paired(
        self, words: Sequence[Word], spots: Sequence[Spot], one: Start, other: Start
    ) -> Iterator[Found]:
        before = [s for s in reversed(spots) if s.at < one.start]
        own = [s for s in spots if one.end <= s.at < _beside(one.end, spots, other)]
        between = [s for s in reversed(spots) if one.end <= s.at < other.start and s not in own]
        after = [s for s in spots if s.at >= other.end]
        layouts = (
            Layout.around(words, (one.start, one.end), own, before),
            Layout.around(words, (other.start, other.end), after, between),
        )
        first, second = (Alignment(layout, self.relations, self.costs) for layout in layouts)
        named = _named(one) + _named(other)
        total = first.weight + second.weight + named
        lefts = self.walks.of(one, first, 2)[:_PAIRED]
        rights = self.walks.of(other, second, 2)[:_PAIRED]
        ends = {w: self._ends(w) for w in (*lefts, *rights)}
        for left in lefts:
            for right in rights:
                if ends[left] & ends[right]:
                    firm = _named(one) * one.firm + _named(other) * other.firm
                    yield Found((left, right), (left.gain + right.gain + firm) / total)

    def _ends(self, walk: Walk) -> frozenset[Node]:
        places: tuple[Node, ...] = walk.start.things
        for step in walk.steps:
            places = self.around.beyond(places, step, _MANY)
        return frozenset(places)


def _beside(end: int, spots: Sequence[Spot], other: Start) -> int:
    """Where the words end that stand right behind a name: 'the NAME position', 'the NAME players'."""
    taken = {s.at for s in spots}
    while end in taken and end < other.start:
        end += 1
    return end


def _named(start: Start) -> float:
    """What the words of a name weigh."""
    return float(start.end - start.start)


def _key(found: Found) -> str:
    return repr([w.steps for w in found.walks])
