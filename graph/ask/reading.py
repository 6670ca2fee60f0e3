"""One possible meaning of a question: what is asked for, under which conditions, with which operation."""

from dataclasses import dataclass, field
from typing import Literal as OneOf

from rdflib import Literal

from graph.ask.paths import Path
from graph.ask.thresholds import Threshold

__all__ = ["Condition", "Operation", "Reading", "Target"]

Operation = OneOf["list", "count", "most", "fewest", "boolean", "compare", "group", "having"]


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for: things of a class, or values of a property of theirs."""

    cls: str
    property: str | None = None
    show: tuple[str, ...] = ()
    filters: tuple[tuple[str, str | Literal], ...] = ()
    weight: float = 1.0
    tokens: frozenset[int] = frozenset()
    role: str = ""
    match: tuple[str, ...] = ()
    template: str = ""
    strict: bool = False
    slot: bool = False
    open: bool = False
    at: int = -1


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the things asked for: a way from them to a given thing, class or value.

    `things` are the given things; `value_property` with `values` a literal at the end of the way;
    neither: that the way leads anywhere at all. `filters` hold for the class at its end. `unlike` is a form
    that the value at the end of the way has not, such as a number.
    """

    path: Path
    cls: str
    things: tuple[str, ...] = ()
    value_property: str | None = None
    values: tuple[Literal, ...] = ()
    filters: tuple[tuple[str, str | Literal], ...] = ()
    tokens: frozenset[int] = frozenset()
    says: str = ""
    score: float = 1.0
    cost: float = 0.0
    negated: bool = False
    only: bool = False
    unlike: str = ""
    topic: bool = False
    scores: tuple[tuple[str, float], ...] = ()
    matched: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """A complete reading with its score and what it explains of the question."""

    target: Target
    conditions: tuple[Condition, ...] = ()
    operation: Operation = "list"
    counted: Path = ()
    measure: str = ""
    limit: Threshold | None = None
    covered: frozenset[int] = frozenset()
    left: tuple[str, ...] = ()
    score: float = 0.0
    features: dict[str, float] = field(default_factory=dict)

    @property
    def ranks(self) -> bool:
        """Whether the things with the most or the fewest of something are wanted."""
        return self.operation in ("most", "fewest")

    def with_condition(self, condition: Condition) -> "Reading":
        """Return this reading under one more condition."""
        return (
            Reading(  # written out: `replace` takes several times as long, and this is done hundreds of times
                self.target,
                (*self.conditions, condition),
                self.operation,
                self.counted,
                self.measure,
                self.limit,
                self.covered | condition.tokens,
                self.left,
                self.score,
                self.features,
            )
        )

    def with_score(self, score: float, features: dict[str, float], left: tuple[str, ...]) -> "Reading":
        """Return this reading with its score, the features that made it, and the words it leaves out."""
        return Reading(
            self.target,
            self.conditions,
            self.operation,
            self.counted,
            self.measure,
            self.limit,
            self.covered,
            left,
            score,
            features,
        )
