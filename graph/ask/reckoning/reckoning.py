"""Answers questions for numbers that have to be worked out, where the plans state what is needed for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.ask.decide import Decider
from graph.ask.lexicon import Lexicon
from graph.ask.question import Question
from graph.ask.reading import Reading
from graph.ask.reckoning.amounts import Amounts, amounts_in
from graph.ask.reckoning.averages import Averages
from graph.ask.reckoning.figures import Figures
from graph.ask.reckoning.finding import Finding
from graph.ask.reckoning.ledgers import Ledgers
from graph.ask.reckoning.shares import Shares
from graph.ask.reckoning.sums import Sums
from graph.ask.reckoning.tasks import Task, Tasks
from graph.model import Answer, AnswerItem

__all__ = ["Reckoning"]

_NO_AMOUNTS = "The plans do not state an amount for both of what the question compares."
_MARKS = "?!.,;:"
_Work = Callable[[str, Task], Answer | None]


@dataclass(frozen=True)
class Reckoning:
    """Works out sums, differences, shares and averages."""

    tasks: Tasks
    finding: Finding
    work: Mapping[str, _Work]

    @classmethod
    def by(
        cls,
        read: Callable[[str], Question],
        slots: Callable[[Question], list[list[Reading]]],
        decider: Decider,
        lexicon: Lexicon,
    ) -> "Reckoning | None":
        """Return the reckoning of what plain questions find; None over a graph that no lexicon knows."""
        if not lexicon.terms:
            return None
        comparison = decider.comparison
        finding = Finding(
            read, slots, decider.chooser, comparison.answering, comparison.executor, comparison.profile
        )
        tasks = Tasks.english()
        sources = finding.answering.sources
        figures = Figures(finding.answering, sources)
        ledgers = Ledgers(finding, Amounts(sources, lexicon), tasks)
        sums = Sums(ledgers, figures)
        work: dict[str, _Work] = {
            "sum": sums.sum,
            "amount": sums.sum,
            "mean": sums.mean,
            "difference": sums.difference,
            "pair": sums.pair,
            "most": sums.most,
            "share": Shares(ledgers, figures).of,
            "average": Averages(finding, figures).of,
        }
        return cls(tasks, finding, work)

    def of_money(self, text: str) -> Answer | None:
        """Return a sum or difference of money, that no single fact answers; None where none is asked for."""
        return self._first(text, self.tasks.of(text, money=True))

    def better(self, text: str, answer: Answer) -> Answer:
        """Return what can be worked out where there is no answer, or none of the form that is asked for."""
        if answer.status in ("unanswerable", "empty"):
            return self.of(text) or answer
        tasks = self.tasks.of(text, money=False)
        if (
            answer.kind == "compare"
            and self._of_money(text, tasks)
            and not any(map(_amounts, answer.answers))
        ):
            return Answer(text, "unanswerable", _NO_AMOUNTS, "list", notes=(_NO_AMOUNTS,))
        said = any("%" in i.value or "percent" in i.value.lower() for i in answer.answers)
        if said or answer.boolean is not None:
            return answer
        return self._first(text, [t for t in tasks if t.kind == "share"]) or answer

    def _of_money(self, text: str, tasks: list[Task]) -> bool:
        """Whether it is asked how much more money there is, and not how many more things."""
        if not any(t.kind == "difference" for t in tasks):
            return False
        return bool(self.tasks.money.search(text)) or not self.finding.read(text).links.classes

    def of(self, text: str) -> Answer | None:
        """Return whatever number can be worked out, for a question that nothing else answered."""
        tasks = self.tasks.of(text, money=False) or self.tasks.of(self._mended(text), money=False)
        return self._first(text, tasks)

    def _mended(self, text: str) -> str:
        """The question without its slips of typing, and without the story around it."""
        question = self.finding.read(text) if text else None
        mended = question.mended if question else {}
        return " ".join(mended.get(w.strip(_MARKS), w) for w in question.text.split()) if question else ""

    def _first(self, text: str, tasks: list[Task]) -> Answer | None:
        return next((a for t in tasks if (a := self.work[t.kind](text, t)) is not None), None)


def _amounts(item: AnswerItem) -> bool:
    return bool(amounts_in(item.value))
