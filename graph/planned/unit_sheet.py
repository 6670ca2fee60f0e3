"""One unit's sheet: its names, larger and smaller units, what it leads, shares and provides, its people."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.errors import UsageError
from graph.items import Item, local_name
from graph.model import Evidence
from graph.paging import paged
from graph.planned.book import Book
from graph.planned.leads import horizon_of
from graph.planned.outline import in_time

__all__ = ["ROLES", "PageOfWork", "UnitSheet", "Work", "unit_sheet", "work_of"]

ROLES = ("leads", "shares")
_A_PAGE = 25
_MEASURED = ("partOf", "underPriority", "underGoal")


@dataclass(frozen=True)
class Work:
    """An action with the part that a unit has in it."""

    item: Item
    role: str
    horizon: str
    """The horizon in which it begins, or `none`."""
    book: Book

    @property
    def horizons(self) -> tuple[Item, ...]:
        """The horizons in which it is to be carried out."""
        return self.book.named(in_time(self.book.ends(self.item.iri, "horizon")))

    @property
    def partners(self) -> tuple[Item, ...]:
        """All units of the action, the lead first."""
        return self.book.named(self.book.ends(self.item.iri, "leadResponsible", "responsible"))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the action."""
        return self.book.evidence(self.item.iri)

    def as_json(self) -> dict[str, Any]:
        """Return the work as a JSON object."""
        return {
            "item": self.item.as_json(),
            "role": self.role or None,
            "horizons": [local_name(h.iri) for h in self.horizons],
            "units": [unit.as_json() for unit in self.partners],
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class PageOfWork:
    """A page of actions."""

    work: tuple[Work, ...]
    total: int
    at: int
    last: int

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object."""
        shown = [work.as_json() for work in self.work]
        return {"actions": shown, "total": self.total, "page": self.at, "pages": self.last}


@dataclass(frozen=True)
class UnitSheet:
    """A unit with all that it carries."""

    unit: Item
    names: tuple[str, ...]
    larger: tuple[Item, ...]
    smaller: tuple[Item, ...]
    work: tuple[Work, ...]
    services: tuple[Item, ...]
    plans: tuple[Item, ...]
    purposes: tuple[Item, ...]
    people: tuple[tuple[Item, Item], ...]
    """Persons, each with the contact that names them."""
    metrics: tuple[Item, ...]
    budget: tuple[Item, ...]
    unnamed: int
    """Actions of its own plans that name no unit."""
    book: Book

    def evidence(self, item: Item) -> tuple[Evidence, ...]:
        """Return the places of an item."""
        return self.book.evidence(item.iri)

    def count(self, role: str) -> int:
        """Return how many actions it has in a role."""
        return sum(work.role == role for work in self.work)

    def page(self, role: str = "", horizon: str = "", at: int = 1) -> PageOfWork:
        """Return a page of its actions, of one role or horizon where asked."""
        found = [
            w for w in self.work if (not role or w.role == role) and (not horizon or w.horizon == horizon)
        ]
        return page_of_work(found, at)

    def as_json(self) -> dict[str, Any]:
        """Return the sheet as a JSON object, without its actions, which come in pages."""
        lists = {
            "larger": self.larger,
            "smaller": self.smaller,
            "services": self.services,
            "plans": self.plans,
            "purposes": self.purposes,
            "metrics": self.metrics,
            "budget": self.budget,
            "people": tuple(person for person, _ in self.people),
        }
        return (
            {"unit": self.unit.as_json(), "names": list(self.names), "unnamed": self.unnamed}
            | {name: [self._told(item) for item in items] for name, items in lists.items()}
            | {"evidence": [e.as_json() for e in self.evidence(self.unit)]}
        )

    def _told(self, item: Item) -> dict[str, Any]:
        return item.as_json() | {"evidence": [e.as_json() for e in self.evidence(item)]}


def unit_sheet(book: Book, unit: str) -> UnitSheet:
    """Return the sheet of a unit; raises UsageError where the item is none."""
    item = book.item(unit)
    if item.type != "OrganizationalUnit":
        raise UsageError(f"{item.as_text()} is no unit; its own page is /items/{item.id}.")
    led = [iri for iri in book.starts(unit, "leadResponsible") if iri in book.actions]
    shared = [iri for iri in book.starts(unit, "responsible") if iri in book.actions and iri not in led]
    of = {name: [i for i in book.starts(unit, "ofUnit") if book.item(i).type == name] for name in _OF}
    return UnitSheet(
        item,
        tuple(name for name in book.said(unit, "altLabel") if name != item.label),
        book.named(book.ends(unit, "unitOf")),
        book.named(book.starts(unit, "unitOf")),
        (*work_of(book, led, "leads"), *work_of(book, shared, "shares")),
        book.named(i for i in book.starts(unit, "providedBy") if i in book.items),
        book.named(of["Plan"]),
        book.named(of["Purpose"]),
        tuple(_people(book, of["Contact"])),
        book.named(book.ordered(_metrics(book, led, of["Plan"]))),
        book.named(of["BudgetLine"]),
        sum(_is_unnamed(book, action, of["Plan"]) for action in book.actions),
        book,
    )


def work_of(book: Book, actions: Iterable[str], role: str = "") -> tuple[Work, ...]:
    """Return actions as work of a role."""
    return tuple(Work(book.item(iri), role, horizon_of(book, iri), book) for iri in actions)


def page_of_work(work: Iterable[Work], at: int) -> PageOfWork:
    """Return a page of work, counted from 1."""
    found = tuple(work)
    shown, at, last = paged(found, at, _A_PAGE)
    return PageOfWork(shown, len(found), at, last)


_OF = ("Plan", "Purpose", "Contact", "BudgetLine")


def _is_unnamed(book: Book, action: str, plans: Iterable[str]) -> bool:
    """Whether an action is of one of the plans and names no unit."""
    return not book.ends(action, "leadResponsible", "responsible") and bool(
        set(plans) & set(book.ends(action, "inPlan"))
    )


def _people(book: Book, contacts: Iterable[str]) -> Iterable[tuple[Item, Item]]:
    for contact in contacts:
        named = book.ends(contact, "person") or (contact,)
        for person in named:
            yield book.item(person), book.item(contact)


def _metrics(book: Book, led: Iterable[str], plans: Iterable[str]) -> set[str]:
    """Return the metrics of what a unit leads and of its own plans."""
    measured = {end for iri in led for end in (iri, *book.ends(iri, *_MEASURED))}
    of_led = {metric for iri in measured for metric in book.starts(iri, "measures")}
    return of_led | {m for m in book.of("Metric") if set(plans) & set(book.ends(m, "inPlan"))}
