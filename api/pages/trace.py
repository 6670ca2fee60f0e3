"""The pages of the thread: an item is searched, then its way up and down is drawn link by link."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.audited import sheets_of
from api.deps import HouseDep
from api.site.addresses import trace
from api.site.frame import page as shown
from graph.gaps import gaps_of
from graph.listing import list_items
from graph.search import find_item
from graph.trace import page_of_trace
from viz.thread_lines import draw_thread

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_KINDS = (
    "Metric",
    "Target",
    "Action",
    "Priority",
    "Goal",
    "Recommendation",
    "StrategicDirection",
    "Need",
    "Plan",
)


@router.get("/trace", response_class=HTMLResponse)
def trace_search(
    request: Request,
    house: HouseDep,
    kind: Annotated[str, Query(max_length=200)] = _KINDS[0],
    q: Annotated[str, Query(max_length=2_000)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show the items from which a thread can be followed, metrics first."""
    listing = house.kept("listing", list_items)
    return shown(
        request,
        "trace_search.html",
        found=listing.page(kind, q, "", page),
        kinds=_KINDS,
        asked={"kind": kind, "q": q},
        address=f"/trace?{urlencode({'kind': kind, 'q': q, 'page': ''})}",
        json=f"/api/items?{urlencode({'kind': kind, 'q': q, 'page': page})}",
    )


@router.get("/trace/{id:path}", response_class=HTMLResponse)
def trace_page(
    request: Request,
    id: str,  # noqa: A002  # as in the API
    house: HouseDep,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show the thread through an item, and where it breaks; of many links, a page at a time."""
    reader = sheets_of(house).reader
    found = page_of_trace(reader, find_item(house.store(), id), page)
    return shown(
        request,
        "trace.html",
        found=found,
        drawing=draw_thread(found),
        gaps=gaps_of(reader, found.item),
        pages=f"{trace(found.item.iri)}?{urlencode({'page': ''})}",
        json=f"/api{trace(found.item.iri)}?{urlencode({'page': found.at})}",
    )
