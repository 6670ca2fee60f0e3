"""When a year or a time that was found is not the one that is asked for."""

from dataclasses import dataclass

from graph.ask.execute import Found
from graph.ask.lexicon import Lexicon
from graph.ask.question import Question

__all__ = ["Times"]

_PAST = (("did",), ("was",), ("were",), ("has",), ("have",), ("had",))


@dataclass(frozen=True)
class Times:
    """Says why a time should not be claimed, or nothing."""

    lexicon: Lexicon

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the first reason against a time."""
        for test in (self.elsewhen, self._ahead, self._of_plan):
            if reason := test(question, found):
                return reason
        return None

    def elsewhen(self, question: Question, found: Found) -> str | None:
        """Return a reason where 'the year before' is before something that the question does not say."""
        if (
            question.shape.has("elsewhen")
            and "prior" not in self.lexicon.term(found.reading.target.cls).roles
        ):
            return "The plans do not give this for another year."
        return None

    def _ahead(self, question: Question, found: Found) -> str | None:
        """'When did' asks for what was: what a plan sets for the years ahead does not say it."""
        when = question.shape.roles.get("when", frozenset())
        past = any(question.words[i + 1 : i + 2] in _PAST for i in when)
        if past and found.reading.target.cls in self.lexicon.listed("ahead"):
            return "The plans do not say when this was."
        return None

    def _of_plan(self, question: Question, found: Found) -> str | None:
        """The year of a plan is not that of the matters that stand in it."""
        target, conditions = found.reading.target, found.reading.conditions
        if not target.role or target.cls != self.lexicon.settings.get("holder", {}).get("class"):
            return None
        spoken = [c for m in question.links.classes for c in m.senses if c.cls == target.cls]
        named = [c for c in conditions if (not c.path and not c.topic) or c.cls == target.cls]
        if conditions and not spoken and not named:
            return "What the question describes stands in the plans, but not what it asks of it."
        return None
