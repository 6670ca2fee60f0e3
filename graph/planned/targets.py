"""Targets with the school year in which they fall due, and the baselines that they start from."""

from dataclasses import dataclass
from typing import Any

from graph.items import BASE, Item
from graph.model import Evidence
from graph.planned.book import Book
from graph.planned.wanted import Wanted, supported
from graph.planned.when import school_years, year_name

__all__ = ["DueTarget", "Value", "due_targets"]


@dataclass(frozen=True)
class Value:
    """A target, baseline or actual result as it is written, with its year."""

    item: Item
    written: str
    year: str
    groups: tuple[str, ...]
    book: Book

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the value."""
        return self.book.evidence(self.item.iri)

    def as_json(self) -> dict[str, Any]:
        """Return the value as a JSON object."""
        return {
            "item": self.item.as_json(),
            "value": self.written,
            "year": self.year or None,
            "student_groups": list(self.groups),
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class DueTarget:
    """A target of a metric or goal, with the baselines and results of the same."""

    value: Value
    of: tuple[Item, ...]
    baselines: tuple[Value, ...]
    results: tuple[Value, ...]

    @property
    def year(self) -> str:
        """The school year in which it falls due, or nothing."""
        return self.value.year

    def as_json(self) -> dict[str, Any]:
        """Return the target as a JSON object."""
        return self.value.as_json() | {
            "of": [item.as_json() for item in self.of],
            "baselines": [value.as_json() for value in self.baselines],
            "results": [value.as_json() for value in self.results],
        }


def due_targets(book: Book, wanted: Wanted) -> tuple[DueTarget, ...]:
    """Return the targets that are wanted, the earliest first; those without a year come last."""
    near = book.starting("Target", BASE + wanted.plan, "inPlan") if wanted.plan else book.of("Target")
    found = [_target(book, iri) for iri in near if _is_wanted(book, iri, wanted)]
    return tuple(sorted(found, key=lambda target: target.year or "9"))


def _is_wanted(book: Book, iri: str, wanted: Wanted) -> bool:
    """Whether a target is of the plan, and of an item that the unit carries or that supports the other."""
    if not Wanted(plan=wanted.plan).holds(book, iri):
        return False
    near = _near(book, iri)
    aligned = {end for one in near for end in (one, *supported(book, one))}
    return (not wanted.unit or any(Wanted(unit=wanted.unit).holds(book, one) for one in near)) and (
        not wanted.target or BASE + wanted.target in aligned
    )


def _near(book: Book, iri: str) -> tuple[str, ...]:
    """Return a target's metrics and goals, and what its metrics measure."""
    of = book.ends(iri, "ofMetric", "ofGoal")
    return (*of, *(end for metric in of for end in book.ends(metric, "measures")))


def _target(book: Book, iri: str) -> DueTarget:
    of = book.ends(iri, "ofMetric") or book.ends(iri, "ofGoal")
    values = {name: _values(book, of, name) for name in ("Baseline", "Actual")}
    return DueTarget(_value(book, iri), book.named(of), values["Baseline"], values["Actual"])


def _values(book: Book, of: tuple[str, ...], type_: str) -> tuple[Value, ...]:
    found = {iri for one in of for iri in book.starts(one, "ofMetric", "ofGoal")}
    return tuple(_value(book, iri) for iri in book.ordered(found) if book.item(iri).type == type_)


def _value(book: Book, iri: str) -> Value:
    item = book.item(iri)
    written = next(iter(book.said(iri, "value")), item.label)
    said = [year for text in book.said(iri, "schoolYear") for year in school_years(text)]
    return Value(item, written, year_name(max(said)) if said else "", book.said(iri, "studentGroup"), book)
