"""When a text only mentions something in passing, or speaks of it without saying that it is to be more."""

from dataclasses import dataclass
from functools import cache

from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import load_data
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.tokens import stem, stems

__all__ = ["Passing"]

_LONG = 20  # words of a text that may mention something in passing
_SHARE = 0.07  # share of such a text, by how telling its words are, that a short description must have
_FEW = 2  # words of a short description
_NEAR = 3  # words from 'more' to what there is to be more of


@dataclass(frozen=True)
class Passing:
    """Says why what a text mentions is not said of what is joined to it, or nothing."""

    index: EntityIndex

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the first reason against a reading."""
        topics = [c for c in found.reading.conditions if c.topic and c.things]
        if question.shape.boolean and self._no_more(question, found):
            return "The plans speak of this, and do not say that there is to be more of it."
        if any(self._in_passing(question, c) for c in topics):
            return "The plans only mention this in passing."
        return None

    def _no_more(self, question: Question, found: Found) -> bool:
        """'Do we hire more drivers' is not decided by a text on hiring drivers, nor by drivers there are."""
        if "than" in question.words or question.shape.threshold:
            return False
        used = found.reading.covered | found.reading.target.tokens
        cued = {i for spot in question.links.cues.values() for i in spot} | question.named
        spots = [i for i, w in enumerate(question.words) if w in _words("degrees") and i not in cued]
        more = any(used & set(range(i + 1, i + 1 + _NEAR)) for i in spots)
        changes = [w for i, w in enumerate(question.words) if w in _words("changes") and i not in cued]
        if not more and not changes:
            return False
        said = (
            set(self._text(t)) for r in found.rows for t in (r.value, r.thing) if t in self.index.entities
        )
        return not any(text & _words("rising") for text in said)

    def _in_passing(self, question: Question, condition: Condition) -> bool:
        """What is joined to a long text is not about one of the many matters that the text mentions."""
        named = {s.cls for m in question.links.classes for s in m.senses}
        if not condition.path or condition.cls in self.index.namelike or condition.cls in named:
            return False
        if len(condition.matched - question.light) > _FEW:
            return False
        text = set(self._text(condition.things[0]))
        whole = sum(self.index.idf(w) for w in text)
        said = sum(self.index.idf(question.words[i]) for i in condition.matched if question.words[i] in text)
        return len(text) >= _LONG and said < _SHARE * whole

    def _text(self, thing: str) -> tuple[str, ...]:
        return stems(self.index.entities[thing].label)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(stem, load_data("passing.yaml")[name]))
