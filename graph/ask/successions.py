"""Answers what comes first, next or last, where documents date or number it, and says where they do not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.choose import Choice
from graph.ask.execute import Found
from graph.ask.mentions import ClassMention
from graph.ask.orders import Order, Place, order_of
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.responses import Responses
from graph.ask.sequences import Sequences, Timing
from graph.ask.shape import plural
from graph.ask.singles import Read, Singles
from graph.ask.wording import reading_in_words
from graph.model import Answer, AnswerItem

__all__ = ["Successions"]

_DATED = 0.5  # share of some things that must bear a time before they can be put in order
_PAIR = 2
_WORDS: dict[Place, str] = {
    "first": "what comes first",
    "last": "what comes last",
    "ends": "what comes first and last",
}
_NAME = 60  # letters of a name in a note


@dataclass(frozen=True)
class Successions:
    """Answers questions of order."""

    singles: Singles
    responses: Responses

    def of(self, question: Question, read: Read) -> Answer | None:
        """Return what is first, next, last or sooner; None where nothing such is asked."""
        order = order_of(question)
        if order is None:
            return None
        if order.sides:
            return self._pair(question, order, read)
        if self._named(question):
            return None
        if order.place in ("next", "before"):
            framed = self.singles.candidates.targets.framed(question.words)
            return None if any(t.match for t in framed) else self._beside(question, order, read)
        return self._among(question, order, read)

    @property
    def _sequences(self) -> Sequences:
        return self.singles.sequences

    def _named(self, question: Question) -> bool:
        """Whether units, schools or people are asked for, which no time puts in order."""
        asked = [a.noun for a in question.shape.asked if isinstance(a.noun, ClassMention)]
        return any(not self.singles.ordered(n) for n in asked)

    def _among(self, question: Question, order: Order, read: Read) -> Answer | None:
        """What is first or last of what some words name."""
        if not order.about:
            return None
        asked = self.singles.asked(question, order.about, read)
        found = self.singles.group(asked)
        if found is None:
            return None
        things = self.singles.spoken(asked, found)
        nouns = self.singles.nouns(question, order.about)
        many = any(plural(question.tokens[m.end - 1].text) for m in nouns)
        topic = any(c.topic for c in found.reading.conditions) and not many
        among = (self._sequences.staged(things) if topic else ()) or self._sequences.steps(things)
        turns = self._sequences.turns(among)
        if len(turns) < max(_PAIR, _DATED * len(among)):
            return self.responses.refused(question, _undated(len(among)), ())
        return self._told(question, order.place, turns, found)

    def _told(self, question: Question, place: Place, turns: Sequence[Timing], found: Found) -> Answer | None:
        by = turns[0].by
        if by == "number" and len({t.begin for t in turns}) < len(turns):
            return None  # several lists, each numbered by itself
        ordered = sorted(turns, key=lambda t: (t.begin, t.end))
        first, last = ordered[0].begin, ordered[-1].begin
        edges = {"first": {first}, "last": {last}, "ends": {first, last}}.get(place)
        kept = [t for t in ordered if edges is None or t.begin in edges]
        note = _tied(kept, place) if place in ("first", "last") else f"In the order of their {by}s."
        told = (
            f"{reading_in_words([found], self._sequences.sources)}; {_WORDS.get(place, 'in order')} by {by}"
        )
        return self._answer(question, kept, told, note)

    def _beside(self, question: Question, order: Order, read: Read) -> Answer | None:
        """What comes next after a thing, or before it."""
        step, where = (1, "after") if order.place == "next" else (-1, "before")
        thing, number = self.singles.meant(question, order.about, read)
        if not thing:
            return None
        name = self._name(thing)
        turns = self._sequences.turns(self._sequences.beside(thing))
        own = next((t for t in turns if t.thing == thing), None)
        if own is None or len(turns) < _PAIR:
            return self.responses.refused(question, f"No plan says what comes {where} {name}.", ())
        begin = number or own.begin
        later = [t for t in turns if (t.begin - begin) * step > 0]
        if not later:
            return self.responses.refused(question, f"Nothing comes {where} {name}.", ())
        edge = min((t.begin for t in later), key=lambda b: abs(b - begin))
        note = f"By {own.by}: {name} is {f'number {number}' if number else own.said}."
        kept = [t for t in later if t.begin == edge]
        return self._answer(question, kept, f"What comes {where} {name}", note)

    def _pair(self, question: Question, order: Order, read: Read) -> Answer | None:
        """Which of two things comes before the other."""
        meant = [self.singles.meant(question, s, read)[0] for s in order.sides]
        turns = [t for thing in meant if thing for t in self._turn(thing)]
        if len(turns) != _PAIR or turns[0].by != turns[1].by or turns[0].thing == turns[1].thing:
            return None
        one, other = (t.end if order.ends or order.place == "last" else t.begin for t in turns)
        said = "; ".join(f"{self._name(t.thing)}: {t.said}" for t in turns)
        told = f"Which comes {'last' if order.place == 'last' else 'first'}, by {turns[0].by}"
        if question.shape.boolean:
            verdict = one > other if order.place == "later" else one < other
            answer = self._answer(question, turns, told, said)
            return replace(answer, boolean=verdict, kind="compare") if answer else None
        edge = max(one, other) if order.place == "last" else min(one, other)
        kept = [t for t, value in zip(turns, (one, other), strict=True) if value == edge]
        return self._answer(question, kept, told, said)

    def _turn(self, thing: str) -> list[Timing]:
        """When a thing comes; a part of which nothing is said, when its whole does."""
        whole = self._sequences.index.wholes.get(thing, ())
        return self._sequences.turns([thing]) or self._sequences.turns(whole[:1])

    def _run(self, things: Sequence[str]) -> Found:
        cls = self._sequences.index.classes(things[0])[0]
        condition = Condition((), cls, tuple(things))
        reading = Reading(Target(cls), (condition,), features={"explained": 1.0})
        return self.singles.anchors.executor.run(reading)

    def _answer(self, question: Question, turns: Sequence[Timing], told: str, note: str) -> Answer | None:
        found = self._run([t.thing for t in turns])
        items = {i.iri: i for i in self.responses.answering.items(found)}
        kept = [_shown(items[t.thing], t) for t in turns if t.thing in items]
        if not kept:
            return None
        if turns[0].by == "number":
            kept = self.responses.numbered.named(kept)
        return Answer(
            question.text,
            "answered",
            told,
            "list" if len(kept) > 1 else "single",
            tuple(kept),
            notes=(note, *self.responses.notes.mended(question)),
            sparql=found.sparql,
            confidence=1.0,
            explanation=self.responses.explanations.of(question, [Choice(found)]),
        )

    def _name(self, thing: str) -> str:
        label = self._sequences.sources.label(thing)
        return f"“{label[:_NAME]}…”" if len(label) > _NAME else f"“{label}”"


def _shown(item: AnswerItem, turn: Timing) -> AnswerItem:
    return item if turn.by == "number" else replace(item, value=f"{item.value} ({turn.said})")


def _tied(turns: Sequence[Timing], place: Place) -> str:
    by = turns[0].by
    if by == "number":
        return f"By its number; the plan does not say that it comes {place} in time."
    if len(turns) < _PAIR:
        return f"By its {by}."
    return f"{len(turns)} have the same {by}; the plans do not say which of them comes {place}."


def _undated(number: int) -> str:
    if number < _PAIR:
        return "Only one such thing is named, and the plans give no steps of it."
    return f"The plans name {number} of these, but neither number nor date them: none is said to come first."
