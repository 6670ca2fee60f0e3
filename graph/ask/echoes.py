"""When an answer only repeats the thing that the question names or describes."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language
from graph.ask.mentions import ThingMention
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.tokens import stems

__all__ = ["Echoes"]

_NO_MORE = "The question names a thing, and the plans do not say what it asks about it."
_NEARLY, _ALMOST = 0.8, 0.999
_FIRM = 0.75  # below this a name may be just a word


@dataclass(frozen=True)
class Echoes:
    """Says why an answer would be a mere echo, or nothing."""

    index: EntityIndex
    language: Language

    def objection(self, question: Question, found: Found) -> str | None:
        """A thing that was named in the question is no answer to it, unless its own words are asked for."""
        reading = found.reading
        if question.shape.has("expansion") and question.lettered and not reading.target.show:
            return "The plans do not say what the letters stand for."
        if reading.target.property or reading.target.show or question.shape.boolean:
            return self._given(question, found)
        if question.shape.has("definition"):
            return self._meaningless(question, found)
        return self._repeated(question, found)

    def _given(self, question: Question, found: Found) -> str | None:
        """A year or a number that the question gives itself answers nothing."""
        said = set(question.words)
        values = [r for r in found.rows if r.literal and set(stems(r.value)) <= said]
        if question.shape.boolean or not values or len(values) < len(found.rows):
            return None
        return "The question itself says this."

    def _repeated(self, question: Question, found: Found) -> str | None:
        reading = found.reading
        named = [c for c in reading.conditions if not c.path and c.things and (not c.topic or self.called(c))]
        earlier = any(m.needed for m in question.links.things)  # a part of what was found is no repetition
        others = [c for c in reading.conditions if c not in named]
        within = [m for m in question.links.things if not self._in_name(question, m, others)]
        named_so = [o for m in within for o in m.options if o.how != "synonym"]
        taken = {t for c in others if not c.topic for t in c.things}
        mentioned = {t for o in named_so for t in (taken.intersection(o.things) or o.things)}
        repeated = bool(found.rows) and all(r.value in mentioned for r in found.rows)
        repeated = not earlier and (repeated or self._repeats(question, found))
        if repeated and reading.operation == "list":
            return _NO_MORE
        if named and not others and not (earlier and reading.target.filters) and reading.operation == "list":
            return _NO_MORE
        return None

    def _in_name(self, question: Question, mention: ThingMention, others: Sequence[Condition]) -> bool:
        """Whether a word is said of another thing, whose whole name the question has: 'music rooms'."""
        spoken = [c for c in others if c.topic and c.things and mention.tokens <= c.matched]
        return mention.firm < _FIRM and any(self._spoken(question, c.things[0]) >= 1.0 for c in spoken)

    def _meaningless(self, question: Question, found: Found) -> str | None:
        """The name of a thing does not say what the name means."""
        target = found.reading.target
        named = {t for m in question.links.things for o in m.options for t in o.things}
        only_named = bool(found.rows) and all(r.value in named for r in found.rows)
        if target.cls in self.index.namelike and target.open and only_named:
            return "The question names a thing, and the plans do not say more of it in words of their own."
        return None

    def _repeats(self, question: Question, found: Found) -> bool:
        """Whether every answer is made of words that the question uses to describe it."""
        if len(question.shape.asked) > 1 or any(c.path and c.things for c in found.reading.conditions):
            return False
        most = _NEARLY if found.reading.target.open else 1.0
        named = [r.value for r in found.rows if r.value in self.index.entities]
        return bool(found.rows) and all(self._spoken(question, thing) >= most for thing in named)

    def _spoken(self, question: Question, thing: str) -> float:
        """How much of a thing's name, by how telling its words are, stands in the question."""
        said = frozenset(question.words) | self.language.stopwords
        own = {w: self.index.idf(w) for w in stems(self.index.entities[thing].label)}
        told = sum(weight for word, weight in own.items() if word in said)
        return 1.0 if set(own) <= said else min(told / (sum(own.values()) or 1.0), _ALMOST)

    def called(self, condition: Condition) -> bool:
        """Say whether what words describe is in truth called by them."""
        return all(self.index.namelike & set(self.index.classes(t)) for t in condition.things)
