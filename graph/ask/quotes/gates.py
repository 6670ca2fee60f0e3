"""Reasons not to quote a passage, however alike its words: what is asked for is not what it says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ask.closed import closed
from graph.ask.english import English
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language
from graph.ask.question import Question
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.features import Candidate
from graph.ask.quotes.forms import Forms
from graph.ask.quotes.members import members
from graph.ask.quotes.wanted import HEAVY, SAID, Wanted
from graph.ask.tokens import stems
from graph.ask.vocabulary import ClassSense

__all__ = ["Gates"]

_SHAPES = (
    "most", "fewest", "negation", "more", "fewer", "compare", "equal", "differ", "expansion", "universal",
)  # fmt: skip
_ASKING = Language.english().asking
_KINDS = English.load().kinds
_PLAIN = frozenset({"who", "count", "why"})  # forms for which everything must be said that asks
_VALUES = frozenset({"count", "when", "month", "share", "howmuch", "often"})
_DONE = frozenset({"who", "count", "when"})  # forms for which what is done must be said, too
_RANKED = closed("ranked_in_time")
_BEFORE = frozenset(stems("last prior previous"))
_OFTEN = 2  # telling words that must be said of what is done so often
_LEAST = 0.15  # share of the words that must stand in the very passage that gives a value


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
        if shape.boolean or any(self._shaped(wanted, s) for s in _SHAPES):
            return False
        further = any(question.words[i - 1] == "and" for i in self._asking(wanted)[1:])
        if further or len({a.at for a in shape.asked} & wanted.spoken) > 1:
            return False  # no sentence is asked for that answers several questions
        return wanted.form != "where" and not self._identity(wanted) and not self._typed(question)

    def _asking(self, wanted: Wanted) -> list[int]:
        words = wanted.question.words
        return [i for i in sorted(wanted.spoken) if words[i] in _ASKING]

    def _typed(self, question: Question) -> bool:
        """Whether only typed facts can tell: of a number, of a year not named, of limits, of the oldest."""
        shape = question.shape
        if any(o.how == "number" for m in question.links.things for o in m.options):
            return True
        if _RANKED & {t.text.lower() for t in question.tokens} and any(a.noun for a in shape.asked):
            return True  # which thing is the oldest no single sentence says
        limited = shape.threshold is not None and bool(shape.threshold.classes)
        return limited or (shape.has("elsewhen") and not _BEFORE & set(question.words))

    def lets(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether nothing speaks against quoting this."""
        missed = wanted.near(candidate.number, candidate.listed) < SAID
        if (missed & (wanted.strict | wanted.absent)).any():
            return False
        if not self._of_kind(wanted, candidate):
            return False
        if (
            self._beside(wanted, candidate)
            or self._unnamed(wanted, missed)
            or self.forms.excepts(wanted, self._text(candidate))
        ):
            return False
        told = wanted.form in ("", "who") and wanted.plural and self._told(wanted, candidate)
        return told or (
            not self._untold(wanted, candidate)
            and not self._undone(wanted, missed)
            and self._formed(wanted, candidate, missed)
        )

    def _beside(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether only what is told beside the question is said, and nothing of what it asks."""
        asked = wanted.asking & ~wanted.formal & (wanted.weights > HEAVY)
        if self._told(wanted, candidate) or candidate.listed or wanted.asking.all() or not asked.any():
            return False
        return not (asked & (wanted.own[:, candidate.number] >= SAID)).any()

    def _unnamed(self, wanted: Wanted, missed: NDArray[np.bool_]) -> bool:
        """Whether the very noun that is asked for is not said, nor anything that is called so."""
        words = np.array([wanted.question.words[i] in wanted.heads[:1] for i in wanted.positions])
        return bool((missed & words & (wanted.weights > HEAVY) & ~wanted.formal).any())

    def _told(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether several things are told one by one."""
        return not candidate.listed and bool(members(wanted, self.corpus, candidate.number))

    def _untold(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether several things are asked for by their kind, and no several are told."""
        asked = wanted.form == "" and wanted.heads and wanted.plural and not candidate.listed
        return bool(asked) and not self.forms.numbered(wanted, self._text(candidate))

    def _undone(self, wanted: Wanted, missed: NDArray[np.bool_]) -> bool:
        """Whether who or how many is asked of what is not said to be done, or a value of another thing."""
        telling = missed & ~wanted.formal & wanted.asking
        heavy = wanted.weights > HEAVY
        if wanted.form in _PLAIN:
            return bool((telling & (wanted.deeds | heavy)).any())
        return wanted.form in _VALUES and bool((telling & heavy & ~wanted.verbs).any())

    def _shaped(self, wanted: Wanted, name: str) -> bool:
        """Whether the sentence that asks has a shape, not only one beside it."""
        spots = wanted.question.shape.cues.get(name, frozenset())
        return bool(spots & wanted.spoken) or (not spots and wanted.question.shape.has(name))

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
        if wanted.form == "often" and int((~missed & (wanted.weights > HEAVY)).sum()) < _OFTEN:
            return False  # one word alone does not tell what is done so often
        if wanted.form in _VALUES | _DONE:
            said = float(wanted.share(wanted.own[:, candidate.number]))
            undone = wanted.form in _DONE and (missed & ~wanted.formal & wanted.deeds & wanted.asking).any()
            return not candidate.listed and said >= _LEAST and not undone
        return bool(candidate.listed) or self._says_more(wanted, candidate)

    def _says_more(self, wanted: Wanted, candidate: Candidate) -> bool:
        """Whether a passage says what the question does not."""
        said = set(wanted.question.words) | {a for others in wanted.alike.values() for a in others}
        words = self.corpus.words[candidate.number]
        fresh = {w for w in words if w not in said and self.corpus.idf(w) > HEAVY}
        return bool(fresh)

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
