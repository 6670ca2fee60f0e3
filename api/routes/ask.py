"""Questions in plain words."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.deps import HouseDep
from api.schemas import AnswerOut, QuestionIn, Text2Sparql

__all__ = ["router"]

router = APIRouter(tags=["questions"])


@router.post("/api/ask", response_model=AnswerOut, response_model_exclude_unset=True)
def ask(asked: QuestionIn, house: HouseDep) -> dict[str, Any]:
    """Answer a question, with the place of every fact, or with the reason why not.

    `previous` makes it a follow-up: nothing is kept here, so a conversation is what is sent along.
    """
    return house.answering().answer(asked.question, asked.earlier).as_json()


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
