"""Schools, one school's sheet, and programs with their schools."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.deps import HouseDep
from api.leaders import PageOfAll, Word, one_of
from api.schemas_schools import ProgramsOut, SchoolSheetOut, SchoolsOut
from api.schools import programs_of, schools_of
from graph.items import identifier
from graph.school_sheet import school_sheet
from graph.search import find_item

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/schools", response_model=SchoolsOut)
def schools(
    house: HouseDep,
    level: Word = "",
    tier: Word = "",
    program: Annotated[str, Query(max_length=2_000)] = "",
    page: PageOfAll = None,
) -> dict[str, Any]:
    """Return the schools of a level, tier and program, with their programs and neighbours."""
    book = schools_of(house)
    return book.only(level, tier, one_of(book.programs, identifier(program)), page).as_json()


@router.get("/api/schools/{id:path}", response_model=SchoolSheetOut)
def school(id: str, house: HouseDep) -> dict[str, Any]:  # noqa: A002  # as in the API
    """Return a school's sheet, by the school's identifier or name."""
    return school_sheet(schools_of(house), find_item(house.store(), id)).as_json()


@router.get("/api/programs", response_model=ProgramsOut)
def programs(
    house: HouseDep, status: Word = "", ends: bool = False, page: PageOfAll = None
) -> dict[str, Any]:
    """Return each program with its schools by level; with `ends`, only those without a continuation."""
    return programs_of(house).only(status, ends=ends).page(page).as_json()
