"""Adds up amounts of money, and sets two sums against each other."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from graph.ask.reckoning.amounts import written
from graph.ask.reckoning.figures import Figures
from graph.ask.reckoning.ledgers import Ledger, Ledgers
from graph.ask.reckoning.tasks import Task
from graph.model import Answer, AnswerItem

__all__ = ["Sums"]

_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Sums:
    """Works with amounts of money."""

    ledgers: Ledgers
    figures: Figures

    def sum(self, text: str, task: Task) -> Answer | None:
        """Return what several things cost together."""
        ledger = self.ledgers.of(task["of"])
        if ledger is None:
            return None
        things = [a.thing for a in ledger.amounts]
        summed = {u: [a for a in ledger.amounts if a.unit == u] for u in ledger.sums}
        items = [
            self.figures.result(written(total, unit), [a.thing for a in summed[unit]], ledger.found)
            for unit, total in ledger.sums.items()
            if len(summed[unit]) > 1 or len(things) > 1
        ]
        told = [i for i in items if i], self.figures.summands(ledger.amounts, ledger.found)
        notes = self.figures.arithmetic(ledger)
        return self.figures.answer(text, "single", [*told[0], *told[1]], [ledger.found], notes)

    def mean(self, text: str, task: Task) -> Answer | None:
        """Return what things cost on average; those of which no amount is stated are left out, and named."""
        ledger = self.ledgers.of(task["of"])
        amounts = [*ledger.parts, *ledger.amounts] if ledger else []
        amounts = [a for a in amounts if not self.ledgers.amounts.total(a.thing)]
        if ledger is None or len({a.unit for a in amounts}) != 1 or len(amounts) == 1:
            return None
        unit, total = amounts[0].unit, sum((a.number for a in amounts), Decimal(0))
        mean = written((total / len(amounts)).quantize(_CENT, ROUND_HALF_UP), unit)
        result = self.figures.result(mean, [a.thing for a in amounts], ledger.found)
        terms = " + ".join(written(a.number, unit) for a in amounts)
        notes = [f"({terms}) ÷ {len(amounts)} = {mean}.", *self.figures.left(ledger)]
        items = [i for i in (result, *self.figures.summands(amounts, ledger.found)) if i]
        return self.figures.answer(text, "single", items, [ledger.found], notes)

    def most(self, text: str, task: Task) -> Answer | None:
        """Return what costs the most, or the least, with everything that costs the same."""
        ledger = self.ledgers.of(task["of"])
        amounts = [*ledger.parts, *ledger.amounts] if ledger else []
        amounts = [a for a in amounts if not self.ledgers.amounts.total(a.thing)]
        if ledger is None or len({a.unit for a in amounts}) != 1 or len(amounts) == 1:
            return None
        best = (min if task["least"] else max)(a.number for a in amounts)
        ranked = sorted(amounts, key=lambda a: a.number, reverse=not task["least"])
        told = "; ".join(written(a.number, a.unit) for a in ranked)
        items = self.figures.summands([a for a in amounts if a.number == best], ledger.found)
        notes = [f"The amounts in order: {told}.", *self.figures.left(ledger)]
        return self.figures.answer(text, "superlative", items, [ledger.found], notes)

    def difference(self, text: str, task: Task) -> Answer | None:
        """Return how much more is stated for one than for another."""
        first = self.ledgers.of(task["left"])
        other = self.ledgers.of(task["right"]) or self._alike(task)
        return self._apart(text, first, other) if first and other else None

    def pair(self, text: str, task: Task) -> Answer | None:
        """Return the distance of two values of one thing, such as a target and its baseline."""
        sides = []
        for name in ("left", "right"):
            found = self.ledgers.finding.found(f"What is the {task[name]} of {task['of']}?")
            sides.append(self.ledgers.made(found) if found else None)
        first, other = sides
        if first is None or other is None or len(first.amounts) != 1 or len(other.amounts) != 1:
            return None
        return self._apart(text, first, other, pair=True)

    def _alike(self, task: Task) -> Ledger | None:
        """'For location 5 than for 7': the other is called as the first."""
        words = task["left"].split()
        alone = len(words) > 1 and len(task["right"].split()) == 1
        return self.ledgers.of(" ".join([*words[:-1], task["right"]])) if alone else None

    def _apart(self, text: str, first: Ledger, other: Ledger, *, pair: bool = False) -> Answer | None:
        if first.single is None or other.single is None or first.things & other.things:
            return None
        (left, unit), (right, unit_too) = first.single, other.single
        if unit != unit_too or (first.kind != other.kind and not pair):
            return None
        high, low = max(left, right), min(left, right)
        things = [a.thing for ledger in (first, other) for a in ledger.amounts]
        points = " points" if unit == "%" else ""
        result = self.figures.result(written(high - low, unit) + points, things, first.found)
        items = [result, *self._side(first), *self._side(other)]
        note = f"{written(high, unit)} − {written(low, unit)} = {written(high - low, unit)}{points}"
        order = (
            "both are the same" if high == low else f"the {'first' if left > right else 'second'} is higher"
        )
        notes = [f"{note}; {order}.", *self.figures.arithmetic(first), *self.figures.arithmetic(other)]
        return self.figures.answer(
            text, "compare", [i for i in items if i], [first.found, other.found], notes
        )

    def _side(self, ledger: Ledger) -> list[AnswerItem]:
        return self.figures.summands(ledger.amounts, ledger.found)
