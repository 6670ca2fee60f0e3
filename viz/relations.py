"""The map of a query's result: what stands beside each other in a row is joined by a line."""

from itertools import pairwise

from graph.query_results import Cell, QueryResult
from viz.style import NEUTRAL, PLAIN, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["relations"]

_MOST = 150  # boxes; above that nothing can be followed, and the table serves better


def relations(result: QueryResult) -> View:
    """Return the map of a result: a column for each of its columns, a line between neighbours of a row."""
    shown, left = _that_fit(result)
    sheet = Sheet("Result", result.columns)
    for row in shown:
        told = [(at, cell) for at, cell in enumerate(row) if cell.text]
        for at, cell in told:
            box = box_of("Plan") if cell.is_item else NEUTRAL
            sheet.add(_name(at, cell), cell.text, box, About(cell.text, (result.columns[at],)), at)
        for (a, one), (b, other) in pairwise(told):
            about = About(f"{one.text} – {other.text}", (f"{result.columns[a]} – {result.columns[b]}",))
            if not sheet.graph.has_edge(_name(a, one), _name(b, other)):
                sheet.join(_name(a, one), _name(b, other), PLAIN, about)
    said = f"The first {len(shown)} rows are drawn; {left} more are in the table." if left else ""
    return View(
        title="The result as a map",
        lead=said or "What stands beside each other in a row of the result is joined.",
        sheets=(sheet,),
        legend=(Key("item of the graph", box_of("Plan")), Key("value", NEUTRAL), Key("in one row", PLAIN)),
        table=Table(result.columns, tuple(tuple(cell.text for cell in row) for row in result.rows)),
        empty="The query found nothing that could be drawn.",
    )


def _that_fit(result: QueryResult) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """Return the first rows that make a map which can be read, and how many are left."""
    boxes: set[str] = set()
    for number, row in enumerate(result.rows):
        boxes |= {_name(at, cell) for at, cell in enumerate(row) if cell.text}
        if len(boxes) > _MOST:
            return result.rows[:number], len(result.rows) - number
    return result.rows, 0


def _name(at: int, cell: Cell) -> str:
    return f"{at} {cell.iri or cell.text}"
