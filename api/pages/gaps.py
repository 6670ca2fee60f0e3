"""The page of what is missing or contradictory: the rules, and the findings of one, a page at a time."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.audited import gap_list_of
from api.deps import HouseDep
from api.schemas_audit import GapsAsked
from api.site.frame import page as shown
from graph.gap_list import SEVERITIES, GapFilter
from graph.gaps import rules
from graph.items import identifier

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/gaps", response_class=HTMLResponse)
def gaps_page(request: Request, house: HouseDep, wish: Annotated[GapsAsked, Query()]) -> HTMLResponse:
    """Show the rules with what they found, and the findings that fit what is asked for."""
    gaps = gap_list_of(house)
    asked = wish.filter()
    chosen = next((r for r in rules() if r.id.casefold() == wish.rule.casefold()), None)
    kept = {"rule": chosen.id if chosen else "", "severity": wish.severity, "plan": wish.plan, "q": wish.q}
    return shown(
        request,
        "gaps.html",
        gaps=gaps,
        rules=[r for r in rules() if asked.takes(r) or (chosen and GapFilter("", wish.severity).takes(r))],
        all_rules=rules(),
        chosen=chosen,
        severities=SEVERITIES,
        found=gaps.page(asked, wish.page or 1),
        asked=kept,
        narrowed=bool(wish.rule or wish.plan or wish.q),
        rule_url=lambda name: f"/gaps?{_said(kept | {'rule': name})}",
        covered_url=lambda iri: f"/alignment?{urlencode({'target': identifier(iri)})}#cell",
        address=f"/gaps?{_said(kept)}&page=",
        csv=f"/api/gaps.csv?{_said(kept)}",
        json=f"/api/gaps?{_said(kept | {'page': wish.page or 1})}",
    )


def _said(values: dict[str, Any]) -> str:
    return urlencode({name: value for name, value in values.items() if value})
