"""The page on which admins see who changed what."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.access.roles import AdminDep
from api.deps import HouseDep
from api.site.frame import page as shown

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_Words = Annotated[str, Query(max_length=200)]


@router.get("/audit", response_class=HTMLResponse)
def audit_page(  # noqa: PLR0913, PLR0917  # one for each filter
    request: Request,
    house: HouseDep,
    admin: AdminDep,  # noqa: ARG001  # asked for its refusal
    who: _Words = "",
    what: _Words = "",
    about: _Words = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show who changed what, the newest first, a page at a time; for admins."""
    asked = {"who": who, "what": what, "about": about}
    given = {name: value for name, value in asked.items() if value}
    return shown(
        request,
        "audit.html",
        found=house.audit.page(who, what, about, page),
        asked=asked,
        address=f"/audit?{urlencode(given | {'page': ''})}",
        json=f"/api/audit?{urlencode(given | {'page': page})}",
    )
