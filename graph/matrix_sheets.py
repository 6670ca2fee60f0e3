"""The matrix of alignment as sheets for a spreadsheet: the counts, and each link with its place."""

from collections.abc import Iterator

from graph.citations import readable
from graph.errors import UsageError
from graph.export.records import Value
from graph.export.tables import Row, Sheet, as_csv
from graph.matrix_table import BASES, MatrixTable

__all__ = ["FORMS", "matrix_file", "matrix_sheets"]

FORMS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ITEM = ("type", "number", "label", "plan")
_LINKS = ("group", "action", "action's plan", "basis", "confidence", "where", "quote", "action iri",
          "target iri")  # fmt: skip


def matrix_file(table: MatrixTable, form: str) -> bytes:
    """Return the counts as CSV, or both sheets as XLSX; raises UsageError for any other form."""
    if form not in FORMS:
        raise UsageError(f"A matrix is written as {' or '.join(FORMS)}, not as {form!r}.")
    counts, links = matrix_sheets(table)
    if form == "csv":
        return as_csv([counts.titles, *([value.words for value in row] for row in counts.rows)])
    from graph.export.workbook import workbook  # noqa: PLC0415  # slow, and only this form needs it

    return workbook((counts, links))


def matrix_sheets(table: MatrixTable) -> tuple[Sheet, Sheet]:
    """Return the sheet of counts, a row for each target and basis, and that of the links."""
    names = tuple(name for name, _ in table.groups)
    counts = Sheet("Matrix", (*_ITEM, "basis", "all", *names), list(_counts(table)))
    return counts, Sheet("Links", (*_ITEM, *_LINKS), list(_links(table)))


def _counts(table: MatrixTable) -> Iterator[Row]:
    for row in table.rows:
        item = row.target
        named = tuple(map(Value, (item.kind or item.type, item.number, item.label, item.plan)))
        for basis in [basis for basis, _ in row.totals] or BASES[:1]:
            found = (dict(cell).get(basis, 0) for cell in (row.totals, *row.cells))
            yield (*named, Value(basis), *(Value(str(count), is_number=True) for count in found))


def _links(table: MatrixTable) -> Iterator[Row]:
    groups = table.matrix.groups
    for row in table.rows:
        item = row.target
        named = (item.kind or item.type, item.number, item.label, item.plan)
        for one in table.cell(item.iri):
            cited = " | ".join(dict.fromkeys(place.as_citation() for place in one.evidence))
            quotes = " | ".join(dict.fromkeys(readable(place.quote) for place in one.evidence))
            said = (groups[one.item.iri], one.item.label, one.item.plan, one.basis)
            sure = Value(f"{one.confidence:.2f}", is_number=True)
            told = (cited, quotes, one.item.iri, item.iri)
            yield (*map(Value, (*named, *said)), sure, *map(Value, told))
