"""One plan as an outline: directions, goals and priorities, actions, metrics and their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import UsageError
from graph.items import Item
from graph.model import Evidence
from graph.planned.book import Book, Support

__all__ = ["Aligned", "Node", "Outline", "PageOfOutline", "outline"]

_HEADS = ("StrategicDirection", "Recommendation", "Goal", "Priority", "FocusStatement")
_VALUES = ("Baseline", "Target", "Actual")
_SHOWN = (*_HEADS, "Action", "Metric", *_VALUES)
# By which an item stands under another, the nearest first; only the nearest that is said counts.
_ABOVE = {
    "Action": (("partOf",), ("underPriority",), ("underGoal",), ("underDirection", "ofDirection")),
    "Metric": (("measures",),),
    "Baseline": (("ofMetric",), ("ofGoal",)),
    "Target": (("ofMetric",), ("ofGoal",)),
    "Actual": (("ofMetric",), ("ofGoal",)),
}  # fmt: skip
_ABOVE_OTHERS = (("partOf",), ("underGoal",), ("underDirection", "ofDirection"))
_DIGITS = re.compile(r"\d+")
_A_PAGE = 40  # items; a whole direction or goal is never cut


@dataclass(frozen=True, slots=True)
class Aligned:
    """What an item supports, on what basis, and the place that says it."""

    target: Item
    basis: str
    confidence: float
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {
            "target": self.target.as_json(),
            "basis": self.basis,
            "confidence": self.confidence,
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True)
class Node:
    """An item of the outline with what is said of it and what stands under it."""

    item: Item
    book: Book
    children: tuple["Node", ...]
    size: int
    """How many items it holds, itself included."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the item."""
        return self.book.evidence(self.item.iri)

    @property
    def supports(self) -> tuple[Aligned, ...]:
        """What the item supports."""
        return tuple(_aligned(self.book, one) for one in self.book.supports.get(self.item.iri, ()))

    @property
    def leads(self) -> tuple[Item, ...]:
        """The units that lead it."""
        return self.book.named(self.book.ends(self.item.iri, "leadResponsible"))

    @property
    def shares(self) -> tuple[Item, ...]:
        """The other units that are responsible."""
        leads = {unit.iri for unit in self.leads}
        found = self.book.named(self.book.ends(self.item.iri, "responsible"))
        return tuple(unit for unit in found if unit.iri not in leads)

    @property
    def horizons(self) -> tuple[Item, ...]:
        """The horizons in which it is to be carried out."""
        return self.book.named(in_time(self.book.ends(self.item.iri, "horizon")))

    @property
    def times(self) -> tuple[str, ...]:
        """Its years and times, as they are written."""
        return self.book.said(self.item.iri, "timeline", "schoolYear")

    @property
    def notes(self) -> tuple[str, ...]:
        """What was unclear about its time."""
        return self.book.said(self.item.iri, "horizonNote")

    @property
    def written_for(self) -> tuple[str, ...]:
        """Who is responsible as it is written, where that names more than units."""
        return self.book.said(self.item.iri, "responsibleNote")

    def as_json(self) -> dict[str, Any]:
        """Return the item and what is under it as a JSON object."""
        return self.item.as_json() | {
            "evidence": [e.as_json() for e in self.evidence],
            "supports": [a.as_json() for a in self.supports],
            "led_by": [u.as_json() for u in self.leads],
            "shared_by": [u.as_json() for u in self.shares],
            "horizons": [h.label for h in self.horizons],
            "times": list(self.times),
            "notes": list(self.notes),
            "written_for": list(self.written_for),
            "children": [node.as_json() for node in self.children],
        }

    def holds(self, iri: str) -> bool:
        """Whether an item is it, or stands under it."""
        return self.item.iri == iri or any(node.holds(iri) for node in self.children)


@dataclass(frozen=True, slots=True)
class PageOfOutline:
    """Some of the outline's first level, whole."""

    parts: tuple[Node, ...]
    at: int
    last: int


