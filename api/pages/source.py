"""The view of a document, with the place that a citation names marked in it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.site.frame import page
from graph.errors import UnknownItem
from ingest.examined import Examination

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/source/{document:path}", response_class=HTMLResponse)
def source_page(
    request: Request, document: str, house: HouseDep, start: Annotated[int, Query(ge=0)] = 0
) -> HTMLResponse:
    """Show a document's text, at the line that is named."""
    examination = Examination(house.settings.store, document)
    for examined, raw in examination.documents():
        if examined.name == document:
            return page(request, "source.html", document=examined, lines=raw.split("\n"), start=start)
    raise UnknownItem(document)
