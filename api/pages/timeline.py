"""The page of the timeline: what begins, runs and is due, by horizon or school year."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.leaders import AlongDep, PageNumber, WantedDep, choices_of, timeline_of, unsure
from api.site.frame import page as shown
from graph.planned.wanted import Wanted

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/timeline", response_class=HTMLResponse)
def timeline_page(
    request: Request,
    house: HouseDep,
    wanted: WantedDep,
    along: AlongDep,
    page: PageNumber = 1,
    due: PageNumber = 1,
) -> HTMLResponse:
    """Show when actions begin, run and are due, and which targets fall due when, a page of each at a time."""
    line = timeline_of(house, along.by, wanted)
    found = line.page(along.when, along.span, page, due)
    among = choices_of(house)
    asked = _asked(wanted) | {"by": line.by}
    picked = {name: value for name, value in (("when", along.when), ("span", along.span)) if value}
    here = asked | picked
    return shown(
        request,
        "timeline.html",
        line=line,
        wanted=wanted,
        choices=among,
        unsure=unsure(
            plan=(wanted.plan, among.plans),
            unit=(wanted.unit, among.units),
            target=(wanted.target, among.targets),
        ),
        choose=lambda name, one: f"/timeline?{urlencode({**asked, name: one})}",
        when=along.when,
        span=along.span,
        actions=found.actions,
        targets=found.targets,
        address=lambda **more: f"/timeline?{urlencode(asked | more)}#actions",
        along=lambda axis: f"/timeline?{urlencode(asked | {'by': axis})}",
        pages=f"/timeline?{urlencode({**here, 'due': found.targets.at, 'page': ''})}",
        due_pages=f"/timeline?{urlencode({**here, 'page': found.actions.at, 'due': ''})}",
        json=f"/api/timeline?{urlencode(here | {'page': found.actions.at, 'due': found.targets.at})}",
    )


def _asked(wanted: Wanted) -> dict[str, Any]:
    given = {"plan": wanted.plan, "unit": wanted.unit, "target": wanted.target}
    return {name: value for name, value in given.items() if value} | ({"parts": "1"} if wanted.parts else {})
