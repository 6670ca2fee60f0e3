"""How well a passage, or the list under a heading, fits a question: a few plain figures between 0 and 1."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ask.contents import Vectoriser
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.forms import Forms
from graph.ask.quotes.wanted import HEAVY, SAID, Wanted

__all__ = ["NAMES", "Candidate", "Fit"]

_POOL = 24  # passages that are looked at closely
_NEAREST = 8  # more of them for their meaning alone
_MANY = 50_000  # passages from which only those that share words are compared in meaning
_SHARING = 256
_LIST = (2, 25)  # how many things a list may hold
_TEXTS = 6  # sentences under a heading that may be one answer
_FRESH = 8.0  # telling words that say enough
_SOME = 3.0  # words missing that count in full

NAMES = (
    "said", "said_near", "meaning", "ahead", "listed", "missing_verbs", "light_missing", "form_held", "fresh",
)  # fmt: skip

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be quoted: a passage, or what stands under it; with its figures by NAMES."""

    number: int
    listed: tuple[int, ...]
    figures: tuple[float, ...]

    @property
    def quoted(self) -> tuple[int, ...]:
        """The passages that would be quoted."""
        return self.listed or (self.number,)


@dataclass(frozen=True)
class Fit:
    """Measures candidates."""

    corpus: Corpus
    forms: Forms
    vectoriser: Vectoriser | None
    vectors: Row | None = None
    """One row for each passage, where they are few enough to be compared all at once."""

    @classmethod
    def of(cls, corpus: Corpus, forms: Forms, vectoriser: Vectoriser | None) -> "Fit":
        """Take the vectors of the passages."""
        texts = [p.text for p in corpus.passages]
        rows = vectoriser.vectors(texts) if vectoriser is not None and 0 < len(texts) <= _MANY else None
        return cls(corpus, forms, vectoriser, rows)

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        """Return the passages and lists that fit a question best, with their figures."""
        if not wanted.positions or not self.corpus.passages:
            return []
        said, near = wanted.share(wanted.own), wanted.share(np.maximum(wanted.own, wanted.around))
        meaning = self._meaning(wanted.text, said + near)
        rough = 0.5 * (said + near + meaning)
        pool = self._pool(rough, meaning)
        found = []
        for number in pool:
            ahead = float(rough[number] - max((rough[m] for m in pool if m != number), default=0.0))
            given = (float(said[number]), float(meaning[number]), ahead)
            if self.corpus.quotable[number]:
                found.append(self._candidate(wanted, number, (), given))
            if listed := self._list(number):
                found.append(self._candidate(wanted, number, listed, given))
        return found

    def _meaning(self, text: str, shared: Row) -> Row:
        """How near every passage is in meaning; of very many, those that share the most words."""
        if self.vectoriser is None:
            return np.zeros_like(shared)
        asked = self.vectoriser.vectors([text])[0]
        if self.vectors is not None:
            cosines: Row = self.vectors @ asked
            return cosines
        found = np.zeros_like(shared)
        best = np.argpartition(-shared, min(_SHARING, len(shared) - 1))[:_SHARING]
        found[best] = self.vectoriser.vectors([self.corpus.passages[n].text for n in best.tolist()]) @ asked
        return found

    def _pool(self, rough: Row, meaning: Row) -> list[int]:
        best = [*_best(rough, _POOL), *_best(meaning, _NEAREST)]
        return list(dict.fromkeys(best))

    def _list(self, number: int) -> tuple[int, ...]:
        """What stands under a heading or lead-in, if it is a list."""
        below = self.corpus.below.get(number, ())
        kinds = {self.corpus.passages[n].kind for n in below}
        if kinds == {"item"}:
            return below if _LIST[0] <= len(below) <= _LIST[1] else ()
        texts = kinds == {"sentence"} and self.corpus.passages[number].kind != "cell"
        return below if texts and _LIST[0] <= len(below) <= _TEXTS else ()

    def _candidate(
        self, wanted: Wanted, number: int, listed: tuple[int, ...], given: tuple[float, float, float]
    ) -> Candidate:
        said, meaning, ahead = given
        near = wanted.near(number, listed)
        heavy = (wanted.weights > HEAVY) & ~wanted.formal
        missed = near < SAID
        quoted = listed or (number,)
        text = " ".join(self.corpus.passages[n].text for n in quoted)
        figures = (
            said,
            float(wanted.share(near)),
            meaning,
            ahead,
            float(bool(listed)),
            min(1.0, int((heavy & wanted.verbs & missed).sum()) / _SOME),
            min(1.0, int((~heavy & missed).sum()) / _SOME),
            max(0.0, self.forms.agrees(wanted, text)),
            self._fresh(wanted, quoted),
        )
        return Candidate(number, listed, figures)

    def _fresh(self, wanted: Wanted, quoted: Sequence[int]) -> float:
        """How much is said that the question does not say."""
        words = {w for n in quoted for w in self.corpus.words[n]} - set(wanted.question.words)
        return min(1.0, sum(self.corpus.idf(w) > HEAVY for w in words) / _FRESH)


def _best(row: Row, most: int) -> list[int]:
    """The places of the highest values, the highest first, ties in reading order."""
    if len(row) <= most:
        return [int(n) for n in np.argsort(-row, kind="stable")]
    least = np.partition(row, len(row) - most)[len(row) - most]
    places = np.flatnonzero(row >= least)
    return [int(n) for n in places[np.argsort(-row[places], kind="stable")][:most]]
