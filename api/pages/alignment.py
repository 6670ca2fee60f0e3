"""The page of the alignment matrix: each cell a count that opens to its actions; and the matrix as a file."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.aligned import Asked, AskedDep, CellDep, asked_row, asked_table
from api.deps import HouseDep
from api.leaders import PageNumber, book_of
from api.site.frame import page as shown
from graph.items import identifier
from graph.matrix import GROUPINGS
from graph.planned.wanted import choices

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/alignment", response_class=HTMLResponse)
def alignment_page(
    request: Request,
    house: HouseDep,
    asked: AskedDep,
    cell: CellDep,
    columns: PageNumber = 1,
) -> HTMLResponse:
    """Show how many actions of each group support each recommendation and goal, and the actions of a cell."""
    table = asked_table(house, asked)
    row, group = asked_row(table, cell), cell.group
    opened = {name: value for name, value in (("target", cell.target), ("group", group)) if value}
    here = asked.address() | ({"columns": columns} if columns > 1 else {})
    every = asked_table(house, Asked(asked.by))
    return shown(
        request,
        "alignment.html",
        table=table.page(columns),
        whole=table,
        kinds=every.kinds,
        asked=asked,
        choices=house.kept("choices", lambda _: choices(book_of(house))),
        at=min(columns, table.pages),
        pages=f"/alignment?{urlencode({**asked.address(), 'columns': ''})}",
        groupings=GROUPINGS,
        row=row,
        group=group,
        actions=table.cell(row.target.iri, group) if row else (),
        cell_url=lambda iri, name="": (
            f"/alignment?{urlencode(here | {'target': identifier(iri), 'group': name})}#cell"
        ),
        file_url=lambda form: f"/api/alignment/table?{urlencode(asked.address() | {'form': form})}",
        json=f"/api/alignment?{urlencode(here | opened)}",
    )
