"""Says in plain words how a question over any graph was read."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.ask.facets.bounds import Bound, Comparison
from graph.ask.facets.readings import Condition, Reading
from graph.ask.facets.schema import Schema
from graph.ask.facets.terms import Attribute, Hop, Way
from graph.ask.plural import plural_of
from graph.ask.wording import PREPOSITIONS

__all__ = ["Telling"]

_NAMED = 3  # things that are named one by one
_OPERATIONS = {
    "count": "the number of ",
    "sum": "the sum of ",
    "avg": "the average of ",
    "min": "the least of ",
    "max": "the greatest of ",
    "ask": "whether there are ",
}
_OPERATORS = {"<": "less than", ">": "more than", "<=": "at most", ">=": "at least"}
_DATES = {"<": "before", ">": "after", "<=": "until", ">=": "from"}


@dataclass(frozen=True)
class Telling:
    """Puts readings into words; `label` gives the name of a thing."""

    schema: Schema
    label: Callable[[str], str]

    def of(self, reading: Reading) -> str:
        """Return a reading in words, such as 'Parts that are supplied by Acme, by greatest price'."""
        goal = reading.goal
        told = [self._condition(c) for c in reading.conditions]
        things = " or ".join(map(self.label, goal.things[:_NAMED])) or plural_of(self._class(goal.root))
        text = f"{things} that {' and '.join(told)}" if told else things
        if goal.attribute:
            text = f"the {self._attribute(goal.attribute)} of {text}"
        operation = _OPERATIONS.get(reading.operation, "")
        if goal.things and reading.operation == "ask":
            operation = "whether there is " if not told else "whether it is "
        text = f"{operation}{text}{self._ranked(reading)}{self._grouped(reading)}"
        return text[:1].upper() + text[1:]

    def _condition(self, condition: Condition) -> str:
        ends = [*map(self.label, condition.things), *map(str, condition.values)]
        end = " or ".join(ends[:_NAMED])
        if condition.comparison:
            against = " or ".join(map(self.label, condition.against))
            end = _compared(condition.comparison, against)
        if condition.attribute:
            said = f"have the {self._attribute(condition.attribute)} {end}".rstrip()
            text = f"{self._way(condition.way, '')}that {said}" if condition.way else said
        else:
            text = self._way(condition.way, end) if condition.way else f"are {end}"
        return f"do not {text}" if condition.negated else text

    def _way(self, way: Way, end: str) -> str:
        """'Are painted by Ann', 'have a loan that has …': each step in the words of its property."""
        told = []
        for number, hop in enumerate(way):
            last = end if number == len(way) - 1 and end else f"a {self._class(hop.cls)}"
            told.append(self._step(hop, last))
        return " that ".join(told) + ("" if end else " ")

    def _step(self, hop: Hop, end: str) -> str:
        name = next(iter(self.schema.names.get(hop.property, ())), hop.property)
        if hop.inverse:
            return f"are the {name} {'' if name.split()[-1] in PREPOSITIONS else 'of '}{end}"
        return f"are {name} {end}" if name.split()[-1] in PREPOSITIONS else f"have the {name} {end}"

    def _ranked(self, reading: Reading) -> str:
        rank = reading.rank
        if rank is None:
            return ""
        number = self._attribute(rank.attribute) if rank.attribute else "number"
        far = f" of {plural_of(self._class(rank.way[-1].cls))}" if rank.way else ""
        if rank.having:
            return f", with {_compared(rank.having, '')}{far.replace(' of', '')}"
        first = f"the first {rank.limit} by " if rank.limit else "by "
        return f", {first}{'greatest' if rank.most else 'least'} {number}{far}"

    def _grouped(self, reading: Reading) -> str:
        grouping = reading.grouping
        if grouping is None:
            return ""
        far = self._class(grouping.way[-1].cls) if grouping.way else ""
        return f", for each {self._attribute(grouping.attribute) if grouping.attribute else far}"

    def _class(self, cls: str) -> str:
        return next(iter(self.schema.names.get(cls, ())), cls)

    def _attribute(self, attribute: Attribute) -> str:
        return next(iter(attribute.names), attribute.path[-1])


def _compared(comparison: Comparison, against: str) -> str:
    dated = any(b.period for b in comparison.bounds) and all(b.number is None for b in comparison.bounds)
    said = (_DATES if dated else _OPERATORS).get(comparison.operator, "")
    if against:
        return f"{said} that of {against}"
    parts = [_bound(b) for b in comparison.bounds]
    if len(parts) > 1:
        return f"between {parts[0]} and {parts[1]}"
    return f"{said} {parts[0]}".strip() if parts else ""


def _bound(bound: Bound) -> str:
    number = f"{bound.number:g}" if bound.number is not None else ""
    day = str(bound.period.start) if bound.period and not number else ""
    return " ".join(w for w in (number, day, *bound.units[:1]) if w)
