"""The view of a document, with the place that a citation names marked in it."""

from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.routes.source import SeenSource, Wanted, seen_source
from api.site.frame import page
from api.site.looks import looks
from ingest.highlights import Thing, class_words
from ingest.read_text import TextView

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/source/{document:path}", response_class=HTMLResponse)
def source_page(
    request: Request, document: str, house: HouseDep, wanted: Annotated[Wanted, Query()]
) -> HTMLResponse:
    """Show a document's text around the place that is named, or from a line, page or cell on."""
    given = wanted.given
    source = seen_source(house, document, wanted)
    return page(
        request,
        "source.html",
        source=source,
        view=source.view,
        place=source.place,
        given=given,
        things=_things(source.view),
        looks=looks(),
        class_words=class_words,
        window=lambda n: f"/source/{quote(document)}?{urlencode(given | {'from': n})}",
        found=lambda thing: f"/items?{urlencode({'kind': thing.kind, 'q': thing.label[:120]})}",
        json=_twin(source, given | ({"from": wanted.first} if wanted.first else {})),
    )


def _twin(source: SeenSource, given: dict[str, Any]) -> str:
    return f"/api/source/{quote(source.view.document)}" + (f"?{urlencode(given)}" if given else "")


def _things(view: TextView) -> tuple[Thing, ...]:
    """Return the items and names that were read in a window, each once, in their order."""
    seen = (piece.thing for part in view.parts for piece in part.pieces)
    return tuple(dict.fromkeys(t for t in seen if t and t.kind != "Label" and t.label and not t.says))
