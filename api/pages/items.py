"""The page of an item: what it is, where it stands, what it is joined to, and where that is said."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.audited import sheets_of
from api.deps import HouseDep
from api.site import addresses
from api.site.frame import page as shown
from graph.item_sheet import ItemSheet
from graph.items import identifier
from graph.search import find_item
from graph.trace import trace_item
from viz.thread_lines import draw_thread

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_NEAR, _STEPS = 12, 40  # what of a thread is drawn small
_LETTERS = 44  # of a step in the crumbs


@router.get("/items/{id:path}", response_class=HTMLResponse)
def item_page(
    request: Request,
    id: str,  # noqa: A002  # as in the API
    house: HouseDep,
    group: Annotated[str, Query(max_length=300)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Show an item by its identifier, IRI, number or name; one group of its relations in full if named."""
    reader = sheets_of(house)
    sheet = reader.sheet(find_item(house.store(), id), group, page)
    iri = sheet.item.iri
    asked = urlencode({"group": group, "page": page}) if group else ""
    return shown(
        request,
        "item.html",
        sheet=sheet,
        crumbs=_crumbs(sheet, whole=not group),
        group=group,
        drawing=None if group else draw_thread(trace_item(reader.reader, iri, _NEAR, _STEPS)),
        group_url=lambda key: f"{addresses.item(iri)}?{urlencode({'group': key})}",
        address=f"{addresses.item(iri)}?{urlencode({'group': group, 'page': ''})}",
        json=f"/api/sheets/{identifier(iri)}" + (f"?{asked}" if asked else ""),
    )


def _crumbs(sheet: ItemSheet, *, whole: bool) -> list[tuple[str, str]]:
    """Return the way from the plan to the item; the last step is the page itself where it shows all."""
    above = [(_short(one.label), addresses.item(one.iri)) for one in sheet.above]
    return [*above, (_short(sheet.item.label), "" if whole else addresses.item(sheet.item.iri))]


def _short(label: str) -> str:
    return label if len(label) <= _LETTERS else label[: _LETTERS - 1].rstrip() + "…"
