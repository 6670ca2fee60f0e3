"""Finds the record that some words describe: by its own text, by what it is linked with, and by meaning."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rdflib import URIRef

from graph.ask.contents import ContentSearch
from graph.ask.execute import Executor
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.profile import Profile
from graph.ask.queries import query

__all__ = ["Records", "Resemblance"]

_READ = 8  # records of a plan that was read itself
_CROWD = 4  # more things that point to one by one property say nothing of it
_SYNONYM = 0.85  # what a synonym counts against the word itself
_NEAR = 0.6  # what a word counts that stands in a text beside the record's own
_SAID, _OWN, _MEANT, _AROUND = 0.55, 0.1, 0.25, 0.1  # shares of the score

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How well a record fits some words: which stand in it or beside it, and how near its meaning is."""

    iri: str
    score: float
    own: frozenset[int]
    beside: frozenset[int]
    meaning: float


class Records:
    """Scores every record of a graph against words with their weights."""

    def __init__(
        self,
        index: EntityIndex,
        contents: ContentSearch,
        executor: Executor,
        lexicon: Lexicon,
        profile: Profile,
    ) -> None:
        self._index = index
        self._contents = contents
        self._executor = executor
        self._lexicon = lexicon
        self._profile = profile
        self._known: dict[str, list[tuple[str, str]]] = {}

    def near(self, words: Mapping[int, tuple[str, float]], text: str) -> list[Resemblance]:
        """Return the records, best first, for some stems by their places, each with its weight."""
        if not words or not self._all:
            return []
        gains = self._gains([w for w, _ in words.values()])
        own = np.maximum.reduceat(gains[self._own.numbers], self._own.starts, axis=0)
        around = np.maximum.reduceat(gains[self._around.numbers], self._around.starts, axis=0)
        weights = np.array([w for _, w in words.values()], dtype=np.float32)
        weights /= float(weights.sum()) or 1.0
        score = _SAID * (np.maximum(own, _NEAR * around) @ weights) + _OWN * (own @ weights)
        meaning = self._meant(text, own @ weights)
        score += _MEANT * meaning[0] + _AROUND * meaning[1]
        order = np.argsort(-score, kind="stable")[:60]
        places = list(words)
        return [
            Resemblance(
                self._all[r],
                round(float(score[r]), 4),
                frozenset(places[n] for n in np.flatnonzero(own[r])),
                frozenset(places[n] for n in np.flatnonzero(around[r])),
                round(float(meaning[0][r]), 4),
            )
            for r in order
        ]

    def plans(self, record: str) -> frozenset[str]:
        """Return the plans in which a record stands; those that cite it, where its own was not read."""
        own = self._held.get(record, frozenset())
        return own if own & self.holding else own | self._cited.get(record, frozenset())

    @cached_property
    def holding(self) -> frozenset[str]:
        """The plans that were read, in which many records stand, and not only what others cite of them."""
        counts = Counter(p for plans in self._held.values() for p in plans)
        return frozenset(p for p, number in counts.items() if number >= _READ)

    def linked(self, record: str) -> frozenset[str]:
        """Return what a record is linked with, and what is linked with it."""
        return self._links.get(record, frozenset())

    def _gains(self, words: Sequence[str]) -> Numbers:
        """For each text, how much it holds of each word: the word, or a synonym of it."""
        gains = np.zeros((len(self._index.texts), len(words)), dtype=np.float32)
        for spot in self._lexicon.synonyms.find(words):
            held = [set(self._index.postings.get(w, ())) for w in spot.meaning]
            texts = sorted(set.intersection(*held)) if held else []
            gains[np.ix_(texts, range(spot.start, spot.end))] = _SYNONYM
        for number, word in enumerate(words):
            gains[list(self._index.postings.get(word, ())), number] = 1.0
        return gains

    def _meant(self, text: str, said: Numbers) -> tuple[Numbers, Numbers]:
        """How near the records are in meaning; without vectors, as near as they are in words."""
        cosines = self._contents.meaning(text)
        if cosines is None:
            return said, said
        own = np.maximum.reduceat(cosines[self._own.numbers], self._own.starts)
        around = np.maximum.reduceat(cosines[self._around.numbers], self._around.starts)
        return own, around

    @cached_property
    def _all(self) -> list[str]:
        """The records: what has a text of its own and no mere name."""
        barred = self._index.namelike | self._lexicon.listed("hidden") | self._lexicon.listed("records")
        return [
            e.iri
            for e in self._index.entities.values()
            if e.classes and not e.twin and not barred & set(e.classes) and self._numbered.get(e.iri)
        ]

    @cached_property
    def _numbered(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._index.texts):
            found[text.iri].append(number)
        return found

    @cached_property
    def _own(self) -> "_Ranges":
        return _Ranges.of(self._numbered[r] for r in self._all)

    @cached_property
    def _around(self) -> "_Ranges":
        own = self._numbered
        return _Ranges.of(
            [*own[r], *(n for other in sorted(self._links.get(r, ())) for n in own.get(other, ()))]
            for r in self._all
        )

    @cached_property
    def _links(self) -> Mapping[str, frozenset[str]]:
        """What each thing is linked with; not the many that point to one by one property."""
        found: dict[str, set[str]] = defaultdict(set)
        for prop in self._joining:
            pointing: dict[str, list[str]] = defaultdict(list)
            for thing, other in self._pairs(prop):
                found[thing].add(other)
                pointing[other].append(thing)
            for other, things in pointing.items():
                found[other].update(things if len(things) <= _CROWD else ())
        return {k: frozenset(v) for k, v in found.items()}

    @cached_property
    def _held(self) -> Mapping[str, frozenset[str]]:
        by = self._lexicon.settings.get("holder", {}).get("by")
        found: dict[str, set[str]] = defaultdict(set)
        for thing, plan in self._pairs(by) if by else ():
            found[thing].add(plan)
        return {k: frozenset(v) for k, v in found.items()}

    @cached_property
    def _cited(self) -> Mapping[str, frozenset[str]]:
        """The plans of whatever points to a thing."""
        found: dict[str, set[str]] = defaultdict(set)
        for prop in self._joining:
            for thing, other in self._pairs(prop):
                found[other] |= self._held.get(thing, frozenset())
        return {k: frozenset(v) for k, v in found.items()}

    @cached_property
    def _joining(self) -> list[str]:
        """The properties that join things, but for those that only say where a thing stands."""
        barred = self._lexicon.listed("hidden") | self._lexicon.listed("context")
        return sorted({e.property for e in self._profile.edges} - barred)

    def _pairs(self, prop: str) -> list[tuple[str, str]]:
        if prop not in self._known:
            rows = self._executor.select(query("narrower"), {"property": URIRef(prop)})
            self._known[prop] = [(str(r["thing"]), str(r["broader"])) for r in rows]
        return self._known[prop]


@dataclass(frozen=True)
class _Ranges:
    """The numbers of the texts of each record, one after the other, and where each record begins."""

    numbers: NDArray[np.intp]
    starts: NDArray[np.intp]

    @classmethod
    def of(cls, groups: Iterable[Collection[int]]) -> "_Ranges":
        numbers: list[int] = []
        starts: list[int] = []
        for group in groups:
            starts.append(len(numbers))
            numbers.extend(group)
        return cls(np.array(numbers, dtype=np.intp), np.array(starts, dtype=np.intp))
