"""Which actions a page is asked to show: of a plan, a unit, or in support of a recommendation or goal."""

from dataclasses import dataclass

from graph.items import BASE, Item
from graph.planned.book import Book

__all__ = ["Choices", "Wanted", "choices"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, by identifiers; nothing asks for everything."""

    plan: str = ""
    unit: str = ""
    target: str = ""
    parts: bool = False
    """Whether actions that are parts of others are asked for too."""

    def actions(self, book: Book) -> tuple[str, ...]:
        """Return the actions that are wanted, in the order of the documents."""
        found = book.of("Action") if self.parts else book.actions
        return tuple(iri for iri in found if self.holds(book, iri))

    def holds(self, book: Book, iri: str) -> bool:
        """Whether an item is of the plan and unit, and supports what is asked for."""
        return (
            (not self.plan or BASE + self.plan in book.ends(iri, "inPlan"))
            and (not self.unit or BASE + self.unit in book.ends(iri, "leadResponsible", "responsible"))
            and (not self.target or BASE + self.target in supported(book, iri))
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked for: plans, units, supported items and districts that actions have."""

    plans: tuple[Item, ...]
    units: tuple[Item, ...]
    targets: tuple[Item, ...]
    districts: tuple[Item, ...]


def choices(book: Book) -> Choices:
    """Return what the actions of a book can be asked by."""
    actions = book.actions
    targets = {end for iri in actions for end in supported(book, iri)}
    units = {end for iri in actions for end in book.ends(iri, "leadResponsible", "responsible")}
    plans = {end for iri in actions for end in book.ends(iri, "inPlan")}
    districts = {end for plan in plans for end in book.ends(plan, "ofOrganization")}
    return Choices(
        _by_label(book, plans),
        _by_label(book, units),
        book.named(book.ordered(targets)),
        _by_label(book, districts),
    )


def supported(book: Book, iri: str) -> frozenset[str]:
    """Return what a document says an item to support."""
    return frozenset(one.target for one in book.supports.get(iri, ()) if one.basis != "inferred")


def _by_label(book: Book, iris: set[str]) -> tuple[Item, ...]:
    return tuple(sorted(book.named(iris), key=lambda item: (item.label, item.iri)))
