"""The pages of the maps: each map within the site's frame."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.site.frame import page
from graph.errors import UsageError
from viz.maps import KINDS

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/maps/{kind}", response_class=HTMLResponse)
def map_page(
    request: Request, kind: str, item: Annotated[str, Query()] = "", by: Annotated[str, Query()] = ""
) -> HTMLResponse:
    """Show a map, of one item or by one grouping where they are named."""
    if kind not in KINDS:
        raise UsageError(f"There is no map {kind!r}; the maps are {', '.join(KINDS)}.")
    given = {name: value for name, value in (("item", item), ("by", by)) if value}
    drawn = f"/api/maps/{kind}" + (f"?{urlencode(given)}" if given else "")
    return page(request, "map.html", kind=kind, drawn=drawn)
