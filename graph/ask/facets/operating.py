"""What a reading does with what it finds: counts it, sums it up, ranks it, or divides it into groups."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.ask.closed import closed
from graph.ask.facets.dividing import Dividing
from graph.ask.facets.marks import Marks
from graph.ask.facets.mentions import Cue, Linked
from graph.ask.facets.ranks import Ranks
from graph.ask.facets.readings import Operation, Reading

__all__ = ["Operating"]

_THEIRS = closed("theirs")
_FURTHER = closed("further_questions")  # begin a second question: '… and how much do they cost'
_UNSUMMED = 0.8  # cost of a sum or average that nothing is summed up for
_UNRANKED = 2.5  # cost of a superlative that nothing is found for


@dataclass(frozen=True)
class Operating:
    """Applies the marks of a question to its readings."""

    dividing: Dividing
    ranks: Ranks

    def applied(self, linked: Linked, marks: Marks, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with each way of doing what the question says."""
        for grouped in self.dividing.grouped(linked, marks, reading):
            for ranked in self._ranked(linked, marks, grouped):
                yield self._operated(linked, marks, ranked)

    def _operated(self, linked: Linked, marks: Marks, reading: Reading) -> Reading:
        attribute = reading.goal.attribute
        operation: Operation = "list"
        if marks.aggregate and not (attribute and attribute.kind == "number"):
            reading = replace(reading, cost=reading.cost + _UNSUMMED)
        if reading.rank and not reading.rank.having:
            return reading
        if marks.yesno:
            operation = "ask"
        elif reading.operation != "list":
            operation = reading.operation
        elif marks.aggregate and attribute and attribute.kind == "number":
            operation = "avg" if marks.aggregate == "avg" else "sum"
        elif marks.counted and not _counts_elsewhere(marks, reading):
            operation = _counted(reading)
        if operation == "list" and not reading.rank:
            reading = _with_columns(linked, reading)
        numbered = bool(marks.counted) and _counts_elsewhere(marks, reading)
        return replace(reading, operation=operation, numbered=numbered, universal=marks.universal)

    def _ranked(self, linked: Linked, marks: Marks, reading: Reading) -> Iterator[Reading]:
        superlative = marks.superlative
        if superlative is None or reading.rank is not None:
            yield reading
            return
        if (attribute := reading.goal.attribute) and attribute.numeric and not superlative.frequent:
            cue = linked.cue(attribute).tokens
            beside = any(0 <= t - superlative.at <= 2 for t in cue)
            if beside and min(cue) >= min(
                superlative.tokens
            ):  # 'which order has the highest total' ranks orders
                operation: Operation = "max" if superlative.most else "min"
                yield replace(reading, operation=operation).covering(superlative.tokens)
                return
        found = list(self.ranks.of(linked, marks, reading, superlative))
        for rank, cost, tokens in found:
            yield replace(reading, rank=rank, cost=reading.cost + cost).covering(tokens)
        if not found:
            yield replace(reading, cost=reading.cost + _UNRANKED, undone=True)


def _counted(reading: Reading) -> Operation:
    """'How many pages' of one thing is a value, of several their sum; other things are counted."""
    attribute = reading.goal.attribute
    if attribute is None or attribute.kind != "number":
        return "count"
    if reading.grouping:
        return "sum"
    return "list" if any(not c.way and c.things for c in reading.conditions) else "sum"


def _with_columns(linked: Linked, reading: Reading) -> Reading:
    """'List the branches with their floor area': values that are asked for beside the things."""
    attribute, asked = reading.goal.attribute, set(reading.goal.tokens)
    limits = {i for c in reading.conditions if c.other for i in c.tokens}
    for at, word in enumerate(linked.words[:-1]):
        joined = word == "and" and (attribute or reading.goal.also) and {at - 1, at - 2} & asked
        further = word == "and" and not attribute and linked.words[at + 1] in _FURTHER
        if (word not in _THEIRS and not joined and not further) or at in limits:
            continue
        fit = [
            (c.strength, repr(a.path), a, c)
            for a, c in linked.attributes.items()
            if a.owner == reading.goal.root
            and a != attribute
            and (_begins(c, at) or (further and min(c.tokens) > at))
        ]
        if fit:
            _, _, another, cue = max(fit, key=lambda f: (f[0], f[1]))
            goal = replace(reading.goal, also=(*reading.goal.also, another))
            asked |= cue.tokens
            reading = replace(reading, goal=goal).covering(cue.tokens | {at})
    return reading


def _begins(cue: Cue, at: int) -> bool:
    """Whether words for a property begin right after another word."""
    return bool({at + 1, at + 2} & cue.tokens) and min(cue.tokens) > at


def _counts_elsewhere(marks: Marks, reading: Reading) -> bool:
    """'Which languages …, and how many?': the count is asked for beside the things."""
    return reading.rank is not None and reading.rank.having is not None and min(marks.counted, default=0) > 2
