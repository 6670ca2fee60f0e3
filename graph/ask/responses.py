"""Makes answers in the form of INTERFACES from what was found, with notes, other readings and explanation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.answering import Answering
from graph.ask.choose import Choice
from graph.ask.compare import Counted, numbered
from graph.ask.exclusions import takes_out
from graph.ask.execute import Executor, Found
from graph.ask.explaining import Explanations
from graph.ask.index import EntityIndex
from graph.ask.meanings import Meanings, Opened
from graph.ask.notes import Notes
from graph.ask.numbered import Numbered
from graph.ask.paths import Paths
from graph.ask.places import placed, winners
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.sources import Sources
from graph.ask.sweep import Swept
from graph.ask.tokens import stems
from graph.ask.verdicts import holds
from graph.ask.wording import reading_in_words
from graph.model import Answer, AnswerItem, Kind, Status

__all__ = ["Responses"]

_INSTEAD = 5  # things shown that are true where what was asked is not


@dataclass(frozen=True)
class Responses:
    """Makes answers."""

    answering: Answering
    sources: Sources
    index: EntityIndex
    profile: Profile
    notes: Notes
    executor: Executor
    meanings: Meanings
    explanations: Explanations
    numbered: Numbered

    def found(self, question: Question, choices: Sequence[Choice]) -> Answer:
        """Return the answer that typed facts give, or a question back where a name is open."""
        if together := self.meanings.together(question, choices):
            return self._together(question, choices[0], together)
        opened = self.meanings.opened(question, choices)
        if opened is None:
            return self._told(question, choices)
        if question.shape.boolean or len(opened.giving()) != 1:
            return self.meanings.asked_back(question, opened, self._told(question, choices))
        one = self._told(question, (replace(choices[0], found=opened.giving()[0].found),))
        note, others = self.meanings.others(question, opened)
        return replace(one, notes=(note, *one.notes), alternatives=others)

    def _together(self, question: Question, choice: Choice, opened: Opened) -> Answer:
        """All things of one name: what is so of just some of them is not so of all."""
        answer = self._told(question, (replace(choice, found=opened.meant[0].found, others=()),))
        verdicts = {m.verdict for m in opened.meant[1:]}
        told = replace(answer, alternatives=())
        return replace(told, boolean=False) if question.shape.boolean and len(verdicts) > 1 else told

    def _told(self, question: Question, choices: Sequence[Choice]) -> Answer:
        """What typed facts say."""
        chosen = [placed(question, c.found) for c in choices if c.found]
        items = self._items(question, chosen)
        if question.shape.boolean and not items:
            items = self._instead(chosen[0])
        first = chosen[0].reading
        universal = bool(first.features.get("universal"))
        boolean = holds(question, chosen[0]) if question.shape.boolean else None
        boolean = boolean and not takes_out(question, items) if boolean else boolean
        number = first.operation == "count" or (first.operation == "having" and question.shape.has("count"))
        count = len(chosen[0].rows) if number and len(chosen) == 1 else None
        nothing = boolean is False and not universal and any(c.negated for c in first.conditions)
        status: Status = "answered" if items or (boolean is not None and not nothing) or count else "empty"
        return Answer(
            question.text,
            status,
            reading_in_words(chosen, self.sources),
            _kind(question, chosen, items),
            tuple(items),
            boolean=boolean,
            count=count,
            notes=(*self._otherwise(chosen, choices[0]), *self.notes.of(question, items, chosen)),
            sparql=_sparql(chosen),
            confidence=_confidence(chosen),
            alternatives=self.meanings.ambiguity.of(question, choices),
            explanation=self.explanations.of(question, choices),
        )

    def compared(self, question: Question, counted: Counted) -> Answer:
        """Return the answer to a comparison of counts."""
        return Answer(
            question.text,
            "answered",
            reading_in_words(counted.found, self.sources),
            "compare",
            counted.items,
            boolean=counted.first_is_more,
            notes=(counted.difference, *self.notes.of(question, counted.items, counted.found)),
            sparql=_sparql(counted.found),
            confidence=_confidence(counted.found),
            explanation=self.explanations.of(question, (), counted.found),
        )

    def swept(self, question: Question, swept: Swept) -> Answer:
        """Return what the plans say on a topic."""
        return Answer(
            question.text,
            "answered",
            f"Everywhere in the plans where it is about “{swept.topic}”",
            "boolean" if question.shape.boolean else "list",
            swept.items,
            boolean=True if question.shape.boolean else None,
            notes=(*_held(swept.plans), *self.notes.of(question, swept.items, ())),
            sparql=swept.found.sparql,
            confidence=0.7,
            explanation=self.explanations.of(question, (), (swept.found,)),
        )

    def quoted(self, question: Question, quoted: tuple[AnswerItem, ...]) -> Answer:
        """Return a passage as the answer."""
        return Answer(
            question.text,
            "answered",
            "What a passage of the documents says",
            "single" if len(quoted) == 1 else "list",
            quoted,
            notes=("No typed fact answers this; the sentence that does is quoted.",),
            confidence=quoted[0].confidence,
            explanation=self.explanations.of(question, ()),
        )

    def missing(self, question: Question) -> Answer:
        """Refuse a question about a number that nothing has, and say which numbers there are."""
        gap = question.links.missing[0]
        if gap.plans and all(gap.cls in self.index.classes(p) for p in gap.plans):
            held = " and ".join(map(self.sources.label, gap.plans))
            return self.refused(question, f"There is no such plan for {gap.number}; there is {held}.", ())
        noun = self.profile.names_of(gap.cls)[0]
        numbers = sorted(
            {
                c
                for e in self.index.entities.values()
                if gap.cls in e.classes and (not gap.plans or self._stands_in(e.iri, gap.plans))
                for _, c in e.codes
                if c.isdecimal()
            },
            key=int,
        )
        there = f"; there are {', '.join(numbers)}" if numbers else ""
        place = " or ".join(map(self.sources.label, gap.plans)) or "the plans"
        return self.refused(question, f"There is no {noun} {gap.number} in {place}{there}.", ())

    def _stands_in(self, thing: str, plans: Sequence[str]) -> bool:
        """Whether a thing belongs to one of some plans."""
        return any(str(v) in plans for v in self.sources.values(thing, self.meanings.ambiguity.holder))

    def refused(self, question: Question, reason: str, choices: Sequence[Choice]) -> Answer:
        """Return a refusal with its reason and what comes nearest."""
        nearest = [f for c in choices for _, f in c.objections if f.rows]
        return Answer(
            question.text,
            "unanswerable",
            reason,
            "boolean" if question.shape.boolean else "list",
            notes=(reason, *self.notes.mended(question)),
            alternatives=self.meanings.ambiguity.nearest(nearest),
            sparql=_sparql([f for c in choices for _, f in c.objections[:1]]),
            explanation=self.explanations.of(question, choices),
        )

    def _items(self, question: Question, chosen: Sequence[Found]) -> list[AnswerItem]:
        if chosen[0].reading.operation == "group":
            return self._groups(chosen[0])
        if len(chosen) > 1 and all(f.reading.operation == "count" for f in chosen):
            return self._numbers(chosen)
        items = [i for f in chosen for i in _firmest(self.answering.items(f), question)]
        items = _best_only(_unsaid(items, question), chosen[0])
        return self.numbered.named(items) if len(chosen) > 1 else items

    def _instead(self, found: Found) -> list[AnswerItem]:
        """What is true in place of what was asked: the tier that the school has, the school itself."""
        reading = found.reading
        root = next((c for c in reading.conditions if not c.path and c.things), None)
        if root is None or any(c.negated for c in reading.conditions):
            return []
        items = []
        for condition in reading.conditions:
            if condition.path and condition.things:
                back = Condition(
                    Paths.reversed(condition.path, reading.target.cls), root.cls, things=root.things
                )
                true = self.executor.run(Reading(Target(condition.cls), (back,)))
                items += self.answering.items(true)
        text = self.sources.label(root.things[0])
        own = self.answering.item(text, root.things[0], found)
        return items[:_INSTEAD] or ([own] if own else [])

    def _otherwise(self, chosen: Sequence[Found], choice: Choice) -> list[str]:
        """What is so of the same things, where nothing is counted of what was asked."""
        if len(chosen) != 1 or chosen[0].rows or chosen[0].reading.operation != "count":
            return []
        others = (*choice.others, *map(self.executor.run, choice.untried))
        return self.notes.instead(chosen[0], others)

    def _numbers(self, chosen: Sequence[Found]) -> list[AnswerItem]:
        """Several counts asked for at once: one item for each."""
        items = []
        for found in chosen:
            given = [t for c in found.reading.conditions for t in c.things]
            thing = next(iter([*given, *(r.value for r in found.rows)]), "")
            text = numbered(len(found.rows), self.profile.names_of(found.reading.target.cls)[0])
            items.append(self.answering.item(text, thing, found))
        return [i for i in items if i]

    def _groups(self, found: Found) -> list[AnswerItem]:
        """One item for each group with its count."""
        noun = self.profile.names_of(found.reading.counted[-1].cls)[0]
        named = [
            (f"{self.answering.name(r.value)}: {numbered(int(r.count or 0), noun)}", r) for r in found.rows
        ]
        return [i for text, row in named if (i := self.answering.item(text, row.value, found))]


def _held(plans: Sequence[str]) -> tuple[str, ...]:
    """In which plans something stands."""
    return (f"It stands in: {'; '.join(plans)}.",) if plans else ()


def _firmest(items: list[AnswerItem], question: Question) -> list[AnswerItem]:
    """Where a document states an answer, what was only computed is left to a note, unless asked for."""
    stated = any(i.basis == "stated" for i in items)
    if not stated or question.shape.has("inferred"):
        return items
    return [i for i in items if i.basis != "inferred"]


def _unsaid(items: list[AnswerItem], question: Question) -> list[AnswerItem]:
    """Of several years or numbers, those that the question does not give itself."""
    said = {w for w in question.words if w[:1].isdecimal()}
    fresh = [i for i in items if not set(stems(i.value)) <= said]
    return fresh or items


def _best_only(items: list[AnswerItem], found: Found) -> list[AnswerItem]:
    """Of a superlative, what stands first, with everything that is equal to it."""
    if found.reading.operation not in ("most", "fewest") or not found.rows or found.rows[0].count is None:
        return items
    best = {v for r in winners(found) for v in (r.value, r.thing)}
    return [i for i in items if i.iri in best]


def _sparql(found: Sequence[Found]) -> str:
    return "\n\n".join(dict.fromkeys(f.sparql for f in found))


def _confidence(found: Sequence[Found]) -> float:
    return round(min(1.0, *(f.reading.features.get("explained", 0.0) for f in found)), 3)


def _kind(question: Question, chosen: Sequence[Found], items: Sequence[AnswerItem]) -> Kind:
    if question.shape.boolean:
        return "boolean"
    operation = chosen[0].reading.operation
    if len(chosen) > 1:
        return "count" if operation == "count" else "path"
    if operation == "count" or (operation == "having" and question.shape.has("count")):
        return "count"
    if operation in ("most", "fewest"):
        return "superlative"
    return "single" if len(items) == 1 else "list"
