"""What the pages and routes for leaders share: the book, kept, and the filters that addresses carry."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.deps import House
from graph.items import identifier
from graph.listing import list_items
from graph.planned.book import Book, read_book
from graph.planned.wanted import Wanted

__all__ = ["AlongDep", "ItemOfPlan", "PageNumber", "WantedDep", "Word", "book_of"]

_Id = Annotated[str, Query(max_length=2_000)]
Word = Annotated[str, Query(max_length=200)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="From 1.")]
ItemOfPlan = Annotated[str, Query(max_length=2_000, description="The page on which this item stands.")]


def book_of(house: House) -> Book:
    """Return the book of the store as it is now."""
    listing = house.kept("listing", list_items)
    return house.kept("book", lambda store: read_book(store, listing))


def _wanted(plan: _Id = "", unit: _Id = "", target: _Id = "", parts: bool = False) -> Wanted:
    """Return the filters of an address, by identifier or IRI."""
    return Wanted(identifier(plan), identifier(unit), identifier(target), parts)


WantedDep = Annotated[Wanted, Depends(_wanted)]


@dataclass(frozen=True, slots=True)
class Along:
    """Along what a timeline runs, and which column (`when`) or lane (`span`) of it is opened."""

    by: str = ""
    when: str = ""
    span: str = ""


def _along(by: Word = "", when: Word = "", span: Word = "") -> Along:
    return Along(by, when, span)


AlongDep = Annotated[Along, Depends(_along)]
