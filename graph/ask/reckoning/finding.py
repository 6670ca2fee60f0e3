"""Finds the things that numbers are worked out of: by plain questions that typed facts answer."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.ask.answering import Answering
from graph.ask.choose import Chooser
from graph.ask.execute import Executor, Found, Row
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.ask.reading import Reading

__all__ = ["Finding"]

_FIRM = ("stated", "section")


@dataclass(frozen=True)
class Finding:
    """Asks plain questions."""

    read: Callable[[str], Question]
    slots: Callable[[Question], list[list[Reading]]]
    chooser: Chooser
    answering: Answering
    executor: Executor
    profile: Profile

    def found(self, text: str) -> Found | None:
        """Return what answers a plain question, or None; a number that nothing has answers nothing."""
        question = self.read(text)
        if question.links.missing or question.shape.boolean:
            return None
        slots = self.slots(question)
        return self.chooser.best(slots[0], question).found if len(slots) == 1 else None

    def firm(self, found: Found) -> list[Row]:
        """Return the rows that a document says, without what was only computed."""
        return [r for r in found.rows if self.answering.ground(r, found).basis in _FIRM]

    def things(self, found: Found) -> dict[str, Row]:
        """Return the things that a document says to be what is asked for."""
        return {(r.thing if r.literal else r.value): r for r in self.firm(found)}
