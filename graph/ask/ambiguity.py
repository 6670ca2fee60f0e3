"""Other readings that a question allows: what else a name or number means, with a question for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from graph.ask.choose import Choice
from graph.ask.execute import Found
from graph.ask.mentions import ThingMention
from graph.ask.question import Question
from graph.ask.quotations import beginning
from graph.ask.reading import Condition
from graph.ask.sources import Sources
from graph.ask.tokens import stems
from graph.ask.wording import Wording, reading_in_words
from graph.items import local_name, spaced
from graph.model import Alternative

__all__ = ["Ambiguity"]

_MOST = 5
_NEAREST = 2
_FIRM = 0.75  # below this a name may be just a word
_ALIKE = 0.05  # how much worse another meaning of a name may be


@dataclass(frozen=True)
class Ambiguity:
    """Tells apart what a question may mean; `holder` is the property from a thing to its plan."""

    sources: Sources
    holder: str = ""

    def of(self, question: Question, choices: Sequence[Choice]) -> tuple[Alternative, ...]:
        """Return the other readings, each with a question that asks just for it."""
        made = [
            alternative
            for choice in choices
            for mention in question.links.things
            if not mention.needed and not mention.quiet and mention.firm >= _FIRM
            for alternative in self._of_mention(question, choice, mention)
        ]
        return tuple(dict.fromkeys(made))[:_MOST]

    def nearest(self, found: Sequence[Found]) -> tuple[Alternative, ...]:
        """Return what could be answered instead: what the plans say of things that the question names."""
        wording = Wording(self.sources.index, brief=True)
        made = {}
        for one in found:
            named = [c for c in one.reading.conditions if c.path and c.things and not c.topic]
            said = bool(one.rows) and bool(named) and len(named) == len(one.reading.conditions)
            if said and (asked := wording.question(one.reading)):
                made[asked] = Alternative(reading_in_words([one], self.sources), asked)
        return tuple(made.values())[:_NEAREST]

    def _of_mention(self, question: Question, choice: Choice, mention: ThingMention) -> Iterator[Alternative]:
        things = self.things(mention)
        taken = self.condition(choice.found, mention)
        if choice.found is None or taken is None or not 1 < len(things) <= _MOST:
            return
        together = [t for t in things if t in taken.things]
        if len(together) > 1:
            for thing in together:
                yield self.alternative(question, choice.found, (mention, taken), (thing, things))
        for other in choice.others:
            meant = self.condition(other, mention)
            if meant is None or (meant.path, meant.cls) != (taken.path, taken.cls):
                continue  # another way to it is no other meaning of the name
            apart = [t for t in things if t in meant.things and t not in taken.things]
            if apart and other.rows and len(together) == 1:
                yield self.alternative(question, other, (mention, meant), (apart[0], things))

    def things(self, mention: ThingMention) -> list[str]:
        """The things that the words may mean, equally well, those of one name and place counted once."""
        best = max(o.score for o in mention.options)
        things = dict.fromkeys(t for o in mention.options if o.score >= best - _ALIKE for t in o.things)
        told = {(self.sources.label(t), self._place(t)): t for t in reversed(things) if self._known(t)}
        return list(reversed(told.values()))

    def _known(self, thing: str) -> bool:
        """Whether a thing can be told apart: nothing else bears its name too."""
        index = self.sources.index
        if thing not in index.entities:
            return False
        return set(index.names.meanings(stems(index.entities[thing].label))) <= {thing}

    def condition(self, found: Found | None, mention: ThingMention) -> Condition | None:
        """Return the condition of a reading that the words of a mention gave."""
        conditions = found.reading.conditions if found else ()
        return next((c for c in conditions if c.things and not c.topic and mention.tokens <= c.tokens), None)

    def groups(self, things: Sequence[str]) -> list[tuple[str, ...]]:
        """Return things one by one, or those with numbers plan by plan: one plan's are all taken."""
        grouped: dict[str, list[str]] = {}
        for thing in things:
            coded = self.sources.index.entities[thing].codes
            grouped.setdefault(self._place(thing) if coded else self.sources.label(thing), []).append(thing)
        return [tuple(group) for group in grouped.values()]

    def classes(self, thing: str) -> tuple[str, ...]:
        """Return the classes of a thing."""
        return tuple(self.sources.index.classes(thing))

    def nouns(self, classes: Iterable[str]) -> frozenset[str]:
        """Return the words that things of some classes are called."""
        return frozenset(w for c in classes for w in self.sources.index.kinds.get(c, ()))

    def named(self, thing: str) -> str:
        """Return what tells a thing apart: its name, or its kind and number with its plan."""
        entity = self.sources.index.entities[thing]
        kind = (
            f"{spaced(local_name(URIRef(entity.classes[0]))).lower()} {entity.codes[0][1]}"
            if entity.codes
            else ""
        )
        return f"{kind} of the {self._place(thing)}" if kind and self._place(thing) else entity.label

    def alternative(
        self,
        question: Question,
        found: Found,
        told: tuple[ThingMention, Condition],
        thing: tuple[str, Sequence[str]],
    ) -> Alternative:
        """One meaning in words, and the question with the thing's own name in it."""
        mention, condition = told
        one, things = thing
        conditions = tuple(
            replace(c, things=(one,)) if c is condition else c for c in found.reading.conditions
        )
        words = Wording(self.sources.index).reading(replace(found.reading, conditions=conditions))
        places = {self._place(t) for t in things}
        place = f" ({self._place(one)})" if len(places) > 1 and self._place(one) else ""
        first, last = question.tokens[mention.start], question.tokens[mention.end - 1]
        name = self._name(question, mention, one, places=len(places) == len(things))
        text = f"{question.text[: first.start]}{name}{question.text[last.end :]}"
        return Alternative(f"{words[:1].upper()}{words[1:]}{place}", text)

    def _name(self, question: Question, mention: ThingMention, thing: str, *, places: bool) -> str:
        """What names just one of the things: its number and plan, its name, or how its text begins."""
        if places and self._place(thing) and mention.options[0].how == "number":
            last = question.tokens[mention.end - 1]
            typed = question.text[question.tokens[mention.start].start : last.end]
            return f"{typed} of the {self._place(thing)}"
        name = beginning(self.sources.index, thing)
        return name if name == self.sources.label(thing) and len(name.split()) < 6 else f"“{name}”"

    def _place(self, thing: str) -> str:
        """The plan in which a thing stands, if it stands in one alone."""
        plans = self.sources.values(thing, self.holder) if self.holder else []
        return self.sources.label(str(plans[0])) if len(plans) == 1 else ""
