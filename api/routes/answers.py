"""Answers at addresses that can be shared: as JSON, files and maps; and what can be asked."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.answers import answered, examples, known, suggests
from api.deps import HouseDep
from api.headers import map_policy
from api.schemas import AnswerOut
from api.schemas_ask import ExamplesOut, SuggestionsOut
from api.site import addresses
from api.site.languages import language_of, translations
from graph.export.answers import answer_csv, answer_workbook
from graph.items import Item
from viz.answer import answered as drawn
from viz.page import Setting, page

__all__ = ["Earlier", "Question", "router"]

router = APIRouter(tags=["questions"])

Question = Annotated[str, Query(alias="q", max_length=20_000, description="The question.")]
Earlier = Annotated[
    list[Annotated[str, Query(max_length=20_000)]],
    Query(alias="after", max_length=100, description="What was asked before, the oldest first."),
]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/api/answers/json", response_model=AnswerOut, response_model_exclude_unset=True)
def as_json(house: HouseDep, question: Question, after: Earlier = []) -> dict[str, Any]:  # noqa: B006  # FastAPI copies it
    """Answer a question as POST /api/ask does, at an address that can be shared."""
    return answered(house, question, after).as_json()


@router.get("/api/answers/csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def as_csv(house: HouseDep, question: Question, after: Earlier = []) -> Response:  # noqa: B006  # as above
    """Return the items of an answer as CSV, a row for each place that says it; no cell is a formula."""
    answer = answered(house, question, after)
    return _file(answer_csv(answer), "text/csv; charset=utf-8", "csv")


@router.get("/api/answers/xlsx", response_class=Response, responses={200: {"content": {_XLSX: {}}}})
def as_xlsx(house: HouseDep, question: Question, after: Earlier = []) -> Response:  # noqa: B006  # as above
    """Return an answer as a workbook: its items with their places, then question, reading and notes."""
    answer = answered(house, question, after)
    return _file(answer_workbook(answer), _XLSX, "xlsx")


@router.get("/api/answers/map", response_class=HTMLResponse)
def as_map(
    request: Request,
    house: HouseDep,
    question: Question,
    after: Earlier = [],  # noqa: B006  # as above
    *,
    framed: Annotated[bool, Query(description="Whether it stands within a page that has its title.")] = False,
) -> HTMLResponse:
    """Return the map of an answer: its items and what joins them, as one page that needs nothing else."""
    view = drawn(answered(house, question, after), known(house))
    language = language_of(request)
    setting = Setting(
        addresses.item, framed=framed, language=language, translate=translations(language).gettext
    )
    headers = {"Content-Security-Policy": map_policy(), "Vary": "Accept-Language, Cookie"}
    return HTMLResponse(page(view, setting), headers=headers)


@router.get("/api/suggest", response_model=SuggestionsOut)
def suggest(
    house: HouseDep,
    typed: Annotated[str, Query(alias="q", max_length=2_000, description="What was typed so far.")] = "",
) -> dict[str, Any]:
    """Return questions and items that fit what somebody is typing."""
    found = suggests(house).suggest(typed)
    return found.as_json() | {"items": [_suggested(item) for item in found.items]}


@router.get("/api/examples", response_model=ExamplesOut)
def to_begin_with(house: HouseDep) -> dict[str, Any]:
    """Return questions that the store answers, for leaders, planners and auditors."""
    return dict(examples(house))


def _suggested(item: Item) -> dict[str, Any]:
    return item.as_json() | {"text": item.as_text(), "href": addresses.item(item.iri)}


def _file(body: bytes, media_type: str, ending: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="answer.{ending}"'}
    return Response(body, media_type=media_type, headers=headers)