@dataclass(frozen=True)
class Outline:
    """A plan, its outline, and what else it holds by class."""

    plan: Item
    parts: tuple[Node, ...]
    others: tuple[tuple[str, int], ...]
    pages: tuple[tuple[Node, ...], ...]

    @property
    def size(self) -> int:
        """How many items the outline shows."""
        return sum(part.size for part in self.parts)

    @property
    def contents(self) -> tuple[tuple[Node, int], ...]:
        """The parts, each with the page on which it stands."""
        return tuple((part, n) for n, parts in enumerate(self.pages, 1) for part in parts)

    def page_of(self, iri: str) -> int:
        """Return the page on which an item stands; the first where it does not."""
        return next((n for part, n in self.contents if part.holds(iri)), 1)

    def page(self, at: int = 1) -> PageOfOutline:
        """Return a page, counted from 1."""
        at = min(max(1, at), max(1, len(self.pages)))
        return PageOfOutline(self.pages[at - 1] if self.pages else (), at, len(self.pages))

    def as_json(self, at: int = 1) -> dict[str, Any]:
        """Return a page of the outline as a JSON object."""
        page = self.page(at)
        return {
            "plan": self.plan.as_json(),
            "items": self.size,
            "page": page.at,
            "pages": max(1, page.last),
            "parts": [node.as_json() for node in page.parts],
            "others": [{"type": name, "items": count} for name, count in self.others],
        }


def outline(book: Book, plan: str) -> Outline:
    """Return the outline of a plan; raises UsageError where the item is none."""
    item = book.item(plan)
    if item.type != "Plan":
        raise UsageError(f"{item.as_text()} is no plan; its own page is /items/{item.id}.")
    within = tuple(iri for iri in book.starts(plan, "inPlan") if iri in book.items)
    inside = [iri for name in _SHOWN for iri in within if book.items[iri].type == name]
    known, under = set(inside), dict[str, list[str]]()
    roots: list[str] = []
    for iri in inside:
        above = [one for one in _above(book, iri) if one in known]
        for one in above:
            under.setdefault(one, []).append(iri)
        if not above:
            roots.append(iri)
    parts = tuple(_node(book, iri, under, frozenset()) for iri in _in_classes(book, roots))
    others: dict[str, int] = {}
    for named in (book.items[iri] for iri in within):
        if named.type not in (*_SHOWN, "Plan", "Conflict"):
            others[named.type] = others.get(named.type, 0) + 1
    return Outline(item, parts, tuple(sorted(others.items())), tuple(_pages(parts)))


def in_time(horizons: tuple[str, ...]) -> tuple[str, ...]:
    """Return horizons with the nearest first; those of a plan's own come last."""
    order = ("shortTerm", "midTerm", "longTerm")
    return tuple(sorted(horizons, key=lambda iri: (_rank(iri.rsplit("#", 1)[-1], order), iri)))


def _above(book: Book, iri: str) -> tuple[str, ...]:
    for properties in _ABOVE.get(book.item(iri).type, _ABOVE_OTHERS):
        found = tuple(end for end in book.ends(iri, *properties) if end != iri)
        if found:
            return found
    return ()


def _node(book: Book, iri: str, under: dict[str, list[str]], above: frozenset[str]) -> Node:
    way = above | {iri}
    below = [child for child in under.get(iri, ()) if child not in way]
    whole = book.item(iri).label
    children = tuple(_node(book, child, under, way) for child in _in_classes(book, below, whole))
    return Node(book.item(iri), book, children, 1 + sum(child.size for child in children))


def _in_classes(book: Book, iris: list[str], whole: str = "") -> list[str]:
    """Return items by class, within a class by numbers or years, else as they stand.

    What stands on one line is in the order in which the words of the larger item, its whole, name it.
    """

    def rank(iri: str) -> tuple[object, ...]:
        at = whole.find(book.item(iri).label)
        return _rank(book.item(iri).type, _SHOWN), book.stands(iri), at < 0, at, iri

    found: dict[str, list[str]] = {}
    for iri in sorted(iris, key=rank):
        found.setdefault(book.item(iri).type, []).append(iri)
    for name in _VALUES:
        found.get(name, []).sort(key=lambda iri: book.said(iri, "schoolYear"))
    return [iri for alike in found.values() for iri in _by_number(book, alike)]


def _by_number(book: Book, iris: list[str]) -> list[str]:
    numbers = {iri: [int(n) for n in _DIGITS.findall(book.item(iri).number)] for iri in iris}
    return sorted(iris, key=lambda iri: numbers[iri]) if all(numbers.values()) else iris


def _pages(parts: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    page: list[Node] = []
    for part in parts:
        if page and sum(p.size for p in page) + part.size > _A_PAGE:
            yield tuple(page)
            page = []
        page.append(part)
    if page:
        yield tuple(page)


def _aligned(book: Book, one: Support) -> Aligned:
    return Aligned(book.item(one.target), one.basis, one.confidence, book.evidence(one.link))


def _rank(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)
