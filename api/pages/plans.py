"""The pages of the plans: all of them with what they hold, and one as an outline."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.leaders import ItemOfPlan, PageNumber, Word, book_of, plans_of
from api.site.frame import page as shown
from graph.items import BASE, identifier
from graph.planned.outline import outline
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/plans", response_class=HTMLResponse)
def plans_page(
    request: Request,
    house: HouseDep,
    type: Word = "",  # noqa: A002  # as in the API
    year: Word = "",
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show the plans with their counts and shares, then those that are only named, a page at a time."""
    every = plans_of(house)
    found = every.only(type, year)
    asked = {name: value for name, value in (("type", type), ("year", year)) if value}
    return shown(
        request,
        "plans.html",
        every=every,
        found=found,
        page=found.page(page),
        type=type,
        year=year,
        evidence=book_of(house).evidence,
        pages=f"/plans?{urlencode({**asked, 'page': ''})}",
        json=f"/api/plans?{urlencode({**asked, 'page': page})}",
    )


@router.get("/plans/{id:path}", response_class=HTMLResponse)
def plan_page(
    request: Request,
    id: str,  # noqa: A002  # as in the API
    house: HouseDep,
    page: PageNumber = 1,
    item: ItemOfPlan = "",
) -> HTMLResponse:
    """Show a plan as an outline, a page of parts at a time, or the page on which an item stands."""
    iri = find_item(house.store(), id)
    found = house.kept(f"outline {iri}", lambda _: outline(book_of(house), iri))
    at = found.page_of(BASE + identifier(item)) if item else page
    return shown(
        request,
        "plan.html",
        outline=found,
        line=plans_of(house).line(iri),
        page=found.page(at),
        evidence=book_of(house).evidence(iri),
        json=f"/api/plans/{found.plan.id}?{urlencode({'page': at})}",
    )
