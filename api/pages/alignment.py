"""The page of the alignment matrix: each cell a count that opens to its actions."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import HouseDep
from api.site.frame import page
from graph.errors import UnknownItem
from graph.items import identifier
from graph.matrix import GROUPINGS, alignment_matrix
from graph.matrix_table import MatrixRow, MatrixTable, matrix_table

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/alignment", response_class=HTMLResponse)
def alignment_page(
    request: Request,
    house: HouseDep,
    by: Annotated[str, Query(max_length=50)] = "",
    target: Annotated[str, Query(max_length=2_000)] = "",
    group: Annotated[str, Query(max_length=2_000)] = "",
) -> HTMLResponse:
    """Show how many actions of each group support each recommendation and goal, and the actions of a cell."""
    table = house.kept(f"matrix {by}", lambda store: matrix_table(alignment_matrix(store, by)))
    row = _row(table, target) if target else None
    return page(
        request,
        "alignment.html",
        table=table,
        by=by,
        groupings=GROUPINGS,
        row=row,
        group=group,
        actions=table.cell(row.target.iri, group) if row else (),
        cell_url=lambda iri, name="": (
            f"/alignment?{urlencode({'by': by, 'target': identifier(iri), 'group': name})}#cell"
        ),
        json=f"/api/alignment?{urlencode({'by': by})}",
    )


def _row(table: MatrixTable, target: str) -> MatrixRow:
    found = next((row for row in table.rows if target in {row.target.iri, row.target.id}), None)
    if found is None:
        raise UnknownItem(target)
    return found
