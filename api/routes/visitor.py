"""Who the server takes the one who asks to be."""

from typing import Any

from fastapi import APIRouter

from api.access.roles import ReaderDep
from api.schemas_access import VisitorOut

__all__ = ["router"]

router = APIRouter(tags=["access"])


@router.get("/api/me", response_model=VisitorOut)
def me(visitor: ReaderDep) -> dict[str, Any]:
    """Return the name and the role of the one who asks, as a token or a session tells them."""
    return {"name": visitor.name, "role": visitor.role.word, "logged_in": visitor.is_logged_in}
