"""The page with the question box, and the answer with its sources, laid out as the question wants it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.answers import Examples, answered, examples, laid, suggests
from api.deps import House, HouseDep
from api.routes.answers import Earlier
from api.site import addresses
from api.site.frame import page as shown
from graph.answer_parts import Laid
from graph.documents import SourceDocument, documents
from graph.errors import GoldenthreadError
from graph.items import Item
from graph.model import Answer

__all__ = ["HomePage", "router"]

router = APIRouter(include_in_schema=False)
_STATUSES = {"answered": "Answered", "empty": "None found", "ambiguous": "Several readings",
             "unanswerable": "Not answered"}  # fmt: skip
_BADGES = {"answered": "good", "ambiguous": "warn"}
_OFFERED = 5  # questions that are offered after a refusal


@dataclass(frozen=True, slots=True)
class Instead:
    """What is offered after a refusal: names that come nearest, and questions that have an answer."""

    nearest: tuple[Item, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the page shows."""

    question: str
    after: tuple[str, ...] = ()
    laid: Laid | None = None
    instead: Instead | None = None
    problem: str = ""
    documents: tuple[SourceDocument, ...] = ()
    examples: Examples = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=lambda: _STATUSES)
    badges: dict[str, str] = field(default_factory=lambda: _BADGES)

    @property
    def thread(self) -> list[tuple[str, tuple[str, ...]]]:
        """The questions before, each with those before it."""
        return [(question, self.after[:number]) for number, question in enumerate(self.after)]


@router.get("/", response_class=HTMLResponse)
def home(
    request: Request,
    house: HouseDep,
    q: Annotated[str, Query(max_length=20_000, description="The question.")] = "",
    after: Earlier = [],  # noqa: B006  # FastAPI copies it
    at: Annotated[int, Query(ge=1, le=1_000_000, description="The page of a long answer.")] = 1,
) -> HTMLResponse:
    """Show the question box, and the answer where a question was asked."""
    question, earlier = q.strip(), tuple(one.strip() for one in after if one.strip())
    try:
        seen, status = _page(house, question, earlier, at), 200
    except GoldenthreadError as error:
        seen, status = HomePage(question, earlier, problem=str(error)), error.http_status
    twin = addresses.answer("json", question, earlier) if question else "/api/examples"
    return shown(request, "home.html", status, page=seen, json=twin)


def _page(house: House, question: str, after: tuple[str, ...], at: int) -> HomePage:
    if not question:
        return HomePage("", documents=house.kept("sources", documents), examples=examples(house))
    answer = answered(house, question, after)
    refused = answer.status == "unanswerable"
    return HomePage(question, after, laid(house, answer, at), _instead(house, answer) if refused else None)


def _instead(house: House, answer: Answer) -> Instead:
    """Offer questions about what comes nearest, then what the engine proposes, then examples."""
    near = suggests(house).near(answer.question)
    offered = [asked.text for asked in suggests(house).about(near)]
    offered += [other.question for other in answer.alternatives]
    offered += [one for several in examples(house).values() for one in several[:1]]
    return Instead(near, _few(offered))


def _few(questions: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(questions))[:_OFFERED]
