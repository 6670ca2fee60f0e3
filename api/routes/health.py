"""Whether the server can do its work."""

from typing import Any

from fastapi import APIRouter, Request

from api.deps import StoreDep
from api.schemas import Health
from graph.documents import documents

__all__ = ["router"]

router = APIRouter(tags=["service"])


@router.get("/healthz", response_model=Health)
def health(request: Request, store: StoreDep) -> dict[str, Any]:
    """Return that the store can be read, and what it holds; 503 where it cannot."""
    return {
        "status": "ok",
        "version": request.app.version,
        "documents": len(documents(store)),
        "triples": len(store),
    }
