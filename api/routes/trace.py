"""The thread through one item."""

from typing import Any

from fastapi import APIRouter

from api.deps import StoreDep
from api.leaders import PageOfAll
from api.schemas import TraceOut
from graph.trace import trace

__all__ = ["router"]

router = APIRouter(tags=["items"])


@router.get("/api/trace/{id:path}", response_model=TraceOut, response_model_exclude_unset=True)
def thread(
    id: str,  # noqa: A002  # the name that INTERFACES gives it
    store: StoreDep,
    page: PageOfAll = None,
) -> dict[str, Any]:
    """Return what an item serves and what serves it, with the basis and place of every link.

    `page` is a page of the item's own links, the direction with fewer of them telling its last page again;
    what is further away is then told as far as a page shows it.
    """
    return trace(store, id, page).as_json()
