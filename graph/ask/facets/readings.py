"""One possible meaning of a question: what is asked, under which conditions, and what is done with it."""

from dataclasses import dataclass, field, replace
from typing import Literal as OneOf

from rdflib.term import Node

from graph.ask.facets.bounds import Comparison
from graph.ask.facets.terms import Attribute, Way

__all__ = ["Condition", "Goal", "Grouping", "Operation", "Rank", "Reading", "last_denied"]

Operation = OneOf["list", "count", "sum", "avg", "min", "max", "ask"]
_COST = 0.12  # what a far-fetched way takes from a reading
_FOCUS = 0.3  # what it is worth that the question plainly asks for this
_SKIPPED = 0.15


@dataclass(frozen=True, slots=True)
class Goal:
    """Things of a class (or one that is named), or a value of theirs."""

    root: str
    attribute: Attribute | None = None
    things: tuple[str, ...] = ()
    score: float = 1.0
    tokens: frozenset[int] = frozenset()
    conditions: "tuple[Condition, ...]" = ()
    needs: str = ""
    hinted: bool = False
    also: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold at the end of a way: to be one of some things, to have a value, to be there at all."""

    way: Way = ()
    things: tuple[str, ...] = ()
    attribute: Attribute | None = None
    values: tuple[Node, ...] = ()
    comparison: Comparison | None = None
    against: tuple[str, ...] = ()
    negated: bool = False
    tokens: frozenset[int] = frozenset()
    cost: float = 0.0
    other: Attribute | None = None
    same: tuple[str, ...] = ()
    below: bool = False
    unit: Node | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A number by which things are ranked: a value, or how many or how much lies at the end of a way."""

    way: Way
    attribute: Attribute | None
    how: str
    most: bool = True
    limit: int = 0
    having: Comparison | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Grouping:
    """What groups are made by: things at the end of a way, or a value of theirs."""

    way: Way
    attribute: Attribute | None = None
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A complete reading with what it explains of the question."""

    goal: Goal
    operation: Operation = "list"
    conditions: tuple[Condition, ...] = ()
    rank: Rank | None = None
    grouping: Grouping | None = None
    numbered: bool = False
    covered: dict[int, float] = field(default_factory=dict)
    cost: float = 0.0
    skipped: float = 0.0
    score: float = 0.0
    undone: bool = False
    universal: bool = False

    def covering(self, tokens: frozenset[int], quality: float = 1.0) -> "Reading":
        """Return this reading with more words accounted for."""
        covered = dict(self.covered)
        for token in tokens:
            covered[token] = max(quality, covered.get(token, 0.0))
        return replace(self, covered=covered)

    def with_condition(self, condition: Condition, quality: float = 1.0) -> "Reading":
        """Return this reading under one more condition."""
        grown = replace(self, conditions=(*self.conditions, condition), cost=self.cost + condition.cost)
        return grown.covering(condition.tokens, quality)

    def explained(self, weights: dict[int, float]) -> float:
        """Return the share of the words, by weight, that this reading accounts for."""
        total = sum(weights.values())
        return sum(w * self.covered.get(i, 0.0) for i, w in weights.items()) / total if total else 1.0

    def scored(self, weights: dict[int, float]) -> "Reading":
        """Return this reading with its score."""
        score = (
            self.explained(weights)
            + _FOCUS * self.goal.score
            - _COST * self.cost
            - _SKIPPED * self.skipped
            - 0.01 * len(self.conditions)
        )
        return replace(self, score=round(score, 5))


def last_denied(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return conditions with the one that is said last turned around: what holds of all fails for none."""
    told = max(conditions, key=lambda c: max(c.tokens, default=-1))
    return tuple(replace(c, negated=not c.negated) if c is told else c for c in conditions)
