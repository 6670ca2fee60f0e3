"""The page of the alignment matrix: each cell a count that opens to its actions; and the matrix as a file."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.aligned import Asked, AskedDep, CellDep, asked_row, asked_table
from api.deps import HouseDep
from api.leaders import PageNumber, choices_of, unsure
from api.site.frame import page as shown
from graph.items import identifier
from graph.matrix import GROUPINGS

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/alignment", response_class=HTMLResponse)
def alignment_page(
    request: Request,
    house: HouseDep,
    asked: AskedDep,
    cell: CellDep,
    columns: PageNumber = 1,
    rows: PageNumber = 1,
) -> HTMLResponse:
    """Show how many actions of each group support each recommendation and goal, and the actions of a cell."""
    table = asked_table(house, asked)
    row, group = asked_row(table, cell), cell.group
    opened = {name: value for name, value in (("target", cell.target), ("group", group)) if value}
    at, line = min(columns, table.pages), min(rows, table.row_pages)
    given = asked.address()
    here = given | ({"columns": at} if at > 1 else {}) | ({"rows": line} if line > 1 else {})
    every, among = asked_table(house, Asked(asked.by)), choices_of(house)
    return shown(
        request,
        "alignment.html",
        table=table.page(at, line),
        whole=table,
        kinds=every.kinds,
        asked=asked,
        choices=among,
        unsure=unsure(district=(asked.district, among.districts), plan=(asked.plan, among.plans)),
        choose=lambda name, one: f"/alignment?{urlencode({**given, name: one})}",
        at=at,
        line=line,
        pages=f"/alignment?{urlencode({**given, 'rows': line, 'columns': ''})}",
        row_pages=f"/alignment?{urlencode({**given, 'columns': at, 'rows': ''})}",
        groupings=GROUPINGS,
        row=row,
        group=group,
        actions=table.cell(row.target.iri, group) if row else (),
        cell_url=lambda iri, name="": (
            f"/alignment?{urlencode(here | {'target': identifier(iri), 'group': name})}#cell"
        ),
        file_url=lambda form: f"/api/alignment/table?{urlencode(given | {'form': form})}",
        json=f"/api/alignment?{urlencode(given | {'columns': at, 'rows': line} | opened)}",
    )
