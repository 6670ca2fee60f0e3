"""Says in plain words how a question over any graph was read."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.ask.facets.bounds import Comparison
from graph.ask.facets.readings import Condition, Reading
from graph.ask.facets.schema import Schema
from graph.ask.facets.terms import Attribute, Way

__all__ = ["Telling"]

_OPERATIONS = {
    "count": "How many there are of: ",
    "sum": "The sum of: ",
    "avg": "The average of: ",
    "min": "The least of: ",
    "max": "The greatest of: ",
    "ask": "Whether there is: ",
}
_OPERATORS = {"<": "less than", ">": "more than", "<=": "at most", ">=": "at least", "=": ""}


@dataclass(frozen=True)
class Telling:
    """Puts readings into words; `label` gives the name of a thing."""

    schema: Schema
    label: Callable[[str], str]

    def of(self, reading: Reading) -> str:
        """Return a reading in words."""
        goal = reading.goal
        asked = self._class(goal.root) if not goal.things else " or ".join(map(self.label, goal.things[:3]))
        if goal.attribute:
            asked = f"{self._attribute(goal.attribute)} of {asked}"
        conditions = [self._condition(c) for c in reading.conditions]
        text = _OPERATIONS.get(reading.operation, "") + ", ".join([asked, *conditions])
        return text[:1].upper() + text[1:] + self._ranked(reading) + self._grouped(reading)

    def _condition(self, condition: Condition) -> str:
        way = self._way(condition.way)
        attribute = self._attribute(condition.attribute) if condition.attribute else ""
        said = " ".join(w for w in (way, attribute) if w)
        end = ""
        if condition.things:
            end = " or ".join(map(self.label, condition.things[:3]))
        elif condition.values:
            end = " or ".join(str(v) for v in condition.values[:3])
        elif condition.comparison:
            end = _compared(condition.comparison)
        return f"{'not ' if condition.negated else ''}{said}{': ' if said and end else ''}{end}"

    def _ranked(self, reading: Reading) -> str:
        rank = reading.rank
        if rank is None:
            return ""
        number = self._attribute(rank.attribute) if rank.attribute else "number"
        way = self._way(rank.way)
        if rank.having:
            return f", with {_compared(rank.having)} by way of {way}"
        limit = f"the first {rank.limit} by " if rank.limit else "by "
        return f", {limit}{'greatest' if rank.most else 'least'} {number}{f' ({way})' if way else ''}"

    def _grouped(self, reading: Reading) -> str:
        grouping = reading.grouping
        if grouping is None:
            return ""
        name = self._attribute(grouping.attribute) if grouping.attribute else self._way(grouping.way)
        return f", for each {name}"

    def _class(self, cls: str) -> str:
        return next(iter(self.schema.names.get(cls, ())), cls)

    def _attribute(self, attribute: Attribute) -> str:
        return next(iter(attribute.names), attribute.path[-1])

    def _way(self, way: Way) -> str:
        names = [next(iter(self.schema.names.get(h.property, ())), h.property) for h in way]
        return " → ".join(
            f"{n} of {self._class(h.cls)}" if h.inverse else n for n, h in zip(names, way, strict=True)
        )


def _compared(comparison: Comparison) -> str:
    parts = []
    for bound in comparison.bounds:
        number = f"{bound.number:g}" if bound.number is not None else ""
        period = f"{bound.period.start} to before {bound.period.end}" if bound.period and not number else ""
        parts.append(" ".join(w for w in (number, period, *bound.units[:1]) if w))
    if len(parts) > 1:
        return f"between {parts[0]} and {parts[1]}"
    return f"{_OPERATORS.get(comparison.operator, '')} {parts[0]}".strip() if parts else ""
