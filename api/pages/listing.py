"""The page on which everything in the graph can be found, by kind, plan and words."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.site.frame import page as shown
from graph.listing import list_items

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/items", response_class=HTMLResponse)
def listing_page(
    request: Request,
    house: HouseDep,
    kind: Annotated[str, Query(max_length=200)] = "",
    q: Annotated[str, Query(max_length=2_000)] = "",
    plan: Annotated[str, Query(max_length=2_000)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show the items of a kind and plan that hold some words, a page at a time."""
    listing = house.kept("listing", list_items)
    asked = {name: value for name, value in (("kind", kind), ("q", q), ("plan", plan)) if value}
    return shown(
        request,
        "listing.html",
        listing=listing,
        found=listing.page(kind, q, plan, page),
        asked={"kind": kind, "q": q, "plan": plan},
        address=f"/items?{urlencode({**asked, 'page': ''})}",
        json=f"/api/items?{urlencode(asked | {'page': page})}",
    )
