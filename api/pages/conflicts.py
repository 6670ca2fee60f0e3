"""The page of contradictions: both sides beside each other, with their words and places."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.audited import conflicts_of
from api.deps import HouseDep
from api.schemas_audit import ConflictsAsked
from api.site.frame import page as shown

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/conflicts", response_class=HTMLResponse)
def conflicts_page(
    request: Request, house: HouseDep, wish: Annotated[ConflictsAsked, Query()]
) -> HTMLResponse:
    """Show where the documents contradict each other, by kind, plan, item and words."""
    conflicts = conflicts_of(house)
    asked = {"kind": wish.kind, "plan": wish.plan, "q": wish.q, "item": wish.item}
    kept = {name: value for name, value in asked.items() if value}
    return shown(
        request,
        "conflicts.html",
        conflicts=conflicts,
        found=conflicts.page(wish.kind, wish.plan, wish.q, wish.item, wish.page),
        asked=asked,
        address=f"/conflicts?{urlencode(kept | {'page': ''})}",
        json=f"/api/conflicts?{urlencode(kept | {'page': wish.page})}",
    )
