"""Where the documents contradict each other."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.audited import conflicts_of
from api.deps import HouseDep
from api.schemas_audit import ConflictsAsked, ConflictsOut

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/conflicts", response_model=ConflictsOut, response_model_exclude_unset=True)
def conflicts(house: HouseDep, wish: Annotated[ConflictsAsked, Query()]) -> dict[str, Any]:
    """Return the contradictions that fit, each with the words and places of its sides."""
    return conflicts_of(house).page(wish.kind, wish.plan, wish.q, wish.item, wish.page).as_json()
