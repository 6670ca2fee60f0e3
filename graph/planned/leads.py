"""Who leads what, and how much: units with the actions that they lead and share, by horizon."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from graph.items import Item, local_name
from graph.paging import Page
from graph.planned.book import Book
from graph.planned.outline import in_time
from graph.planned.wanted import Wanted

__all__ = ["HORIZONS", "Load", "Loads", "UnitLine", "horizon_of", "loads"]

# An action that runs in several horizons is counted in the first of them.
HORIZONS = ("shortTerm", "midTerm", "longTerm", "other", "none")
_A_PAGE = 50  # units


@dataclass(frozen=True, slots=True)
class Load:
    """How many actions a unit has, by the horizon in which they begin."""

    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _, count in self.counts)

    def as_json(self) -> dict[str, Any]:
        """Return the load as a JSON object."""
        return {"actions": self.total, "by_horizon": dict(self.counts)}


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit with what it carries; `depth` is how far it stands below the largest unit."""

    unit: Item
    names: tuple[str, ...]
    depth: int
    larger: tuple[Item, ...]
    led: Load
    shared: Load
    within: int
    """Actions led by the units within it."""
    services: int
    plans: int

    @property
    def carries(self) -> bool:
        """Whether any work is named for it."""
        return bool(self.led.total or self.shared.total or self.services or self.plans)

    def as_json(self) -> dict[str, Any]:
        """Return the line as a JSON object."""
        return {
            "unit": self.unit.as_json(),
            "names": list(self.names),
            "larger": [unit.as_json() for unit in self.larger],
            "leads": self.led.as_json(),
            "shares": self.shared.as_json(),
            "led_within": self.within,
            "services": self.services,
            "plans": self.plans,
        }


@dataclass(frozen=True)
class Loads:
    """All units, and the actions that no unit leads."""

    units: tuple[UnitLine, ...]
    actions: int
    unowned: tuple[str, ...]
    """Actions for which no unit is named at all."""
    leaderless: tuple[str, ...]
    """Actions with responsible units of which none is said to lead."""

    @cached_property
    def most(self) -> int:
        """The largest number of actions that a unit leads or shares."""
        return max((max(line.led.total, line.shared.total) for line in self.units), default=0)

    @cached_property
    def working(self) -> tuple[UnitLine, ...]:
        """The units for which some work is named."""
        return tuple(line for line in self.units if line.carries)

    @cached_property
    def idle(self) -> tuple[UnitLine, ...]:
        """The units that the plans only name."""
        return tuple(line for line in self.units if not line.carries)

    def page(self, at: int | None = 1) -> Page[UnitLine]:
        """Return a page of the units, those with work first, counted from 1; or all of them as one page."""
        return Page.cut((*self.working, *self.idle), at, _A_PAGE)

    def as_json(self, at: int | None = None) -> dict[str, Any]:
        """Return the loads as a JSON object, with all units or a page of them."""
        page = self.page(at)
        return {
            "units": [line.as_json() for line in (page.shown if at else self.units)],
            "total": page.total,
            "page": page.at,
            "pages": page.last,
            "actions": self.actions,
            "without_owner": len(self.unowned),
            "without_lead": len(self.leaderless),
        }


def loads(book: Book, wanted: Wanted | None = None, horizon: str = "", order: str = "") -> Loads:
    """Return the units by what they lead, larger ones before those within them; or by name."""
    wanted = wanted or Wanted()
    actions = [a for a in wanted.actions(book) if not horizon or horizon in _running(book, a)]
    led, shared = _carried(book, actions)
    lines = {
        unit: _line(book, unit, led.get(unit, ()), shared.get(unit, ()), wanted)
        for unit in book.of("OrganizationalUnit")
    }
    return Loads(
        tuple(_as_tree(book, lines, led, order)),
        len(actions),
        tuple(a for a in actions if not book.ends(a, "leadResponsible", "responsible")),
        tuple(a for a in actions if not book.ends(a, "leadResponsible") and book.ends(a, "responsible")),
    )


def horizon_of(book: Book, action: str) -> str:
    """Return the horizon in which an action begins, or `none`."""
    return _running(book, action)[0]


def _running(book: Book, action: str) -> tuple[str, ...]:
    found = tuple(local_name(end) for end in in_time(book.ends(action, "horizon")))
    return tuple(name if name in HORIZONS else "other" for name in found) or ("none",)


def _carried(book: Book, actions: Iterable[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the actions that each unit leads, and those that it shares with a lead."""
    led: dict[str, list[str]] = {}
    shared: dict[str, list[str]] = {}
    for action in actions:
        leading = book.ends(action, "leadResponsible")
        for unit in leading:
            led.setdefault(unit, []).append(action)
        for unit in book.ends(action, "responsible"):
            if unit not in leading:
                shared.setdefault(unit, []).append(action)
    return led, shared


def _line(book: Book, unit: str, led: Sequence[str], shared: Sequence[str], wanted: Wanted) -> UnitLine:
    of_plan = Wanted(plan=wanted.plan)
    services = [s for s in book.starts(unit, "providedBy") if of_plan.holds(book, s)]
    plans = [p for p in book.starts(unit, "ofUnit") if book.item(p).type == "Plan"]
    return UnitLine(
        book.item(unit),
        tuple(name for name in book.said(unit, "altLabel") if name != book.item(unit).label),
        0,
        book.named(book.ends(unit, "unitOf")),
        _load(book, led),
        _load(book, shared),
        0,
        len(services),
        len(plans),
    )


def _load(book: Book, actions: Iterable[str]) -> Load:
    counts = Counter(horizon_of(book, action) for action in actions)
    return Load(tuple((name, counts[name]) for name in HORIZONS if counts[name]))


def _as_tree(book: Book, lines: dict[str, UnitLine], led: dict[str, list[str]], order: str) -> list[UnitLine]:
    """Return the units in their order, each followed by the units within it."""

    def rank(unit: str) -> tuple[int, int, str]:
        line = lines[unit]
        by_size = 0 if order == "name" else -(line.led.total + len(_below(book, unit, led)))
        return by_size, 0 if order == "name" else -line.shared.total, line.unit.label

    found: list[UnitLine] = []
    seen: set[str] = set()

    def add(unit: str, depth: int) -> None:
        if unit in seen:
            return
        seen.add(unit)
        found.append(_placed(lines[unit], depth, len(_below(book, unit, led))))
        for smaller in sorted((u for u in book.starts(unit, "unitOf") if u in lines), key=rank):
            add(smaller, depth + 1)

    tops = [unit for unit in lines if not any(u in lines for u in book.ends(unit, "unitOf"))]
    for unit in (*sorted(tops, key=rank), *sorted(lines, key=rank)):  # units in a circle have no top
        add(unit, 0)
    return found


def _below(book: Book, unit: str, led: dict[str, list[str]]) -> set[str]:
    """Return the actions led by the units within a unit, at any depth."""
    inside: set[str] = set()
    waiting = list(book.starts(unit, "unitOf"))
    while waiting:
        one = waiting.pop()
        if one not in inside and one != unit:
            inside.add(one)
            waiting.extend(book.starts(one, "unitOf"))
    return {action for one in inside for action in led.get(one, ())}


def _placed(line: UnitLine, depth: int, within: int) -> UnitLine:
    return replace(line, depth=depth, within=within)
