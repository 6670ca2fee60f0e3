"""The shape of a page of items, as /openapi.json describes it."""

from pydantic import BaseModel, Field

__all__ = ["ListingOut"]


class ListedItem(BaseModel):
    """An item by its names."""

    iri: str
    id: str
    type: str
    number: str | None
    label: str
    kind: str | None
    plan: str | None


class KindCount(BaseModel):
    """How many of the items are of a kind."""

    type: str
    items: int


class ListingOut(BaseModel):
    """One page of items."""

    items: list[ListedItem]
    total: int
    page: int = Field(description="From 1.")
    pages: int
    kinds: list[KindCount]
