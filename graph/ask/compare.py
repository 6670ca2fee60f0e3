"""Compares two things by a count: runs the same reading for each and sets the numbers side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.answering import Answering
from graph.ask.execute import Executor, Found
from graph.ask.paths import Path, Paths, Step
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.sources import Sources
from graph.model import AnswerItem

__all__ = ["Comparison", "Counted"]

_NAMED = 2  # things that one number may stand for
_SHAPES = ("more", "fewer", "compare")


@dataclass(frozen=True)
class Counted:
    """Two or more things with their counts, in the order in which the question names them."""

    found: tuple[Found, ...]
    items: tuple[AnswerItem, ...]
    first_is_more: bool

    @property
    def difference(self) -> str:
        """The greatest number less the smallest, as arithmetic."""
        numbers = [len(f.rows) for f in self.found]
        return f"The difference: {max(numbers)} − {min(numbers)} = {max(numbers) - min(numbers)}."


@dataclass(frozen=True)
class Comparison:
    """Compares."""

    executor: Executor
    answering: Answering
    sources: Sources
    profile: Profile

    def of(self, question: Question, slots: Sequence[Sequence[Reading]]) -> Counted | None:
        """Return a comparison, or None where the question asks for none or names too little."""
        if not any(question.shape.has(s) for s in _SHAPES):
            return None
        for readings in slots:
            for reading in readings:
                if (group := _compared(reading)) and reading.target.cls != group[0].cls:
                    return self._counted(question, reading, group)
                if turned := _turned(reading, self._cued(question, reading)):
                    return self._counted(question, turned, _compared(turned))
        return None

    def _cued(self, question: Question, reading: Reading) -> Path:
        """'Who leads more, A or B' counts what is led."""
        ways = [
            e
            for e in self.profile.edges
            if e.property in question.links.cues and e.target == reading.target.cls
        ]
        best = max(ways, key=lambda e: e.pairs, default=None)
        return (Step(best.property, True, best.source),) if best else ()

    def _counted(self, question: Question, reading: Reading, group: list[Condition]) -> Counted | None:
        others = tuple(c for c in reading.conditions if c not in group)
        target = replace(reading.target, property=None, show=())
        found = tuple(
            self.executor.run(replace(reading, target=target, conditions=(*others, one), operation="count"))
            for one in sorted(group, key=lambda c: min(c.tokens))
        )
        numbers = [len(f.rows) for f in found]
        if not any(numbers) and "howmuch" in question.shape.roles:
            return None  # who asks how much money each gets is not told that neither has a budget
        items = tuple(i for f in found if (i := self._item(f)) is not None)
        if len(items) < len(found):
            return None
        if question.shape.has("equal"):
            return Counted(found, items, len(set(numbers)) == 1)
        more = numbers[0] < numbers[1] if question.shape.has("fewer") else numbers[0] > numbers[1]
        return Counted(found, items, more)

    def _item(self, found: Found) -> AnswerItem | None:
        thing = found.reading.conditions[-1].things[0]
        noun = self.profile.names_of(found.reading.target.cls)[0]
        name = " or ".join(self.answering.name(t) for t in found.reading.conditions[-1].things[:_NAMED])
        text = f"{name}: {numbered(len(found.rows), noun)}"
        return self.answering.item(text, thing, found)


def _turned(reading: Reading, cued: Path) -> Reading | None:
    """'Which has more actions, A or B' counts actions: the reading seen from what is counted."""
    root = next((c for c in reading.conditions if not c.path and len(c.things) > 1), None)
    counted = reading.counted or next(
        (c.path for c in reading.conditions if c.path and not c.things and not c.values), ()
    )
    longer = next((c.path[:1] for c in reading.conditions if len(c.path) > 1 and c.things), ())
    counted = counted or longer or cued
    if root is None or not counted or root.topic:
        return None
    back = Paths.reversed(counted, reading.target.cls)
    each = tuple(
        Condition(back, root.cls, (thing,), tokens=frozenset({number}))
        for number, thing in enumerate(root.things)
    )
    others = tuple(
        replace(c, path=c.path[len(counted) :])
        for c in reading.conditions
        if c is not root and c.path[: len(counted)] == counted and (c.things or c.values)
    )
    return replace(reading, target=Target(counted[-1].cls), conditions=(*others, *each), counted=())


def numbered(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> numbered(1, "priority"), numbered(5, "priority"), numbered(2, "action")
    ('1 priority', '5 priorities', '2 actions')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def _compared(reading: Reading) -> list[Condition]:
    """The conditions that put different things at the end of the same way."""
    groups: dict[object, list[Condition]] = {}
    for condition in reading.conditions:
        if condition.things and condition.path and not condition.topic and not condition.negated:
            groups.setdefault((condition.path, condition.cls), []).append(condition)
    return max((g for g in groups.values() if len(g) > 1), key=len, default=[])
