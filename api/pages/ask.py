"""The page with the question box, and the answer with its sources."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import House, HouseDep
from api.examples import examples
from api.site.frame import page
from graph.documents import SourceDocument, documents
from graph.errors import GoldenthreadError
from graph.model import Answer

__all__ = ["HomePage", "router"]

router = APIRouter(include_in_schema=False)
_STATUSES = {"answered": "Answered", "empty": "None found", "ambiguous": "Several readings",
             "unanswerable": "Not answered"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the page shows."""

    question: str
    answer: Answer | None = None
    problem: str = ""
    documents: tuple[SourceDocument, ...] = ()
    examples: tuple[str, ...] = ()
    statuses: dict[str, str] = field(default_factory=lambda: _STATUSES)


@router.get("/", response_class=HTMLResponse)
def home(
    request: Request,
    house: HouseDep,
    q: Annotated[str, Query(max_length=20_000, description="The question.")] = "",
) -> HTMLResponse:
    """Show the question box, and the answer where a question was asked."""
    shown, status = _shown(house, q.strip())
    return page(request, "home.html", status, page=shown)


def _shown(house: House, question: str) -> tuple[HomePage, int]:
    try:
        answer = house.answering().answer(question) if question else None
        read = house.kept("documents", documents)
        return HomePage(question, answer, "", read, house.kept("examples", examples)), 200
    except GoldenthreadError as error:
        return HomePage(question, problem=str(error)), error.http_status
