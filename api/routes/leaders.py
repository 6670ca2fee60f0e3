"""Plans, what is to be done when, and who leads it."""

from typing import Any

from fastapi import APIRouter

from api.deps import HouseDep
from api.leaders import (
    AlongDep,
    ItemOfPlan,
    PageNumber,
    PageOfAll,
    WantedDep,
    Word,
    book_of,
    loads_of,
    plans_of,
    timeline_of,
)
from api.schemas_leaders import LoadsOut, OutlineOut, PlansOut, TimelineOut, UnitSheetOut, WorkPageOut
from graph.items import BASE, identifier
from graph.planned.outline import outline
from graph.planned.unit_sheet import page_of_work, unit_sheet, work_of
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/plans", response_model=PlansOut)
def plans(
    house: HouseDep,
    type: Word = "",  # noqa: A002  # the address's name
    year: Word = "",
    page: PageOfAll = None,
) -> dict[str, Any]:
    """Return every plan of a type and year with its counts, read or only named."""
    return plans_of(house).only(type, year).page(page).as_json()


@router.get("/api/plans/{id:path}", response_model=OutlineOut)
def plan(
    id: str,  # noqa: A002  # as in the API
    house: HouseDep,
    page: PageNumber = 1,
    item: ItemOfPlan = "",
) -> dict[str, Any]:
    """Return a page of a plan's outline, by the plan's identifier or name."""
    iri = find_item(house.store(), id)
    found = house.kept(f"outline {iri}", lambda _: outline(book_of(house), iri))
    return found.as_json(found.page_of(BASE + identifier(item)) if item else page)


@router.get("/api/timeline", response_model=TimelineOut)
def times(
    house: HouseDep,
    wanted: WantedDep,
    along: AlongDep,
    page: PageOfAll = None,
    due: PageOfAll = None,
) -> dict[str, Any]:
    """Return the actions and targets by horizon or school year, or those of one of these (`when`).

    `page` is a page of the actions, `due` one of the targets.
    """
    return timeline_of(house, along.by, wanted).page(along.when, along.span, page, due).as_json()


@router.get("/api/leads", response_model=LoadsOut)
def leads(
    house: HouseDep, wanted: WantedDep, horizon: Word = "", order: Word = "", page: PageOfAll = None
) -> dict[str, Any]:
    """Return the units with how many actions each leads and shares, by horizon."""
    return loads_of(house, wanted, horizon, order).as_json(page)


@router.get("/api/leads/without-owner", response_model=WorkPageOut)
def without_owner(
    house: HouseDep, wanted: WantedDep, horizon: Word = "", page: PageNumber = 1
) -> dict[str, Any]:
    """Return the actions for which no unit is named, a page at a time."""
    return page_of_work(work_of(book_of(house), loads_of(house, wanted, horizon).unowned), page).as_json()


@router.get("/api/leads/{id:path}", response_model=UnitSheetOut)
def unit(
    id: str,  # noqa: A002  # as in the API
    house: HouseDep,
    role: Word = "",
    horizon: Word = "",
    page: PageNumber = 1,
) -> dict[str, Any]:
    """Return a unit's sheet with a page of its actions, by the unit's identifier or name."""
    sheet = unit_sheet(book_of(house), find_item(house.store(), id))
    return sheet.as_json() | {"work": sheet.page(role, horizon, page).as_json()}
