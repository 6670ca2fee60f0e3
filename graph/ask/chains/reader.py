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
_KEPT = 12  # readings that are looked at more closely
_HEARD = 0.4  # how well a name or number must be said, not to be passed over
_SEEN = 3  # things of one name whose kind is looked at


@dataclass(frozen=True)
class Found:
    """The chains that answer together, with their score.

    `said` is the share of the other words that they say, `beyond` whether the question asks more than a
    chain can say, or names something that they pass over.
    """

    walks: tuple[Walk, ...]
    score: float
    said: float = 0.0
    count: bool = False
    beyond: bool = False


class Chains:
    """Chains over one graph."""

    def __init__(self, store: Store, vectoriser: Vectoriser | None, costs: Costs | None = None) -> None:
        self.around = Surroundings.of(store)
        self.relations = Relations(self.around, vectoriser)
        self.starts = Starts(self.around)
        self.walks = Walks(self.around, self.relations)
        self.costs = costs or Costs.measured()
        self.language = ChainLanguage.english()
        self._classes = frozenset(k for kinds in self.around.kinds.values() for k in kinds)

    def found(self, question: str) -> list[Found]:
        """Return the readings of a question, best first."""
        words = words_of(question)
        spots = spots_of(words, self.language)
        starts = self._starts(words)
        readings = [r for s in starts for r in self._single(words, spots, s)]
        for one, other in combinations(sorted(starts, key=lambda s: s.start), 2):
            if not one.spots & other.spots:
                readings.extend(self._paired(words, spots, one, other))
        counted = tuple(w.fold for w in words[:2]) == ("how", "many")
        ordered = sorted(readings, key=lambda f: (-f.score, sum(len(w.steps) for w in f.walks), _key(f)))
        return [replace(f, count=counted, beyond=self._beyond(words, f)) for f in ordered[:_KEPT]]

    def _beyond(self, words: Sequence[Word], found: Found) -> bool:
        named = {i for w in found.walks for i in w.start.spots}
        said = {t for w in found.walks for prop, kinds in w.turns for t in (prop, *kinds)}
        for at, word in enumerate(words):
            if at in named:
                continue
            if word.fold in self.language.beyond:
                return True
            proper = any(c.isdecimal() for c in word.text) or (at > 0 and word.text[:1].isupper())
            supports = self.relations.support([(word.fold,)], said) if proper else {}
            if proper and max((float(s[0]) for s in supports.values()), default=0.0) < _HEARD:
                return True
        return False

    def _starts(self, words: Sequence[Word]) -> list[Start]:
        kept: list[Start] = []
        exact = self.starts.find(words)
        found = [*exact, *self.starts.near(words, exact)]
        for start in sorted(found, key=lambda s: (s.start - s.end, -s.firm, s.start)):
            plain = all(words[i].fold in self.language.small for i in start.spots)
            inside = any(self._inside(start, k, words) for k in kept)
            if not plain and not inside:
                kept.append(start)
        return [self._with_kind(s, words) for s in kept[:_STARTS]]

    def _inside(self, start: Start, other: Start, words: Sequence[Word]) -> bool:
        """Whether a mention is part of another, of which more than an article is left."""
        rest = other.spots - start.spots
        return start.spots <= other.spots and (
            not rest or any(words[i].fold not in self.language.small for i in rest)
        )

    def _telling(self, words: Sequence[Word], start: Start) -> float:
        """What the words of a name weigh: an article is none of them."""
        named = sum(words[i].fold not in self.language.small for i in start.spots)
        return float(max(1, named))

    def _with_kind(self, start: Start, words: Sequence[Word]) -> Start:
        """'The NAME department', 'part NAME': a word beside a name may only say what kind it is."""
        kinds = [k for k in self.relations.kinds(start.things[:_SEEN]) if k in self._classes]
        if start.end < len(words) and not words[start.end - 1].owner and self._says(words[start.end], kinds):
            return replace(start, end=start.end + 1)
        if start.start > 0 and self._says(words[start.start - 1], kinds):
            return replace(start, start=start.start - 1)
        return start

    def _says(self, word: Word, kinds: Sequence[str]) -> bool:
        one = word.fold.removesuffix("s")
        return any(
            len(phrase) == 1 and phrase[0].removesuffix("s") == one
            for k in kinds
            for phrase in self.relations.all[k].phrases
        )

    def _single(self, words: Sequence[Word], spots: Sequence[Spot], start: Start) -> Iterator[Found]:
        right = [s for s in spots if s.at >= start.end]
        left = [s for s in reversed(spots) if s.at < start.start]
        alignment = Alignment(
            Layout.around(words, (start.start, start.end), right, left), self.relations, self.costs
        )
        named = self._telling(words, start)
        total = alignment.weight + named
        plain = alignment.plain()
        for walk in self.walks.of(start, alignment)[:_PAIRED]:
            yield Found((walk,), (walk.gain + named * start.firm) / total, plain.share(walk.turns))

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
        named = self._telling(words, one) + self._telling(words, other)
        total = first.weight + second.weight + named
        lefts = self.walks.of(one, first, 2)[:_PAIRED]
        rights = self.walks.of(other, second, 2)[:_PAIRED]
        ends = {w: self._ends(w) for w in (*lefts, *rights)}
        plain = (first.plain(), second.plain())
        for left in lefts:
            for right in rights:
                if ends[left] & ends[right]:
                    firm = self._telling(words, one) * one.firm + self._telling(words, other) * other.firm
                    said = min(p.share(w.turns) for p, w in zip(plain, (left, right), strict=True))
                    yield Found((left, right), (left.gain + right.gain + firm) / total, said)

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


def _key(found: Found) -> str:
    return repr([w.steps for w in found.walks])
