"""Works out how many of something there are on average in each of some groups."""

from dataclasses import dataclass
from decimal import Decimal

from graph.ask.compare import numbered
from graph.ask.execute import Found
from graph.ask.reckoning.amounts import written
from graph.ask.reckoning.figures import Figures
from graph.ask.reckoning.finding import Finding
from graph.ask.reckoning.tasks import Task
from graph.model import Answer

__all__ = ["Averages"]

_ONE = Decimal("0.1")
_LEAST = 2  # groups of which there is an average


@dataclass(frozen=True)
class Averages:
    """Works out averages."""

    finding: Finding
    figures: Figures

    def of(self, text: str, task: Task) -> Answer | None:
        """Return an average, or None where the plans were not counted so."""
        what, each = task["what"], task["each"]
        asked = (
            f"How many {what} {task['does']} each {each}?"
            if task["does"]
            else f"How many {what} for each {each}?"
        )
        found = self.finding.found(asked) or self.finding.found(f"How many {what} for each {each}?")
        if found is None or found.reading.operation != "group" or len(found.rows) < _LEAST:
            return None
        every = self.finding.found(f"List all {each.split()[0]}")
        return self._told(text, found, every)

    def _told(self, text: str, found: Found, every: Found | None) -> Answer | None:
        numbers = [int(r.count or 0) for r in found.rows]
        of = len(numbers)
        mean = _mean(sum(numbers), of)
        counted, groups = self._nouns(found)
        told = f"{mean} ({numbered(sum(numbers), counted)} in {numbered(of, groups)})"
        result = self.figures.result(told, [r.value for r in found.rows], found)
        if result is None:
            return None
        notes = [
            f"({' + '.join(map(str, numbers))}) ÷ {of} = {mean}; what belongs to several is counted for each."
        ]
        if every is not None and every.reading.target.cls == found.reading.target.cls:
            none = len({r.value for r in every.rows} - {r.value for r in found.rows})
            if none:
                whole = of + none
                full = f"{sum(numbers)} ÷ {whole} = {_mean(sum(numbers), whole)}"
                notes.append(f"{numbered(none, groups)} with none were left out; with them it is {full}.")
        return self.figures.answer(text, "single", [result], [found], notes)

    def _nouns(self, found: Found) -> tuple[str, str]:
        """What is counted, and what it is counted in."""
        names = self.finding.profile.names_of
        return names(found.reading.counted[-1].cls)[0], names(found.reading.target.cls)[0]


def _mean(number: int, of: int) -> str:
    return written((Decimal(number) / of).quantize(_ONE), "")
