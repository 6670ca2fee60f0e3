"""Finds things by what their texts say: by telling words, and by meaning where vectors are at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from graph.ask.index import EntityIndex, Text
from graph.ask.lexicon import Language, Lexicon
from graph.ask.subjects import Subjects

__all__ = ["ContentSearch", "Hit", "Vectoriser"]

_SYNONYM = 0.85  # what a synonym counts against the word itself
_FAR, _NEAR = 0.25, 0.75  # cosines that mean nothing and everything, for short texts of one field
_WORDS, _MEANING, _WHOLE = 0.55, 0.45, 0.08
_MOST = 60  # things returned
_FIELD = 0.9  # a text other than the name counts a little less than the name


class Vectoriser(Protocol):
    """Gives texts unit vectors, the same for the same text."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found by content: how well, and how much of the words stands in its text."""

    iri: str
    score: float
    lexical: float
    meaning: float
    property: str


class ContentSearch:
    """Scores every text of a graph against some words."""

    def __init__(self, index: EntityIndex, lexicon: Lexicon, vectoriser: Vectoriser | None) -> None:
        self._index = index
        self._lexicon = lexicon
        self.turns = Language.english().turns
        self.subjects = Subjects.of(lexicon)
        self._vectoriser = vectoriser
        self._matrix: NDArray[np.float32] | None = None
        self.search = lru_cache(maxsize=2_000)(self._search)
        self._of: dict[str, list[Text]] = {}
        self._said: dict[str, frozenset[str]] = {}
        for one in index.texts:
            self._of.setdefault(one.iri, []).append(one)
        self._own = np.array(
            [sum(index.idf(w) for w in t.stems) or 1.0 for t in index.texts], dtype=np.float32
        )
        self._weight = np.array([1.0 if t.property == "" else _FIELD for t in index.texts])

    def texts_of(self, thing: str) -> list[Text]:
        """Return the texts of a thing."""
        return self._of.get(thing, [])

    def foresee(self, texts: Sequence[str]) -> None:
        """Take the vectors of texts that will be looked for: together that is faster than one by one."""
        several = sorted({t for t in texts if t.strip()})
        if self._vectoriser is not None and len(several) > 1:
            self._vectoriser.vectors(several)

    def said_of(self, thing: str) -> frozenset[str]:
        """Return every stem of the texts of a thing."""
        if thing not in self._said:
            self._said[thing] = frozenset(w for t in self.texts_of(thing) for w in t.stems)
        return self._said[thing]

    def says(self, word: str, said: frozenset[str]) -> bool:
        """Say whether some words hold a word, or a synonym of it."""
        return word in said or any(said.issuperset(m) for m in self._lexicon.synonyms.meanings((word,)))

    def _search(self, words: tuple[str, ...], text: str, properties: tuple[str, ...] = ()) -> list[Hit]:
        """Return the best things for some stems and the text that they stand in, best first.

        `properties` are those whose values are searched; all of them, and the labels, where none is given.
        """
        if not words or not self._index.texts:
            return []
        score, lexical, meaning = self._scores(words, text)
        if properties:
            score = np.where([t.property in properties for t in self._index.texts], score, 0.0)
        return self._best(score, lexical, meaning)

    def likest(self, words: tuple[str, ...], text: str, among: frozenset[str]) -> list[tuple[str, float]]:
        """Return some things with how like a text they are, the likest first."""
        score = self._scores(words, text)[0]
        found: dict[str, float] = {}
        for at, one in enumerate(self._index.texts):
            if one.iri in among:
                found[one.iri] = max(found.get(one.iri, 0.0), float(score[at]))
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def _scores(
        self, words: Sequence[str], text: str
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32] | None]:
        """How well each text fits, by its words and by its meaning."""
        matched, total = self._matched(words)
        lexical = matched / total
        meaning = self.meaning(text)
        whole = np.minimum(1.0, matched / self._own)
        if meaning is None:
            return 0.92 * lexical + _WHOLE * whole, lexical, None
        return _WORDS * lexical + _MEANING * meaning + _WHOLE * whole, lexical, meaning

    def _matched(self, words: Sequence[str]) -> tuple[NDArray[np.float32], float]:
        matched = np.zeros(len(self._index.texts), dtype=np.float32)
        total = 0.0
        for word, others in self._alternatives(words).items():
            weight = self._index.idf(word)
            total += weight
            gain = np.zeros_like(matched)
            for other in others:
                gain[list(self._holding(other))] = _SYNONYM * weight
            gain[list(self._index.postings.get(word, ()))] = weight
            matched += gain
        return matched, total or 1.0

    def _alternatives(self, words: Sequence[str]) -> Mapping[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {w: [] for w in words}
        for spot in self._lexicon.synonyms.find(words):
            for position in range(spot.start, spot.end):
                found[words[position]].append(spot.meaning)
        return found

    def _holding(self, phrase: tuple[str, ...]) -> set[int]:
        """Texts in which every word of a phrase stands."""
        sets = [set(self._index.postings.get(w, ())) for w in phrase]
        return set.intersection(*sets) if sets else set()

    def meaning(self, text: str) -> NDArray[np.float32] | None:
        """Return how near in meaning every text is to some words, 0 to 1; nothing without vectors."""
        if self._vectoriser is None or not text.strip():
            return None
        if self._matrix is None:
            self._matrix = self._vectoriser.vectors([t.text for t in self._index.texts])
        cosines = self._matrix @ self._vectoriser.vectors([text])[0]
        scaled: NDArray[np.float32] = np.clip((cosines - _FAR) / (_NEAR - _FAR), 0.0, 1.0)
        return scaled

    def _best(
        self,
        score: NDArray[np.float32],
        lexical: NDArray[np.float32],
        meaning: NDArray[np.float32] | None,
    ) -> list[Hit]:
        likeness = score.astype(np.float64) * self._weight
        best: dict[str, int] = {}
        for at in _highest(score, 4 * _MOST).tolist():
            value = likeness[at]
            known = best.get(iri := self._index.texts[at].iri)
            if value > 0 and (known is None or value > likeness[known]):
                best[iri] = at
        ranked = sorted((-round(float(likeness[at]), 4), iri, at) for iri, at in best.items())[:_MOST]
        return [
            Hit(
                iri,
                -value,
                round(float(lexical[at]), 4),
                0.0 if meaning is None else float(meaning[at]),
                self._index.texts[at].property,
            )
            for value, iri, at in ranked
        ]


def _highest(score: NDArray[np.float32], most: int) -> NDArray[np.intp]:
    """Where the highest scores stand, the highest first, and of equal ones the first."""
    near = np.arange(len(score))
    if len(score) > most:  # only those that can be among them are sorted
        near = np.flatnonzero(score >= np.partition(score, -most)[-most])
    return near[np.argsort(-score[near], kind="stable")][:most]
