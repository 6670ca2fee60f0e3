"""Every plan with what it holds: counts, and how many of its actions are aligned, owned, dated, measured."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.items import Item, local_name
from graph.paging import paged
from graph.planned.book import Book

__all__ = ["COUNTED", "SHARES", "Overview", "PageOfPlans", "PlanLine", "Share", "overview"]

COUNTED = (
    "StrategicDirection",
    "Recommendation",
    "Goal",
    "Priority",
    "Action",
    "Metric",
    "Target",
    "Service",
)
SHARES = ("aligned", "owned", "dated", "measured")
_A_PAGE = 50  # plans
_ABOVE = ("partOf", "underPriority", "underGoal")
# As the ontology names them; a plan of no stated type comes last.
_TYPES = ("strategicPlan", "masterPlan", "accountabilityPlan", "departmentPlan", "schoolPlan", "otherPlan")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a plan's actions something is said of."""

    name: str
    count: int
    of: int

    @property
    def share(self) -> float:
        """The share, from 0 to 1."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan: whether it was read, what it holds, and which plans it replaces or is replaced by."""

    plan: Item
    type: str
    years: tuple[str, ...]
    held: bool
    documents: tuple[Item, ...]
    units: tuple[Item, ...]
    named_in: tuple[Item, ...]
    earlier: tuple[Item, ...]
    later: tuple[Item, ...]
    counts: Mapping[str, int]
    parts: int
    """Actions that are parts of others, which the counts and shares leave out."""
    shares: tuple[Share, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the line as a JSON object."""
        return {
            "plan": self.plan.as_json(),
            "type": self.type or None,
            "years": list(self.years),
            "held": self.held,
            "documents": [d.label for d in self.documents],
            "units": [u.as_json() for u in self.units],
            "named_in": [p.as_json() for p in self.named_in],
            "earlier": [p.as_json() for p in self.earlier],
            "later": [p.as_json() for p in self.later],
            "counts": dict(self.counts),
            "sub_actions": self.parts,
            "shares": [{"of": s.name, "actions": s.count, "all": s.of} for s in self.shares],
        }


@dataclass(frozen=True, slots=True)
class PageOfPlans:
    """One page of the plans: of those that were read first, then of those that are only named."""

    plans: tuple[PlanLine, ...]
    total: int
    at: int
    last: int

    @property
    def held(self) -> tuple[PlanLine, ...]:
        """The plans of the page that were read."""
        return tuple(line for line in self.plans if line.held)

    @property
    def named(self) -> tuple[PlanLine, ...]:
        """The plans of the page that others name, and that were not read."""
        return tuple(line for line in self.plans if not line.held)

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object."""
        plans = [line.as_json() for line in self.plans]
        return {"plans": plans, "total": self.total, "page": self.at, "pages": self.last}


@dataclass(frozen=True)
class Overview:
    """The plans in the order of their types and years, the newest first."""

    plans: tuple[PlanLine, ...]

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The types that occur."""
        return tuple(dict.fromkeys(line.type for line in self.plans))

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years that occur, the newest first."""
        return tuple(sorted({year for line in self.plans for year in line.years}, reverse=True))

    def only(self, type: str = "", year: str = "") -> "Overview":  # noqa: A002  # as in the address
        """Return the plans of a type and year."""
        if not type and not year:
            return self
        return Overview(
            tuple(
                line
                for line in self.plans
                if (not type or line.type == type) and (not year or year in line.years)
            )
        )

    @cached_property
    def held(self) -> tuple[PlanLine, ...]:
        """The plans that were read."""
        return tuple(line for line in self.plans if line.held)

    @cached_property
    def named(self) -> tuple[PlanLine, ...]:
        """The plans that others name, and that were not read."""
        return tuple(line for line in self.plans if not line.held)

    def line(self, plan: str) -> PlanLine:
        """Return the line of a plan, by its IRI."""
        return self._lines[plan]

    def page(self, at: int | None = 1) -> PageOfPlans:
        """Return one page of the plans, counted from 1; or all of them as one page."""
        plans = (*self.held, *self.named)
        shown, page, last = paged(plans, at, _A_PAGE)
        return PageOfPlans(shown, len(plans), page, last)

    @cached_property
    def _lines(self) -> Mapping[str, PlanLine]:
        return {line.plan.iri: line for line in self.plans}


def overview(book: Book) -> Overview:
    """Return every plan of a book with what it holds."""
    inside: dict[str, list[str]] = {plan: [] for plan in book.of("Plan")}
    for iri, item in book.items.items():
        for plan in book.ends(iri, "inPlan"):
            if plan in inside and item.type != "Plan":
                inside[plan].append(iri)
    lines = [_line(book, plan, held) for plan, held in inside.items()]
    lines.sort(key=lambda line: line.plan.label)
    lines.sort(key=lambda line: max(line.years, default=""), reverse=True)
    return Overview(tuple(sorted(lines, key=lambda line: _rank(line.type))))


def _line(book: Book, plan: str, inside: list[str]) -> PlanLine:
    counts = Counter(book.item(iri).type for iri in inside)
    actions = [iri for iri in inside if book.item(iri).type == "Action"]
    whole = [iri for iri in actions if not book.is_part(iri)]
    counts["Action"] = len(whole)
    counts["Priority"] += counts["FocusStatement"]
    return PlanLine(
        book.item(plan),
        next((local_name(end) for end in book.ends(plan, "planType")), ""),
        book.said(plan, "schoolYear", "temporal"),
        plan in book.held,
        book.named(d for d in book.starts(plan, "sourceOf") if d in book.items),
        book.named(book.ends(plan, "ofUnit")),
        book.named(p for p in book.ends(plan, "inPlan") if p != plan),
        book.named(p for p in book.ends(plan, "replaces") if p in book.items),
        book.named(p for p in book.starts(plan, "replaces") if p in book.items),
        {name: counts[name] for name in COUNTED},
        len(actions) - len(whole),
        _shares(book, whole),
    )


def _shares(book: Book, actions: list[str]) -> tuple[Share, ...]:
    told = {
        "aligned": [a for a in actions if any(s.basis != "inferred" for s in book.supports.get(a, ()))],
        "owned": [a for a in actions if book.ends(a, "leadResponsible", "responsible")],
        "dated": [a for a in actions if book.ends(a, "horizon") or book.said(a, "timeline", "schoolYear")],
        "measured": [a for a in actions if _measured(book, a)],
    }
    return tuple(Share(name, len(told[name]), len(actions)) for name in SHARES)


def _measured(book: Book, action: str) -> bool:
    """Whether a metric measures an action, or the priority or goal right above it."""
    return any(book.starts(iri, "measures") for iri in (action, *book.ends(action, *_ABOVE)))


def _rank(type_: str) -> int:
    return _TYPES.index(type_) if type_ in _TYPES else len(_TYPES)
