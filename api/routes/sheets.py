"""All that concerns an item: names, way from its plan, facts, relations, contradictions and gaps."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.audited import sheets_of
from api.deps import HouseDep
from api.schemas_audit import SheetOut
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(tags=["items"])


@router.get("/api/sheets/{id:path}", response_model=SheetOut, response_model_exclude_unset=True)
def sheet(
    id: str,  # noqa: A002  # as in the other routes of items
    house: HouseDep,
    group: Annotated[str, Query(max_length=300, description="A group of relations to give in full.")] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000, description="Of that group, from 1.")] = 1,
) -> dict[str, Any]:
    """Return the sheet of an item, found by its identifier, IRI, number or name."""
    reader = sheets_of(house)
    return reader.sheet(find_item(house.store(), id), group, page).as_json()
