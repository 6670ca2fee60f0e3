"""Maps as pages, as pictures and as data."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import House, HouseDep
from api.headers import map_policy
from api.schemas_maps import MapOut
from api.site import addresses
from api.site.languages import LANGUAGES, language_of
from api.site.sentences import saying
from graph.listing import list_items
from viz.gallery import Gallery
from viz.page import Setting, page
from viz.spoken import drawn_in, spoken
from viz.svg import svg
from viz.view import View
from viz.wanted import Wanted

__all__ = ["WantedDep", "gallery", "router"]

router = APIRouter(tags=["maps"])
_PICTURES: dict[int | str, dict[str, Any]] = {200: {"content": {"text/html": {}, "image/svg+xml": {}}}}


_Opened = Annotated[
    str, Query(alias="open", max_length=2_000, description="A box that stands for several, to open.")
]


def _wanted(
    item: Annotated[str, Query(max_length=2_000, description="What the map is about.")] = "",
    by: Annotated[str, Query(max_length=100, description="What alignment is grouped by.")] = "",
    program: Annotated[str, Query(max_length=2_000, description="Only this program.")] = "",
    school: Annotated[str, Query(max_length=2_000, description="Only the ways through this school.")] = "",
    status: Annotated[str, Query(max_length=100, description="Only what is existing, or proposed.")] = "",
) -> Wanted:
    return Wanted(item.strip(), by.strip(), program.strip(), school.strip(), status.strip())


WantedDep = Annotated[Wanted, Depends(_wanted)]


def gallery(house: House) -> Gallery:
    """Return the maps of the store as it is now."""
    known = house.kept("listing", list_items).items
    return house.kept("gallery", lambda store: Gallery(store, known))


@router.get("/api/maps/{kind}", response_class=HTMLResponse, responses=_PICTURES)
def map_page(
    request: Request,
    kind: str,
    house: HouseDep,
    wanted: WantedDep,
    opened: _Opened = "",
    form: Annotated[
        Literal["page", "frame", "file", "svg"],
        Query(
            alias="format",
            description="A page, a page within another, a file that stands alone, or a picture.",
        ),
    ] = "page",
) -> Response:
    """Return a map (feeder, alignment, trace, programs, organisation) as one page that needs nothing else."""
    maps = gallery(house)
    language = language_of(request)
    view, say = maps.view(kind, wanted), saying(language)
    saved = {"Content-Disposition": f'attachment; filename="{kind}.{"svg" if form == "svg" else "html"}"'}
    if form == "svg":
        headers = {"Vary": "Accept-Language, Cookie"}
        view = view if language == LANGUAGES[0] else spoken(view, say)
        return Response(svg(view, opened), media_type="image/svg+xml", headers=saved | headers)
    setting = _setting(kind, wanted, form, language)
    name = (kind, repr(wanted), form, opened, language)
    html = maps.page(name, lambda: page(_drawn(view, language), setting, opened))
    headers = {"Content-Security-Policy": map_policy(), "Vary": "Accept-Language, Cookie"}
    return HTMLResponse(html, headers=headers | (saved if form == "file" else {}))


@router.get("/api/maps/{kind}/data", response_model=MapOut, response_model_by_alias=True)
def map_data(kind: str, house: HouseDep, wanted: WantedDep, opened: _Opened = "") -> dict[str, Any]:
    """Return a map as data: its boxes, lines, legend and table, and what can be chosen."""
    return gallery(house).view(kind, wanted).as_json(opened)


def _drawn(view: View, language: str) -> View:
    """Return a map of which the drawings are in the reader's language; English is what they are made in."""
    return view if language == LANGUAGES[0] else drawn_in(view, saying(language))


def _setting(kind: str, wanted: Wanted, form: str, language: str) -> Setting:
    translate = saying(language)
    if form == "file":
        return Setting(language=language, translate=translate)
    picture, opening = (addresses.picture(kind, wanted.given, name) for name in ("svg", form))
    return Setting(addresses.item, addresses.source, picture, opening, form == "frame", language, translate)
