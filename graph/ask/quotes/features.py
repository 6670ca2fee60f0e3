"""How well a passage, or the list under a heading, fits a question: a few plain figures between 0 and 1."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ask.contents import Vectoriser
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.forms import Forms
from graph.ask.quotes.retrieval import Retrieval, Spot
from graph.ask.quotes.wanted import HEAVY, SAID, Wanted

__all__ = ["NAMES", "Candidate", "Fit"]

_LIST = (2, 25)  # how many things a list may hold
_TEXTS = 6  # sentences under a heading that may be one answer
_SOME = 3.0  # words missing that count in full
_VALUES = frozenset({"count", "when", "month", "share", "howmuch", "where", "often"})

NAMES = (
    "said", "said_near", "ahead", "missing_nouns", "missing_verbs", "missing_aside", "missing_share",
    "form_held", "value_asked",
)  # fmt: skip


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
    retrieval: Retrieval

    @classmethod
    def of(cls, corpus: Corpus, forms: Forms, vectoriser: Vectoriser | None) -> "Fit":
        """Take the vectors of the passages."""
        return cls(corpus, forms, Retrieval.of(corpus, vectoriser))

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        """Return the passages and lists that fit a question best, with their figures."""
        if not wanted.positions or not self.corpus.passages:
            return []
        found = []
        for spot in self.retrieval.spots(wanted):
            listed = self._list(spot.number)
            leads = listed and wanted.form not in _VALUES and self._leads(spot.number)
            if self.corpus.quotable[spot.number] and not leads:
                found.append(self._candidate(wanted, spot, ()))
            if listed:
                found.append(self._candidate(wanted, spot, listed))
        return found

    def _list(self, number: int) -> tuple[int, ...]:
        """What stands under a heading or lead-in, if it is a list."""
        below = self.corpus.below.get(number, ())
        kinds = {self.corpus.passages[n].kind for n in below}
        if kinds == {"item"}:
            return below if _LIST[0] <= len(below) <= _LIST[1] else ()
        texts = kinds == {"sentence"} and self.corpus.passages[number].kind != "cell"
        return below if texts and _LIST[0] <= len(below) <= _TEXTS else ()

    def _leads(self, number: int) -> bool:
        """Whether a passage only leads in to what stands under it."""
        return self.corpus.passages[number].text.rstrip(" *_").endswith(":")

    def _candidate(self, wanted: Wanted, spot: Spot, listed: tuple[int, ...]) -> Candidate:
        near = wanted.near(spot.number, listed)
        text = " ".join(self.corpus.passages[n].text for n in listed or (spot.number,))
        figures = (
            spot.said,
            float(wanted.share(near)),
            spot.ahead,
            *_missing(wanted, near < SAID),
            max(0.0, self.forms.agrees(wanted, text)),
            float(wanted.form in _VALUES),
        )
        return Candidate(spot.number, listed, figures)


def _missing(wanted: Wanted, missed: NDArray[np.bool_]) -> tuple[float, ...]:
    """How many telling words are missing, nouns, verbs and those told aside, and their share by weight."""
    heavy = (wanted.weights > HEAVY) & ~wanted.formal & missed
    kinds = (
        heavy & ~wanted.verbs & wanted.asking,
        heavy & wanted.verbs & wanted.asking,
        heavy & ~wanted.asking,
    )
    counts = [min(1.0, int(k.sum()) / _SOME) for k in kinds]
    return (*counts, float(wanted.weights[heavy].sum() / (wanted.weights.sum() or 1.0)))
