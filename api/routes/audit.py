"""The audit log over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.access.roles import AdminDep
from api.deps import HouseDep
from api.schemas_access import AuditOut

__all__ = ["router"]

router = APIRouter(tags=["access"])
_Words = Annotated[str, Query(max_length=200)]


@router.get("/api/audit", response_model=AuditOut)
def changes(
    house: HouseDep,
    admin: AdminDep,  # noqa: ARG001  # asked for its refusal
    who: _Words = "",
    what: _Words = "",
    about: Annotated[str, Query(max_length=200, description="Words that what was changed must hold.")] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> dict[str, Any]:
    """Return who changed what, the newest first, a page at a time; for admins."""
    return house.audit.page(who, what, about, page).as_json()
