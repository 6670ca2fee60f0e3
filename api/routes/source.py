"""The text of a document as it was read, and its pages as pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from api.deps import House, HouseDep
from api.schemas_documents import SourceOut
from graph.model import Evidence
from graph.store import Store
from ingest.original import Original, original_of, page_picture
from ingest.read_text import ReadText, TextView

__all__ = ["SeenSource", "Wanted", "router", "seen_source"]

router = APIRouter(tags=["documents"])
_TEXTS = 12  # documents whose texts are kept at hand
_LONGEST = 300  # letters of a quote that is looked for on a picture
_AN_HOUR = "private, max-age=3600"


@dataclass(frozen=True, slots=True)
class SeenSource:
    """A window of a document, the place that is meant, and what became of its file."""

    view: TextView
    place: Evidence | None
    sha256: str
    original: Original
    is_pdf: bool

    @property
    def picture(self) -> str | None:
        """The address of the page as a picture, where the file is there as it was read."""
        if not self.is_pdf or self.original.state != "there" or not self.view.parts:
            return None
        page = self.view.parts[0].place.removeprefix("page ")
        cited = self.place is not None and self.view.parts[0].cited
        given = {"quote": self.place.quote[:_LONGEST]} if cited and self.place else {}
        given["mark"] = self.sha256[:10]  # another content has another address
        return f"/api/pictures/{page}/{quote(self.view.document)}?{urlencode(given)}"

    def as_json(self) -> dict[str, Any]:
        """Return the window as a JSON object."""
        about = {"sha256": self.sha256, "original": self.original.state, "picture": self.picture}
        return self.view.as_json() | about


class Wanted(BaseModel):
    """The place that a citation names, and where the window begins."""

    start: Annotated[int, Field(ge=0, description="The first line that a citation names.")] = 0
    end: Annotated[int, Field(ge=0, description="The last line that it names.")] = 0
    page: Annotated[int, Field(ge=0, description="The page that it names.")] = 0
    cell: Annotated[str, Field(max_length=500, description="The cell that it names.")] = ""
    quote: Annotated[str, Field(max_length=2_000, description="The words that it quotes.")] = ""
    first: Annotated[int, Field(alias="from", ge=0, description="The part to begin with, from 1.")] = 0

    @property
    def given(self) -> dict[str, Any]:
        """What names the place, where it is given."""
        return self.model_dump(exclude_defaults=True, exclude={"first"})

    def place_in(self, document: str) -> Evidence | None:
        """Return the place as evidence; None where none is named."""
        if not (self.start or self.page or self.cell):
            return None
        lines = (self.start or None, self.end or self.start or None)
        return Evidence(document, *lines, self.page or None, self.quote, self.cell or None)


@router.get("/api/source/{document:path}", response_model=SourceOut)
def source(document: str, house: HouseDep, wanted: Annotated[Wanted, Query()]) -> dict[str, Any]:
    """Return a window of a document's text, cut by what was read of it, with a place marked in it."""
    return seen_source(house, document, wanted).as_json()


@router.get(
    "/api/pictures/{page}/{document:path}",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}, "description": "The page as PNG."}},
)
def picture(
    page: int,
    document: str,
    house: HouseDep,
    words: Annotated[str, Query(alias="quote", max_length=2_000)] = "",
    mark: Annotated[str, Query(max_length=64, description="Any; another one for another content.")] = "",  # noqa: ARG001
) -> Response:
    """Return a page of a PDF as a picture with a quote marked, where the file is there as it was read."""
    drawn = page_picture(original_of(house.settings.store, document), page, words[:_LONGEST])
    return Response(drawn, media_type="image/png", headers={"Cache-Control": _AN_HOUR})


def seen_source(house: House, document: str, wanted: Wanted) -> SeenSource:
    """Return the window of a document around a place, or from a part on; raises UnknownItem."""
    text = house.kept("texts", lambda store: _texts(house, store))(document)
    place = wanted.place_in(document)
    original = original_of(house.settings.store, document)
    view = text.view(place, wanted.first or None)
    return SeenSource(view, place, text.sha256, original, text.media_type == "application/pdf")


def _texts(house: House, _store: Store) -> Callable[[str], ReadText]:
    """Return what gives a document's text, and keeps the last few."""
    return lru_cache(_TEXTS)(lambda name: ReadText.of(house.settings.store, name))
