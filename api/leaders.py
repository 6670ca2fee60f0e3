"""What the pages and routes for leaders share: what is kept, and the filters that addresses carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.deps import House, HouseDep
from graph.items import Item, identifier
from graph.listing import list_items
from graph.planned.book import Book, read_book
from graph.planned.leads import Loads, loads
from graph.planned.overview import Overview, overview
from graph.planned.timeline import Timeline, timeline
from graph.planned.wanted import Choices, Wanted, choices, meant

__all__ = [
    "Along",
    "AlongDep",
    "ItemOfPlan",
    "PageNumber",
    "PageOfAll",
    "WantedDep",
    "Word",
    "book_of",
    "choices_of",
    "loads_of",
    "one_of",
    "plans_of",
    "timeline_of",
    "unsure",
]

_Id = Annotated[str, Query(max_length=2_000)]
_MOST = 20  # choices that are offered where words mean several
Word = Annotated[str, Query(max_length=200)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="From 1.")]
PageOfAll = Annotated[int | None, Query(ge=1, le=1_000_000, description="From 1; without it, all at once.")]
ItemOfPlan = Annotated[str, Query(max_length=2_000, description="The page on which this item stands.")]


def book_of(house: House) -> Book:
    """Return the book of the store as it is now."""
    listing = house.kept("listing", list_items)
    return house.kept("book", lambda store: read_book(store, listing))


def plans_of(house: House) -> Overview:
    """Return every plan of the store as it is now."""
    return house.kept("plans", lambda _: overview(book_of(house)))


def choices_of(house: House) -> Choices:
    """Return what the actions of the store as it is now can be asked by."""
    return house.kept("choices", lambda _: choices(book_of(house)))


def timeline_of(house: House, by: str, wanted: Wanted) -> Timeline:
    """Return a timeline; that of all actions is kept."""
    if wanted.narrows:
        return timeline(book_of(house), by, wanted)
    return house.kept(f"timeline {by} {wanted.parts}", lambda _: timeline(book_of(house), by, wanted))


def loads_of(house: House, wanted: Wanted, horizon: str = "", order: str = "") -> Loads:
    """Return what units carry; that of all actions is kept."""
    if wanted.narrows or horizon:
        return loads(book_of(house), wanted, horizon, order)
    order = "name" if order == "name" else ""
    return house.kept(f"loads {order} {wanted.parts}", lambda _: loads(book_of(house), wanted, "", order))


def one_of(items: Sequence[Item], given: str) -> str:
    """Return the identifier of the one item that is meant by an identifier or words; else what was given."""
    found = meant(items, given) if given else ()
    return found[0].id if len(found) == 1 else given


def unsure(**given: tuple[str, Sequence[Item]]) -> Mapping[str, tuple[Item, ...]]:
    """Return, of what was given by words that mean several items, the first of these."""
    found = {name: meant(items, words) if words else () for name, (words, items) in given.items()}
    return {name: items[:_MOST] for name, items in found.items() if len(items) > 1}


def _wanted(house: HouseDep, plan: _Id = "", unit: _Id = "", target: _Id = "", parts: bool = False) -> Wanted:
    """Return the filters of an address, by identifier, IRI, or words that only one name holds."""
    if not (plan or unit or target):
        return Wanted(parts=parts)
    among = choices_of(house)
    return Wanted(
        one_of(among.plans, identifier(plan)),
        one_of(among.units, identifier(unit)),
        one_of(among.targets, identifier(target)),
        parts,
    )


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
