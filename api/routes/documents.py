"""The files that were read."""

from typing import Any

from fastapi import APIRouter

from api.deps import StoreDep
from api.schemas import DocumentOut
from graph.documents import documents

__all__ = ["router"]

router = APIRouter(tags=["documents"])


@router.get("/api/documents", response_model=list[DocumentOut])
def listed(store: StoreDep) -> list[dict[str, Any]]:
    """Return each file with its plan, its type and year, and which share of its words was read."""
    return [document.as_json() for document in documents(store)]
