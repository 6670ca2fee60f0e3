"""Asks back where a name or number is that of several things and the answer hangs on which is meant."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from graph.ask.ages import AGED
from graph.ask.ambiguity import Ambiguity
from graph.ask.choose import Choice
from graph.ask.execute import Executor, Found
from graph.ask.lexicon import Language, load_data
from graph.ask.mentions import ThingMention
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.tokens import stem
from graph.ask.verdicts import holds
from graph.model import Alternative, Answer

__all__ = ["Meanings", "Opened"]


@dataclass(frozen=True)
class Meant:
    """What a name may mean, one thing or those of one plan, and what is found if it does."""

    things: tuple[str, ...]
    found: Found
    verdict: bool | None = None

    @property
    def says(self) -> object:
        """What is answered if this is meant."""
        return self.verdict if self.verdict is not None else frozenset(r.value for r in self.found.rows)


@dataclass(frozen=True)
class Opened:
    """A name that leaves open what is asked: its words, and what each of the things would give."""

    mention: ThingMention
    condition: Condition
    meant: tuple[Meant, ...] = field(default=())

    def giving(self) -> list[Meant]:
        """Return the things for which anything is found."""
        return [m for m in self.meant if m.found.rows]


@dataclass(frozen=True)
class Meanings:
    """Tells where a name leaves open what is asked; `holder` is the class that names apart what it holds."""

    executor: Executor
    ambiguity: Ambiguity
    holder: str = ""

    def opened(self, question: Question, choices: Sequence[Choice]) -> Opened | None:
        """Return the name on which the answer hangs, if there is one."""
        found = choices[0].found if len(choices) == 1 else None
        if found is None or found.reading.target.cls == self.holder or found.reading.operation == "group":
            return None
        return next((o for m in question.links.things if (o := self._of(question, found, m))), None)

    def asked_back(self, question: Question, opened: Opened, answer: Answer) -> Answer:
        """Return the question back, with a question for each thing that may be meant."""
        names = " or ".join(self.ambiguity.named(o.things[0]) for o in opened.meant[:_SAID])
        more = f" or {len(opened.meant) - _SAID} more" if len(opened.meant) > _SAID else ""
        asked = f"“{question.spelled(opened.mention.tokens)}” may mean {names}{more}: which is meant?"
        return replace(
            answer,
            status="ambiguous",
            interpretation=asked,
            answers=(),
            boolean=None,
            count=None,
            notes=(asked,),
            confidence=0.0,
            alternatives=self._alternatives(question, opened, opened.meant),
        )

    def others(self, question: Question, opened: Opened) -> tuple[str, tuple[Alternative, ...]]:
        """Return what says that one thing was taken, and a question for each of the others."""
        one = opened.giving()[0]
        rest = [o for o in opened.meant if o is not one]
        names = " and ".join(self.ambiguity.named(o.things[0]) for o in rest[:_SAID])
        taken = (
            f"“{question.spelled(opened.mention.tokens)}” is taken for {self.ambiguity.named(one.things[0])}"
        )
        return f"{taken}; of {names} the plans tell none of this.", self._alternatives(question, opened, rest)

    def _of(self, question: Question, found: Found, mention: ThingMention) -> Opened | None:
        condition, groups = self._groups(found, mention)
        if condition is None or self._together(question, mention):
            return None
        meant = tuple(self._meant(question, found, condition, g) for g in groups)
        return Opened(mention, condition, meant) if len({m.says for m in meant}) > 1 else None

    def together(self, question: Question, choices: Sequence[Choice]) -> Opened | None:
        """Return the name of several things that are all asked for."""
        found = choices[0].found if len(choices) == 1 else None
        for mention in question.links.things if found else ():
            condition, groups = self._groups(found, mention) if found else (None, [])
            if found and condition and self._together(question, mention):
                meant = [self._meant(question, found, condition, g) for g in groups]
                things = tuple(t for g in groups for t in g)
                return Opened(
                    mention, condition, (Meant(things, self._run(found, condition, things)), *meant)
                )
        return None

    def _groups(self, found: Found, mention: ThingMention) -> tuple[Condition | None, list[tuple[str, ...]]]:
        """The condition that a name gave, and the things of its kind that the name may mean, set apart."""
        if mention.needed or mention.options[0].how == AGED:  # 'them', 'the oldest'
            return None, []
        things = self.ambiguity.things(mention)
        condition = _taken(found, mention, things)
        same = [t for t in things if condition and condition.cls in self.ambiguity.classes(t)]
        groups = self.ambiguity.groups(same)
        return (condition, groups) if len(groups) > 1 else (None, [])

    def _run(self, found: Found, condition: Condition, things: tuple[str, ...]) -> Found:
        """What is found if a condition is of other things."""
        conditions = tuple(
            replace(c, things=things) if c is condition else c for c in found.reading.conditions
        )
        return self.executor.run(replace(found.reading, conditions=conditions))

    def _meant(
        self, question: Question, found: Found, condition: Condition, things: tuple[str, ...]
    ) -> Meant:
        one = self._run(found, condition, things)
        return Meant(things, one, holds(question, one) if question.shape.boolean else None)

    def _alternatives(
        self, question: Question, opened: Opened, meant: Sequence[Meant]
    ) -> tuple[Alternative, ...]:
        told = (opened.mention, opened.condition)
        firsts = [o.things[0] for o in opened.meant]
        return tuple(
            self.ambiguity.alternative(question, o.found, told, (o.things[0], firsts)) for o in meant
        )

    def _together(self, question: Question, mention: ThingMention) -> bool:
        """Whether all things of the name are asked for: 'both …', 'the two …s', '… schools'."""
        words, together, counted = question.words, *_words()
        before = words[mention.start - 1] if mention.start else ""
        last = question.tokens[mention.end - 1].text.lower()
        kinds = {o.cls for o in mention.options}
        nouns = [m for m in question.links.classes if kinds & {s.cls for s in m.senses}]
        follows = [question.tokens[m.end - 1].text.lower() for m in nouns if m.start == mention.end]
        noun = words[mention.end - 1] in self.ambiguity.nouns(kinds) and mention.end - mention.start > 1
        plural = any(map(_several, follows)) or (_several(last) and (noun or before in counted))
        return plural or before in counted or bool(together & set(words))


_SAID = 5  # things that are named in one sentence


def _taken(found: Found, mention: ThingMention, things: Sequence[str]) -> Condition | None:
    """The condition that some words gave, if it holds of nothing but what they may mean."""
    given = (c for c in found.reading.conditions if c.things and mention.tokens <= c.tokens)
    return next((c for c in given if set(c.things) <= set(things)), None)


def _several(word: str) -> bool:
    return word.endswith("s") or word in Language.english().irregular_plurals


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = load_data("meanings.yaml")
    return frozenset(map(stem, data["together"])), frozenset(map(stem, data["counted"]))
