"""The pages for planners: all schools, one school's sheet, and the programs."""

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.leaders import PageNumber, Word, one_of, unsure
from api.schools import level_places, programs_of, schools_of
from api.site.frame import page as shown
from graph.feeders import LEVELS
from graph.items import identifier
from graph.school_sheet import school_sheet
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/schools", response_class=HTMLResponse)
def schools_page(
    request: Request,
    house: HouseDep,
    level: Word = "",
    tier: Word = "",
    program: Annotated[str, Query(max_length=2_000)] = "",
    page: PageNumber = 1,
) -> HTMLResponse:
    """Show the schools of a level, tier and program, a page at a time."""
    book = schools_of(house)
    program = one_of(book.programs, identifier(program))
    asked = {"level": level, "tier": tier, "program": program}
    given = {name: value for name, value in asked.items() if value}
    return shown(
        request,
        "schools.html",
        book=book,
        found=book.only(level, tier, program, page),
        asked=asked,
        level_places=level_places,
        unsure=unsure(program=(program, book.programs)),
        choose=lambda name, one: f"/schools?{urlencode({**given, name: one})}",
        pages=f"/schools?{urlencode({**given, 'page': ''})}",
        json=f"/api/schools?{urlencode({**given, 'page': page})}",
    )


@router.get("/schools/{id:path}", response_class=HTMLResponse)
def school_page(request: Request, id: str, house: HouseDep) -> HTMLResponse:  # noqa: A002  # as in the API
    """Show a school's sheet."""
    sheet = school_sheet(schools_of(house), find_item(house.store(), id))
    return shown(request, "school.html", sheet=sheet, json=f"/api/schools/{quote(sheet.facts.item.id)}")


@router.get("/programs", response_class=HTMLResponse)
def programs_page(
    request: Request, house: HouseDep, status: Word = "", ends: bool = False, page: PageNumber = 1
) -> HTMLResponse:
    """Show programs with their schools by level, and where they end, a page at a time."""
    given = {"status": status, "ends": "1" if ends else ""}
    asked = {name: value for name, value in given.items() if value}
    return shown(
        request,
        "programs.html",
        found=programs_of(house).only(status, ends=ends).page(page),
        levels=LEVELS,
        wanted=status,
        ends=ends,
        pages=f"/programs?{urlencode({**asked, 'page': ''})}",
        json=f"/api/programs?{urlencode({**asked, 'page': page})}",
    )
