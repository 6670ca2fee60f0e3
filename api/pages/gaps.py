"""The page of what is missing or contradictory."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.site.frame import page
from graph.gaps import find_gaps

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/gaps", response_class=HTMLResponse)
def gaps_page(request: Request, house: HouseDep) -> HTMLResponse:
    """Show what is missing or contradictory, by rule, with the places."""
    return page(request, "gaps.html", report=house.kept("gaps", find_gaps), json="/api/gaps")
