"""What is added to an answer once it is found: numbers that are not so, and what to ask after a refusal."""

from dataclasses import dataclass, replace

from graph.ask.question import Question
from graph.ask.suggestions import Suggestions
from graph.ask.tallies import Tallies
from graph.model import Answer, Status

__all__ = ["Remarks"]


@dataclass(frozen=True)
class Remarks:
    """Adds notes and other questions."""

    tallies: Tallies
    suggestions: Suggestions | None = None

    def on(self, question: Question, answer: Answer) -> Answer:
        """Return an answer with what is to be remarked on it."""
        told = self.tallies.notes(question, answer)
        if answer.status != "unanswerable" or self.suggestions is None:
            return replace(answer, notes=(*told, *answer.notes)) if told else answer
        offered, notes = self.suggestions.added(question, answer)
        reason = self.suggestions.reason(question)
        status: Status = "ambiguous" if reason and self.suggestions.several(question) else answer.status
        mended = tuple(n for n in answer.notes if n != answer.interpretation)
        return replace(
            answer,
            status=status,
            interpretation=reason or answer.interpretation,
            alternatives=offered,
            notes=(reason, *mended, *notes) if reason else (*answer.notes, *notes),
        )
