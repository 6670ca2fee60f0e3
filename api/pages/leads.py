"""The pages of who leads what: all units with their load, one unit's sheet, actions that nobody owns."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.leaders import PageNumber, WantedDep, Word, book_of
from api.site.frame import page as shown
from graph.planned.leads import HORIZONS, loads
from graph.planned.unit_sheet import ROLES, page_of_work, unit_sheet, work_of
from graph.planned.wanted import choices
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/leads", response_class=HTMLResponse)
def leads_page(
    request: Request, house: HouseDep, wanted: WantedDep, horizon: Word = "", order: Word = ""
) -> HTMLResponse:
    """Show each unit with the actions that it leads and shares, by horizon."""
    book = book_of(house)
    given = {"plan": wanted.plan, "target": wanted.target, "horizon": horizon, "order": order}
    asked = urlencode({name: value for name, value in given.items() if value})
    return shown(
        request,
        "leads.html",
        found=loads(book, wanted, horizon, order),
        wanted=wanted,
        choices=house.kept("choices", lambda _: choices(book)),
        horizon=horizon,
        order=order,
        horizons=HORIZONS,
        asked=asked,
        json=f"/api/leads?{asked}",
    )


@router.get("/leads/without-owner", response_class=HTMLResponse)
def without_owner_page(
    request: Request, house: HouseDep, wanted: WantedDep, horizon: Word = "", page: PageNumber = 1
) -> HTMLResponse:
    """Show the actions for which no unit is named."""
    book = book_of(house)
    found = page_of_work(work_of(book, loads(book, wanted, horizon).unowned), page)
    given = {"plan": wanted.plan, "target": wanted.target, "horizon": horizon}
    asked = {name: value for name, value in given.items() if value}
    return shown(
        request,
        "without_owner.html",
        found=found,
        wanted=wanted,
        choices=house.kept("choices", lambda _: choices(book)),
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
