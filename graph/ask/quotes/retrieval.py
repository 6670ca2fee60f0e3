"""The passages nearest to a question, by its words and by meaning, in the setting where each stands."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ask.contents import Vectoriser
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.wanted import Wanted

__all__ = ["Retrieval", "Spot"]

_POOL = 16  # passages that are looked at closely
_NEAREST = 6  # more of them for their meaning alone
_MANY = 50_000  # passages from which only those that share words are compared in meaning
_SHARING = 256
_ABOVE = (0.5, 0.25, 0.12)  # what the meaning of a heading counts, and of those above it
_SETTING = 0.6  # what the meaning with all headings counts against the other figures

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage with how much of the question it says itself, and how far it is ahead of others."""

    number: int
    said: float
    ahead: float


@dataclass(frozen=True)
class Retrieval:
    """Ranks passages by words and meaning together."""

    corpus: Corpus
    vectoriser: Vectoriser | None
    vectors: Row | None = None
    """One row for each passage, where they are few enough to be compared all at once."""
    settings: Row | None = None
    """The same with what each passage stands under."""

    @classmethod
    def of(cls, corpus: Corpus, vectoriser: Vectoriser | None) -> "Retrieval":
        """Take the vectors of the passages."""
        texts = [p.text for p in corpus.passages]
        if vectoriser is None or not 0 < len(texts) <= _MANY:
            return cls(corpus, vectoriser)
        rows = vectoriser.vectors(texts)
        return cls(corpus, vectoriser, rows, _in_setting(corpus, rows))

    def spots(self, wanted: Wanted) -> list[Spot]:
        """Return the passages that fit a question best, best first, those near in meaning after them."""
        said, near = wanted.share(wanted.own), wanted.share(np.maximum(wanted.own, wanted.around))
        meaning, setting = self._meaning(wanted.text, said + near)
        rough: Row = ((said + near + meaning + _SETTING * setting) / (3 + _SETTING)).astype(np.float32)
        best = _best(rough, _POOL)
        pool = dict.fromkeys([*best, *_best(meaning, _NEAREST)])
        return [Spot(n, float(said[n]), self._ahead(n, best, rough)) for n in pool]

    def _ahead(self, number: int, best: list[int], rough: Row) -> float:
        """How far a passage is ahead of the next that is no kin of it."""
        return float(rough[number] - max((rough[m] for m in best if self._rivals(number, m)), default=0.0))

    def _rivals(self, one: int, other: int) -> bool:
        """Whether two passages are rivals: neither stands under the other, or says the same."""
        above = self.corpus.above
        if one == other or one in above[other] or other in above[one]:
            return False
        return self.corpus.passages[one].text != self.corpus.passages[other].text

    def _meaning(self, text: str, shared: Row) -> tuple[Row, Row]:
        """How near every passage is in meaning; of very many, those that share the most words."""
        if self.vectoriser is None:
            return np.zeros_like(shared), np.zeros_like(shared)
        asked = self.vectoriser.vectors([text])[0]
        if self.vectors is not None and self.settings is not None:
            return self.vectors @ asked, self.settings @ asked
        found = np.zeros_like(shared)
        best = np.argpartition(-shared, min(_SHARING, len(shared) - 1))[:_SHARING]
        found[best] = self.vectoriser.vectors([self.corpus.passages[n].text for n in best.tolist()]) @ asked
        return found, found


def _in_setting(corpus: Corpus, rows: Row) -> Row:
    """Add to each passage's vector those of what it stands under, the nearest the most."""
    total = rows.copy()
    places = [list(a) for a in corpus.above]
    for share in _ABOVE:
        for number, above in enumerate(places):
            if above:
                total[number] += share * rows[above].mean(axis=0)
        places = [[n for p in above for n in corpus.above[p]] for above in places]
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    scaled: Row = total / np.maximum(lengths, 1e-9)
    return scaled


def _best(row: Row, most: int) -> list[int]:
    """The places of the highest values, the highest first, ties in reading order."""
    if len(row) <= most:
        return [int(n) for n in np.argsort(-row, kind="stable")]
    least = np.partition(row, len(row) - most)[len(row) - most]
    places = np.flatnonzero(row >= least)
    return [int(n) for n in places[np.argsort(-row[places], kind="stable")][:most]]
