"""Reasons not to quote a passage, however alike its words: what is asked for is not what it says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ask.english import English
from graph.ask.index import EntityIndex
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.features import Candidate
from graph.ask.quotes.forms import Forms
from graph.ask.quotes.wanted import HEAVY, SAID, Wanted
from graph.ask.tokens import stems
from graph.ask.vocabulary import ClassSense

__all__ = ["Gates"]

_SHAPES = (
    "most", "fewest", "negation", "more", "fewer", "compare", "equal", "differ", "expansion", "universal",
)  # fmt: skip
_KINDS = English.load().kinds
_PLAIN = frozenset({"who", "count", "why"})  # forms for which everything must be said
_VALUES = frozenset({"count", "when", "month", "share", "howmuch"})
_DONE = frozenset({"who", "count", "when"})  # forms for which what is done must be said, too
_RANKED = frozenset({"oldest", "newest", "latest", "earliest"})
_BEFORE = frozenset(stems("last prior previous"))
_LEAST = 0.15  # share of the words that must stand in the very passage that gives a value
_VERBS = 1  # telling verbs that may be told in other words


@dataclass(frozen=True)
class Gates:
    """Lets through what may answer."""

    corpus: Corpus
    forms: Forms
    index: EntityIndex

    def sayable(self, wanted: Wanted) -> bool:
        """Whether a question can be answered by quoting at all."""
        question = wanted.question
        shape = question.shape
        if shape.boolean or len(shape.asked) > 1 or any(shape.has(s) for s in _SHAPES):
            return False
        if any(o.how == "number" for m in question.links.things for o in m.options):
            return False
        if _RANKED & {t.text.lower() for t in question.tokens} and any(a.noun for a in shape.asked):
            return False  # which thing is the oldest no single sentence says
        if shape.threshold and shape.threshold.classes:
            return False
        if shape.has("elsewhen") and not _BEFORE & set(question.words):
            return False
        return wanted.form != "where" and not self._identity(wanted)

    def lets(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether nothing speaks against quoting this."""
        missed = wanted.near(candidate.number, candidate.listed) < SAID
        heavy = (wanted.weights > HEAVY) & ~wanted.formal
        if (missed & (wanted.strict | wanted.absent)).any() or (missed & heavy & ~wanted.verbs).any():
            return False
        verbs = int((missed & heavy & wanted.verbs).sum())
        if verbs > (0 if wanted.form in _PLAIN else _VERBS):
            return False
        return self._formed(wanted, candidate, missed) and self._of_kind(wanted, candidate)

    def _identity(self, wanted: Wanted) -> bool:
        """'Who is the officer?' and 'the name of' ask who somebody is, which a sentence seldom says."""
        tokens, light = wanted.question.tokens, wanted.question.light
        does = any(at in light or _KINDS.get(tokens[at].text.lower()) == "v" for at in wanted.positions)
        who = "who" in wanted.question.words and wanted.form == "who"
        return (who and not does) or "name" in wanted.heads

    def _formed(self, wanted: Wanted, candidate: Candidate, missed: NDArray[np.bool_]) -> bool:
        """Whether the form that is asked for is there, and with it what it is said of."""
        text = self._text(candidate)
        if self.forms.agrees(wanted, text) <= -1:
            return False
        if wanted.form in _VALUES | _DONE:
            said = float(wanted.share(wanted.own[:, candidate.number]))
            undone = wanted.form in _DONE and (missed & ~wanted.formal & wanted.deeds).any()
            return not candidate.listed and said >= _LEAST and not undone
        return bool(candidate.listed) or self._says_more(wanted, candidate)

    def _says_more(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether a passage says what the question does not, and does not take out what is asked for."""
        said = set(wanted.question.words) | {a for others in wanted.alike.values() for a in others}
        words = self.corpus.words[candidate.number]
        fresh = {w for w in words if w not in said and self.corpus.idf(w) > HEAVY}
        return bool(fresh) and not self.forms.excepts(wanted, self._text(candidate))

    def _text(self, candidate: Candidate) -> str:
        return " ".join(self.corpus.passages[n].text for n in candidate.quoted)

    def _of_kind(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Who asks which schools is told a school that the question does not name."""
        nouns = [a.noun for a in wanted.question.shape.asked if a.noun is not None]
        kinds = {s.cls for n in nouns for s in n.senses if isinstance(s, ClassSense)} & self.index.namelike
        if not kinds or wanted.form in _VALUES:
            return True
        said = {t for m in wanted.question.links.things for o in m.options for t in o.things}
        words = [self.corpus.words[n] for n in candidate.quoted]
        found = {spot.meaning for w in words for spot in self.index.names.find(w)} - said
        if any(kinds & set(self.index.classes(t)) for t in found):
            return True
        text = self._text(candidate)
        return self.forms.instances(wanted, text) or self.forms.numbered(wanted, text)
