"""The page of an item: what it is, where it stands, what it is joined to, and where that is said."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import StoreDep
from api.site.frame import page
from graph.items import Reader, identifier
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/items/{id:path}", response_class=HTMLResponse)
def item_page(request: Request, id: str, store: StoreDep) -> HTMLResponse:  # noqa: A002  # as in the API
    """Show an item by its identifier, IRI, number or name."""
    view = Reader(store).view(find_item(store, id))
    return page(request, "item.html", view=view, json=f"/api/items/{identifier(view.item.iri)}")
