"""The pages of the maps: each map within the site's frame, with its filters and downloads."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.routes.maps import WantedDep, gallery
from api.site.addresses import picture
from api.site.frame import page
from api.site.languages import language_of
from api.site.sentences import saying
from viz.wanted import TAKEN, Wanted

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/maps/{kind}", response_class=HTMLResponse)
def map_page(request: Request, kind: str, house: HouseDep, wanted: WantedDep) -> HTMLResponse:
    """Show a map with what can be chosen for it."""
    if kind == "trace" and not wanted.item:
        Wanted(**(wanted.given | {"item": "-"})).checked(kind)
        return page(request, "map_trace.html")
    language = language_of(request)
    view = gallery(house).view(kind, wanted)
    return page(
        request,
        "map.html",
        view=view,
        heading=saying(language)(view.title),
        lead=saying(language)(view.lead),
        kind=kind,
        wanted=wanted,
        taken=TAKEN[kind],
        frame=picture(kind, wanted.given, "frame"),
        svg=picture(kind, wanted.given, "svg"),
        file=picture(kind, wanted.given, "file"),
        json=f"/api/maps/{kind}/data?{urlencode(wanted.given)}".rstrip("?"),
    )
