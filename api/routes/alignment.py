"""The matrix of alignment."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.deps import StoreDep
from api.schemas import AlignmentOut
from graph.matrix import alignment_matrix

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/alignment", response_model=AlignmentOut, response_model_exclude_unset=True)
def alignment(
    store: StoreDep,
    by: Annotated[str, Query(description="Group actions by direction, goal, priority, unit or plan.")] = "",
) -> dict[str, Any]:
    """Return which groups of actions support which recommendations and goals, cell by cell."""
    return alignment_matrix(store, by).as_json()
