"""The pages of the thread: an item is searched, then its way up and down is drawn link by link."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.audited import sheets_of
from api.deps import HouseDep
from api.site.frame import page as shown
from graph.gaps import gaps_of
from graph.items import identifier
from graph.listing import list_items
from graph.search import find_item
from graph.trace import trace_item
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
_MOST, _STEPS = 25, 120  # of one item's links, and of a page's steps each way


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
def trace_page(request: Request, id: str, house: HouseDep) -> HTMLResponse:  # noqa: A002  # as in the API
    """Show the thread through an item, and where it breaks."""
    reader = sheets_of(house).reader
    found = trace_item(reader, find_item(house.store(), id), _MOST, _STEPS)
    return shown(
        request,
        "trace.html",
        found=found,
        drawing=draw_thread(found),
        gaps=gaps_of(reader, found.item),
        json=f"/api/trace/{identifier(found.item.iri)}",
    )
