"""The page on which people see which names are one thing, and decide about those that may be."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from api.access.roles import EditorDep
from api.deps import House, HouseDep
from api.named import A_PAGE, NamesWish, entries, listed, told
from api.routes.names import apply_decisions, decided, names_of_house
from api.schemas_names import DecisionIn
from api.site.frame import page
from graph.errors import UsageError
from graph.paging import paged
from ingest.deciding import has_undone_decisions
from ingest.highlights import class_words

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


class DecisionForm(BaseModel):
    """A decision as a form sends it, with the address to come back to."""

    name: Annotated[list[Annotated[str, Field(max_length=2_000)]], Field(min_length=2, max_length=50)]
    says: Literal["same", "different"]
    kind: Annotated[str, Field(max_length=40)] = ""
    district: Annotated[str, Field(max_length=400)] = ""
    take_back: bool = False
    back: Annotated[str, Field(max_length=1_000)] = ""


@router.get("/names", response_class=HTMLResponse)
def names_page(request: Request, house: HouseDep, wish: Annotated[NamesWish, Query()]) -> HTMLResponse:
    """Show near misses, names that are one thing, or what people decided, a page at a time."""
    return _page(request, house, wish)


@router.post("/names/decide", response_class=HTMLResponse, response_model=None)
def decide_page(
    request: Request, house: HouseDep, visitor: EditorDep, form: Annotated[DecisionForm, Form()]
) -> HTMLResponse | RedirectResponse:
    """Keep a decision, or take it back, and come back to the list."""
    said = DecisionIn(
        same=form.says == "same",
        names=form.name,
        kind=form.kind,
        district=form.district,
        take_back=form.take_back,
    )
    try:
        decided(house, visitor, said)
    except UsageError as error:
        return _page(request, house, NamesWish(), str(error), error.http_status)
    return RedirectResponse(f"/names?{form.back}" if form.back else "/names", status_code=303)


@router.post("/names/apply", response_model=None)
def apply_page(house: HouseDep, visitor: EditorDep) -> RedirectResponse:
    """Try what all decisions would change, and lead to its page."""
    return RedirectResponse(f"/upload/{apply_decisions(house, visitor).id}", status_code=303)


def _page(
    request: Request, house: House, wish: NamesWish, problem: str = "", status: int = 200
) -> HTMLResponse:
    report = names_of_house(house)
    every, found = entries(report, wish.show), listed(report, wish.show, wish.kind, wish.q)
    shown, at, last = paged(found, wish.page, A_PAGE)
    asked = {"show": wish.show, "kind": wish.kind, "q": wish.q}
    kept = urlencode({name: value for name, value in asked.items() if value})
    return page(
        request,
        "names.html",
        status,
        report=report,
        wish=wish,
        entries=shown,
        total=len(found),
        at=at,
        last=last,
        sizes={name: len(entries(report, name)) for name in ("near", "one", "decided")},
        kinds=sorted({told(wish.show, one)[0] for one in every} - {""}),
        here=f"{kept}&page={at}",
        address=f"/names?{kept}&page=",
        undone=has_undone_decisions(house.settings),
        unused=set(report.unused),
        problem=problem,
        class_words=class_words,
        json=f"/api/names?{kept}&page={at}",
    )
