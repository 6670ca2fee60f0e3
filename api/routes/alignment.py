"""The matrix of alignment."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.aligned import AskedDep, asked_table
from api.deps import HouseDep, StoreDep
from api.schemas import AlignmentOut
from graph.matrix import alignment_matrix
from graph.matrix_sheets import FORMS, matrix_file

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/alignment", response_model=AlignmentOut, response_model_exclude_unset=True)
def alignment(
    store: StoreDep,
    by: Annotated[str, Query(description="Group actions by direction, goal, priority, unit or plan.")] = "",
) -> dict[str, Any]:
    """Return which groups of actions support which recommendations and goals, cell by cell."""
    return alignment_matrix(store, by).as_json()


@router.get("/api/alignment/table", response_class=Response)
def alignment_table(
    house: HouseDep,
    asked: AskedDep,
    form: Annotated[str, Query(max_length=20, description="csv or xlsx.")] = "csv",
) -> Response:
    """Return the matrix as a file: the counts as csv, or these and every link with its place as xlsx."""
    body = matrix_file(asked_table(house, asked), form)
    name = {"Content-Disposition": f'attachment; filename="alignment.{form}"'}
    return Response(body, media_type=FORMS[form], headers=name)
