"""The page from which the graph is taken away as files, and the HTTP API is found."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.site.frame import page
from graph.export import FORMATS

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/downloads", response_class=HTMLResponse)
def downloads_page(request: Request) -> HTMLResponse:
    """Show in which forms the whole graph can be downloaded, and where the API is described."""
    return page(request, "downloads.html", formats=tuple(FORMATS), json="/openapi.json")
