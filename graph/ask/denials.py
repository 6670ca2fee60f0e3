"""What a question denies: which of its words stand after the 'not', and of what a phrase is denied."""

from dataclasses import dataclass, replace

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Language
from graph.ask.mentions import PropertyMention
from graph.ask.paths import Paths, Step
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading

__all__ = ["Denials", "negated"]

_AFTER = 4  # words between a noun and 'is left blank'
_NOTHING = closed_stems("nothing")


@dataclass(frozen=True)
class Denials:
    """Makes conditions of what is said not to be so."""

    paths: Paths
    profile: Profile

    def cues(self, question: Question, start: int) -> frozenset[str]:
        """Return the properties that phrases point to, without those denied further on.

        'The tasks that Parks takes part in without leading' are not led by Parks.
        """
        begins = question.shape.negated_from
        cues = question.links.cues
        if begins is None or start > begins or question.shape.boolean:
            return frozenset(cues)
        before = frozenset(p for p, tokens in cues.items() if min(tokens) < begins)
        return before or frozenset(cues)

    def by_phrase(self, question: Question, reading: Reading) -> Reading:
        """'Nobody to call', 'does not lead': a denied phrase for a property, of whom is spoken or of all."""
        begins = question.shape.negated_from
        if begins is None or any(c.negated for c in reading.conditions):
            return reading
        for step in self.paths.neighbours(reading.target.cls):
            tokens = question.links.cues.get(step.property, frozenset())
            if not tokens or not (max(tokens) > begins or question.words[begins] in _NOTHING):
                continue
            later = frozenset(i for i in tokens if i > begins) or tokens
            spoken = [c for c in reading.conditions if c.things and c.cls == step.cls and not c.topic]
            if any(c.path == (step,) for c in spoken):
                continue  # it would be said and denied of the same
            things = spoken[0].things if spoken else ()
            says = spoken[0].says if spoken else question.spelled(later)
            denied = Condition((step,), step.cls, things, tokens=later, says=says, negated=True)
            return reading.with_condition(denied)
        return reading

    def unwritten(self, question: Question, reading: Reading) -> Reading:
        """'Targets without a number', 'listed with no year': a name that has no such form in it."""
        begins = question.shape.negated_from
        if begins is None or reading.target.property or question.shape.boolean:
            return reading
        written = Language.english().written
        at = self._form_at(question, begins)
        if at is None:
            return reading
        word = question.words[at]
        label = next(iter(self.profile.label_properties), "") if word in written["text"] else None
        path = self._named_before(question, reading, begins)
        kept = tuple(c for c in reading.conditions if c.path != path or c.things or c.values)
        tokens = frozenset({begins, at}).union(*(c.tokens for c in reading.conditions if c not in kept))
        form = written["text"].get(word) or written["anywhere"][word]
        cls = path[-1].cls if path else reading.target.cls
        lacks = Condition(path, cls, value_property=label, tokens=tokens, says=word, unlike=form)
        return replace(reading, conditions=kept).with_condition(lacks)

    def _form_at(self, question: Question, begins: int) -> int | None:
        """Where the form stands that is denied, with nothing but small words between."""
        written = Language.english().written
        for at in range(begins + 1, min(begins + 1 + _AFTER, len(question.words))):
            if any(question.words[at] in forms for forms in written.values()):
                return at
            if at in question.weights and at not in question.light:
                return None
        return None

    def _named_before(self, question: Question, reading: Reading, begins: int) -> tuple[Step, ...]:
        """The way to the class that is named before a denial, where it is not what is asked for."""
        for mention in reversed([m for m in question.links.classes if m.end <= begins]):
            for sense in mention.senses:
                ways = [w for w in self.paths.find(reading.target.cls, sense.cls) if len(w) <= 1]
                if ways:
                    return ways[0]
        return ()

    def lacking(self, question: Question, reading: Reading) -> Reading:
        """'Leave the outcome blank', 'without a deadline': values that things of the class do not have."""
        if reading.target.property or (question.shape.boolean and not question.shape.has("universal")):
            return reading
        if any(c.unlike for c in reading.conditions):
            return reading
        own = {u.property for u in self.profile.literals if u.cls == reading.target.cls}
        asked = frozenset(i for a in question.shape.asked for i in a.tokens)
        for mention in question.links.properties:
            found = next((s.property for s in mention.senses if s.property in own), None)
            if found is None or mention.tokens & asked or not self._denied(question, mention):
                continue
            reading = reading.with_condition(
                Condition((), reading.target.cls, value_property=found, tokens=mention.tokens,
                          says=question.spelled(mention.tokens), negated=not question.shape.boolean)
            )  # fmt: skip
        return reading

    def _denied(self, question: Question, mention: PropertyMention) -> bool:
        if question.shape.boolean:
            return True
        spots = question.shape.cues.get("negation", frozenset())
        begins = question.shape.negated_from
        after = any(mention.end <= i < mention.end + _AFTER for i in spots)
        return begins is not None and (mention.start > begins or after)

    def ways(self, question: Question, reading: Reading, condition: Condition) -> list[tuple[Step, ...]]:
        """Return the other direct ways: having none means none by any, unless words name one way."""
        used = {p for step in condition.path for p in self.paths.siblings(step.property)}
        if not condition.negated or len(condition.path) > 1 or used & set(question.links.cues):
            return []
        found = self.paths.find(reading.target.cls, condition.cls)
        return [way for way in found if len(way) == 1 and way != condition.path]


def negated(question: Question, start: int, *, context: bool = False) -> bool:
    """Say whether what stands at a word is denied; not where it only says in which plan a denied noun is."""
    begins = question.shape.negated_from
    if begins is None or start <= begins or (question.shape.boolean and not question.shape.exists):
        return False
    return not (context and any(begins < n.start and n.end <= start for n in question.links.nouns))
