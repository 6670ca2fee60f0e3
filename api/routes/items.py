"""Items with what the graph says of them."""

from typing import Any

from fastapi import APIRouter

from api.deps import StoreDep
from api.schemas import ItemOut
from graph.items import Reader
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(tags=["items"])


@router.get("/api/items/{id:path}", response_model=ItemOut, response_model_exclude_unset=True)
def item(id: str, store: StoreDep) -> dict[str, Any]:  # noqa: A002  # the name that INTERFACES gives it
    """Return an item by its identifier, IRI, number or name, with its facts and evidence."""
    return Reader(store).view(find_item(store, id)).as_json()
