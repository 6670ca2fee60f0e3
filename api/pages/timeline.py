"""The page of the timeline: what begins, runs and is due, by horizon or school year."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.leaders import AlongDep, PageNumber, WantedDep, book_of
from api.site.frame import page as shown
from graph.paging import paged
from graph.planned.timeline import A_PAGE, timeline
from graph.planned.wanted import Wanted, choices

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/timeline", response_class=HTMLResponse)
def timeline_page(
    request: Request, house: HouseDep, wanted: WantedDep, along: AlongDep, page: PageNumber = 1
) -> HTMLResponse:
    """Show when actions begin, run and are due, and which targets fall due when."""
    book = book_of(house)
    found = timeline(book, along.by, wanted)
    chosen = found.running(along.when, along.span)
    entries, at, last = paged(chosen, page, A_PAGE)
    asked = _asked(wanted) | {"by": found.by}
    picked = {name: value for name, value in (("when", along.when), ("span", along.span)) if value}
    return shown(
        request,
        "timeline.html",
        line=found,
        wanted=wanted,
        choices=house.kept("choices", lambda _: choices(book)),
        when=along.when,
        span=along.span,
        entries=entries,
        total=len(chosen),
        at=at,
        last=last,
        address=lambda **more: f"/timeline?{urlencode(asked | more)}#actions",
        along=lambda axis: f"/timeline?{urlencode(asked | {'by': axis})}",
        pages=f"/timeline?{urlencode({**asked, **picked, 'page': ''})}",
        json=f"/api/timeline?{urlencode(asked | picked | {'page': at})}",
    )


def _asked(wanted: Wanted) -> dict[str, Any]:
    given = {"plan": wanted.plan, "unit": wanted.unit, "target": wanted.target}
    return {name: value for name, value in given.items() if value} | ({"parts": "1"} if wanted.parts else {})
