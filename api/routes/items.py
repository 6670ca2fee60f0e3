"""Items with what the graph says of them."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.deps import HouseDep, StoreDep
from api.schemas import ItemOut
from api.schemas_listing import ListingOut
from graph.items import Reader
from graph.listing import list_items
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(tags=["items"])


@router.get("/api/items", response_model=ListingOut)
def items(
    house: HouseDep,
    kind: Annotated[str, Query(max_length=200, description="A class, such as Action.")] = "",
    q: Annotated[str, Query(max_length=2_000, description="Words that the items hold.")] = "",
    plan: Annotated[str, Query(max_length=2_000, description="The name of a plan.")] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000, description="From 1.")] = 1,
) -> dict[str, Any]:
    """Return the items of a kind and plan that hold some words, a page at a time."""
    return house.kept("listing", list_items).page(kind, q, plan, page).as_json()


@router.get("/api/items/{id:path}", response_model=ItemOut, response_model_exclude_unset=True)
def item(id: str, store: StoreDep) -> dict[str, Any]:  # noqa: A002  # the name that INTERFACES gives it
    """Return an item by its identifier, IRI, number or name, with its facts and evidence."""
    return Reader(store).view(find_item(store, id)).as_json()
