"""Questions in plain words."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from api.deps import HouseDep
from api.schemas import AnswerOut, QuestionIn, Text2Sparql

__all__ = ["router"]

router = APIRouter(tags=["questions"])


@router.post("/api/ask", response_model=AnswerOut)
def ask(asked: QuestionIn, house: HouseDep) -> JSONResponse:
    """Answer a question, with the place of every fact, or with the reason why not.

    `previous` makes it a follow-up: nothing is kept here, so a conversation is what is sent along.
    """
    # Written as it is: to check every answer against its own description would take as long as to send it.
    return JSONResponse(house.answering().answer(asked.question, asked.earlier).as_json())


@router.get("/text2sparql", response_model=Text2Sparql)
def text2sparql(
    dataset: Annotated[
        str,
        Query(description="The registered name of the data set that is asked; the store is called plans."),
    ],
    question: Annotated[str, Query(max_length=20_000)],
    house: HouseDep,
) -> dict[str, str]:
    """Return the SPARQL query that answers a question over a data set; empty where there is none."""
    return {"dataset": dataset, "question": question, "query": house.dataset(dataset).answer(question).sparql}
