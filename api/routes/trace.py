"""The thread through one item."""

from typing import Any

from fastapi import APIRouter

from api.deps import StoreDep
from api.schemas import TraceOut
from graph.trace import trace

__all__ = ["router"]

router = APIRouter(tags=["items"])


@router.get("/api/trace/{id:path}", response_model=TraceOut, response_model_exclude_unset=True)
def thread(id: str, store: StoreDep) -> dict[str, Any]:  # noqa: A002  # the name that INTERFACES gives it
    """Return what an item serves and what serves it, with the basis and place of every link."""
    return trace(store, id).as_json()
