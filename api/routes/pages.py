"""The pages for people, without JavaScript: a question box with the answer and its sources, and the gaps."""

from dataclasses import dataclass, field
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.deps import House, HouseDep, StoreDep
from api.examples import examples
from graph.citations import cited_places
from graph.documents import SourceDocument, documents
from graph.errors import GoldenthreadError
from graph.gaps import find_gaps
from graph.items import identifier
from graph.model import Answer
from viz.maps import KINDS

__all__ = ["HomePage", "router"]

router = APIRouter(include_in_schema=False)
_EMPTY_LABELS = {"answered": "Answered", "empty": "None found", "ambiguous": "Several readings",
                 "unanswerable": "Not answered"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the page shows."""

    question: str
    answer: Answer | None = None
    problem: str = ""
    documents: tuple[SourceDocument, ...] = ()
    examples: tuple[str, ...] = ()
    statuses: dict[str, str] = field(default_factory=lambda: _EMPTY_LABELS)


@router.get("/", response_class=HTMLResponse)
def home(
    house: HouseDep, q: Annotated[str, Query(max_length=20_000, description="The question.")] = ""
) -> HTMLResponse:
    """Show the question box, and the answer where a question was asked."""
    page, status = _page(house, q.strip())
    return HTMLResponse(_environment().get_template("home.html").render(page=page), status_code=status)


@router.get("/gaps", response_class=HTMLResponse)
def gaps_page(store: StoreDep) -> HTMLResponse:
    """Show what is missing or contradictory, by rule, with the places."""
    return HTMLResponse(_environment().get_template("gaps.html").render(report=find_gaps(store)))


def _page(house: House, question: str) -> tuple[HomePage, int]:
    try:
        store = house.store()
        answer = house.conversation().answer(question) if question else None
        return HomePage(question, answer, "", documents(store), examples(store)), 200
    except GoldenthreadError as error:
        return HomePage(question, problem=str(error)), error.http_status


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["maps"] = tuple(k for k in KINDS if k != "trace")
    environment.filters["identifier"] = identifier
    environment.filters["cited_places"] = cited_places
    return environment
