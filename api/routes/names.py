"""Names of one thing, near misses, and what people decide about them."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.access.roles import EditorDep, Visitor
from api.deps import House, HouseDep
from api.named import NamesAsked, asked_names
from api.problems import Problem
from api.schemas_names import DecidedOut, DecisionIn, NamesOut
from api.schemas_uploads import JobOut
from graph.errors import StoreMissing
from ingest.deciding import decide, has_undone_decisions, take_back
from ingest.decisions import Decision
from ingest.folder import StoreFolder
from ingest.job import Job
from ingest.one_names import NamesReport, names_report

__all__ = ["apply_decisions", "decided", "names_of_house", "router"]

router = APIRouter(tags=["review"])
_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "The role of an editor is needed"}
}


@router.get("/api/names", response_model=NamesOut)
def names(house: HouseDep, asked: Annotated[NamesAsked, Query()]) -> dict[str, Any]:
    """Return which names were taken to be one thing and why, near misses, and what people decided."""
    body = asked_names(names_of_house(house), asked)
    return body | {"undone": has_undone_decisions(house.settings)}


@router.post("/api/names/decisions", response_model=DecidedOut, responses=_REFUSALS)
def decision(said: DecisionIn, house: HouseDep, visitor: EditorDep) -> dict[str, Any]:
    """Keep a decision about names, or take one back; the plans follow when it is applied."""
    put_aside = decided(house, visitor, said)
    return {"put_aside": list(put_aside), "undone": has_undone_decisions(house.settings)}


@router.post("/api/names/apply", response_model=JobOut, status_code=202, responses=_REFUSALS)
def applied(house: HouseDep, visitor: EditorDep) -> dict[str, Any]:
    """Try what all decisions would change; nothing is changed before that is accepted."""
    return apply_decisions(house, visitor).as_json()


def names_of_house(house: House) -> NamesReport:
    """Return the report of the store's names as they are decided now."""
    folder = _filled(house)
    files = (folder.path / "names.yaml", house.settings.names)
    marks = [f.stat().st_mtime_ns for f in files if f and f.exists()]
    return house.kept(f"names {marks}", lambda _: names_report(folder, house.settings.names))


def decided(house: House, visitor: Visitor, said: DecisionIn) -> tuple[str, ...]:
    """Keep a decision or take it back, and write down who did; return what it puts aside."""
    _filled(house)
    one = Decision(said.same, tuple(said.names), said.kind, said.district)
    if said.take_back:
        take_back(house.settings.store, one)
        put_aside: tuple[str, ...] = ()
    else:
        put_aside = decide(house.settings.store, one)
    house.audit.add(visitor.name, "took back" if said.take_back else "decided", one.as_text())
    return put_aside


def apply_decisions(house: House, visitor: Visitor) -> Job:
    """Return the job that tries all decisions."""
    _filled(house)
    return house.uploads.add(Job.new("names", (), visitor.name))


def _filled(house: House) -> StoreFolder:
    """Return the folder of a store in which something was read; raises StoreMissing."""
    folder = StoreFolder(house.settings.store)
    if not folder.state.exists():
        raise StoreMissing(house.settings.store)
    return folder
