"""Maps as pages."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import StoreDep
from api.headers import MAP_POLICY
from viz.maps import draw

__all__ = ["router"]

router = APIRouter(tags=["maps"])


@router.get("/api/maps/{kind}", response_class=HTMLResponse)
def map_page(
    kind: str,
    store: StoreDep,
    item: Annotated[str, Query(description="What to trace, for the map trace.")] = "",
    by: Annotated[str, Query(description="What alignment is grouped by.")] = "",
) -> HTMLResponse:
    """Return a map (feeder, alignment, trace, programs, organisation) as one page that needs nothing else."""
    return HTMLResponse(draw(store, kind, item, by), headers={"Content-Security-Policy": MAP_POLICY})
