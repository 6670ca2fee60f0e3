"""The matrix of alignment."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.aligned import AskedDep, CellDep, asked_row, asked_table
from api.deps import HouseDep
from api.schemas import AlignmentOut
from graph.matrix_sheets import FORMS, matrix_file

__all__ = ["router"]

router = APIRouter(tags=["review"])


@router.get("/api/alignment", response_model=AlignmentOut, response_model_exclude_unset=True)
def alignment(
    house: HouseDep,
    asked: AskedDep,
    cell: CellDep,
    columns: Annotated[
        int | None, Query(ge=1, le=1_000_000, description="A page of the groups, from 1; else all of them.")
    ] = None,
    rows: Annotated[
        int | None, Query(ge=1, le=1_000_000, description="A page of the rows, from 1; else all of them.")
    ] = None,
) -> dict[str, Any]:
    """Return which groups of actions support which recommendations and goals, cell by cell."""
    table = asked_table(house, asked)
    row = asked_row(table, cell)
    return table.as_json(columns, row.target.iri if row else "", cell.group, rows)


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
