"""What is missing from the plans or contradicts itself."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.deps import StoreDep
from api.schemas import GapsOut
from graph.gaps import find_gaps

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/gaps", response_model=GapsOut, response_model_exclude_unset=True)
def gaps(
    store: StoreDep, rule: Annotated[str | None, Query(description="One rule only, such as G9.")] = None
) -> dict[str, Any]:
    """Return the findings of all rules, or of one, with their evidence."""
    return find_gaps(store, rule).as_json()
