"""The pages of who leads what: all units with their load, one unit's sheet, actions that nobody owns."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.leaders import PageNumber, WantedDep, Word, book_of, choices_of, loads_of, unsure
from api.site.frame import page as shown
from graph.items import Item
from graph.planned.leads import HORIZONS
from graph.planned.unit_sheet import ROLES, page_of_work, unit_sheet, work_of
from graph.planned.wanted import Choices, Wanted
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/leads", response_class=HTMLResponse)
def leads_page(
    request: Request,
    house: HouseDep,
    wanted: WantedDep,
    horizon: Word = "",
    order: Word = "",
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show units with the actions that they lead and share, by horizon, a page at a time."""
    found = loads_of(house, wanted, horizon, order)
    given = {"plan": wanted.plan, "target": wanted.target, "horizon": horizon, "order": order}
    asked = {name: value for name, value in given.items() if value}
    among = choices_of(house)
    return shown(
        request,
        "leads.html",
        found=found,
        page=found.page(page),
        wanted=wanted,
        choices=among,
        unsure=_unsure(wanted, among),
        choose=lambda name, one: f"/leads?{urlencode({**asked, name: one})}",
        horizon=horizon,
        order=order,
        horizons=HORIZONS,
        asked=urlencode(asked),
        pages=f"/leads?{urlencode({**asked, 'page': ''})}",
        json=f"/api/leads?{urlencode({**asked, 'page': page})}",
    )


@router.get("/leads/without-owner", response_class=HTMLResponse)
def without_owner_page(
    request: Request, house: HouseDep, wanted: WantedDep, horizon: Word = "", page: PageNumber = 1
) -> HTMLResponse:
    """Show the actions for which no unit is named."""
    found = page_of_work(work_of(book_of(house), loads_of(house, wanted, horizon).unowned), page)
    given = {"plan": wanted.plan, "target": wanted.target, "horizon": horizon}
    asked = {name: value for name, value in given.items() if value}
    return shown(
        request,
        "without_owner.html",
        found=found,
        wanted=wanted,
        choices=choices_of(house),
        pages=f"/leads/without-owner?{urlencode({**asked, 'page': ''})}",
        json=f"/api/leads/without-owner?{urlencode(asked | {'page': found.at})}",
    )


@router.get("/leads/{id:path}", response_class=HTMLResponse)
def unit_page(
    request: Request,
    id: str,  # noqa: A002  # as in the API
    house: HouseDep,
    role: Word = "",
    horizon: Word = "",
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show a unit's sheet."""
    sheet = unit_sheet(book_of(house), find_item(house.store(), id))
    found = sheet.page(role, horizon, page)
    asked = {name: value for name, value in (("role", role), ("horizon", horizon)) if value}
    here = f"/leads/{sheet.unit.id}"
    return shown(
        request,
        "unit.html",
        sheet=sheet,
        found=found,
        role=role,
        roles=ROLES,
        horizon=horizon,
        horizons=tuple(h for h in HORIZONS if any(work.horizon == h for work in sheet.work)),
        here=here,
        pages=f"{here}?{urlencode({**asked, 'page': ''})}",
        json=f"/api{here}?{urlencode(asked | {'page': found.at})}",
    )


def _unsure(wanted: Wanted, among: Choices) -> Mapping[str, tuple[Item, ...]]:
    """Return what the words of the filters may mean, where they mean several."""
    return unsure(plan=(wanted.plan, among.plans), target=(wanted.target, among.targets))
