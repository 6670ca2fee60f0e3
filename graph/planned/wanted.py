"""Which actions a page is asked to show: of a plan, a unit, or in support of a recommendation or goal."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.items import BASE, Item
from graph.planned.book import Book
from graph.search import fold

__all__ = ["Choices", "Wanted", "choices", "meant"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, by identifiers; nothing asks for everything."""

    plan: str = ""
    unit: str = ""
    target: str = ""
    parts: bool = False
    """Whether actions that are parts of others are asked for too."""

    @property
    def narrows(self) -> bool:
        """Whether anything less than everything is asked for."""
        return bool(self.plan or self.unit or self.target)

    def actions(self, book: Book) -> tuple[str, ...]:
        """Return the actions that are wanted, in the order of the documents."""
        if not self.narrows:
            return book.of("Action") if self.parts else book.actions
        near = self._near(book)
        return tuple(i for i in near if (self.parts or not book.is_part(i)) and self.holds(book, i))

    def _near(self, book: Book) -> tuple[str, ...]:
        """Return the actions that are linked to what is asked for, or to the narrowest of it."""
        if self.target:
            found = book.supporting.get(BASE + self.target, ())
            return book.ordered(iri for iri in found if book.item(iri).type == "Action")
        if self.unit:
            return book.starting("Action", BASE + self.unit, "leadResponsible", "responsible")
        return book.starting("Action", BASE + self.plan, "inPlan")

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


def meant(items: Iterable[Item], given: str) -> tuple[Item, ...]:
    """Return the item with an identifier, or else those whose names hold all of the given words."""
    every = tuple(items)
    if exact := tuple(item for item in every if item.iri == BASE + given):
        return exact
    words = fold(given).split()
    return tuple(item for item in every if words and all(word in _said(item) for word in words))


def _said(item: Item) -> str:
    return fold(f"{item.as_text()} {item.plan}")


def supported(book: Book, iri: str) -> frozenset[str]:
    """Return what a document says an item to support."""
    return frozenset(one.target for one in book.supports.get(iri, ()) if one.basis != "inferred")


def _by_label(book: Book, iris: set[str]) -> tuple[Item, ...]:
    return tuple(sorted(book.named(iris), key=lambda item: (item.label, item.iri)))
