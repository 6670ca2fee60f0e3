"""What is missing from the plans or contradicts itself."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.audited import gap_list_of
from api.deps import HouseDep
from api.schemas import GapsOut
from api.schemas_audit import GapsAsked
from graph.citations import citations
from graph.export.tables import as_csv
from graph.gaps import Finding, find_gaps

__all__ = ["router"]

router = APIRouter(tags=["review"])

_COLUMNS = ("rule", "severity", "title", "kind", "number", "item", "value", "plan", "place", "id", "advice")


@router.get("/api/gaps", response_model=GapsOut, response_model_exclude_unset=True)
def gaps(house: HouseDep, wish: Annotated[GapsAsked, Query()]) -> dict[str, Any]:
    """Return the findings of all rules, or those that fit, with their evidence; all at once or a page."""
    asked = wish.filter()
    if wish.page is not None:
        return gap_list_of(house).page(asked, wish.page).as_json() | {"coverage": []}
    if wish.severity or wish.plan or wish.q:
        found = gap_list_of(house)
        all_of_them = [finding.as_json() for finding in found.each(asked)]
        return found.page(asked).as_json() | {"findings": all_of_them, "pages": 1, "coverage": []}
    return find_gaps(house.store(), wish.rule or None).as_json()


@router.get("/api/gaps.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def gaps_as_csv(house: HouseDep, wish: Annotated[GapsAsked, Query()]) -> Response:
    """Return the findings that fit as a table, one line each; no cell is a formula."""
    found = gap_list_of(house).each(wish.filter())
    named = {"Content-Disposition": 'attachment; filename="gaps.csv"'}
    table = as_csv([_COLUMNS, *(_line(one) for one in found)])
    return Response(table, media_type="text/csv; charset=utf-8", headers=named)


def _line(one: Finding) -> tuple[str, ...]:
    item, head = one.subject, one.rule.check.head
    kind = item.kind or item.type
    said = (one.rule.id, one.rule.severity, head["title"], kind, item.number, item.label, one.value)
    return (*said, item.plan, citations(one.evidence), item.id, head["advice"])
