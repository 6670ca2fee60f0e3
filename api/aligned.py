"""The matrix of alignment as an address asks for it: its columns, and of which district, plan and kind."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.deps import House, HouseDep
from api.leaders import book_of, choices_of, one_of
from graph.errors import UnknownItem
from graph.items import BASE, identifier
from graph.matrix import Matrix, alignment_matrix
from graph.matrix_table import MatrixRow, MatrixTable, matrix_table
from graph.planned.wanted import Wanted

__all__ = ["Asked", "AskedDep", "Cell", "CellDep", "asked_row", "asked_table"]

_By = Annotated[
    str,
    Query(max_length=200, description="Group actions by direction, goal, priority, unit, horizon or plan."),
]
_Kind = Annotated[str, Query(max_length=200, description="Only rows of a class, such as Recommendation.")]
_District = Annotated[str, Query(max_length=2_000, description="Only plans of a district, by identifier.")]
_Plan = Annotated[str, Query(max_length=2_000, description="Only actions of a plan, by identifier.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for, by identifiers; nothing asks for everything."""

    by: str = ""
    district: str = ""
    plan: str = ""
    kind: str = ""

    def address(self) -> dict[str, str | int]:
        """Return what is asked for as the parameters of an address."""
        return {name: value for name, value in asdict(self).items() if value}


def _asked(
    house: HouseDep, by: _By = "", district: _District = "", plan: _Plan = "", kind: _Kind = ""
) -> Asked:
    if not (district or plan):
        return Asked(by, kind=kind)
    among = choices_of(house)
    district = one_of(among.districts, identifier(district))
    return Asked(by, district, one_of(among.plans, identifier(plan)), kind)


AskedDep = Annotated[Asked, Depends(_asked)]


@dataclass(frozen=True, slots=True)
class Cell:
    """Which row is opened, and which cell of it; nothing opens none."""

    target: str = ""
    group: str = ""


def _cell(
    target: Annotated[str, Query(max_length=2_000, description="Only what supports this item.")] = "",
    group: Annotated[str, Query(max_length=2_000, description="Only the actions of this group.")] = "",
) -> Cell:
    return Cell(target, group)


CellDep = Annotated[Cell, Depends(_cell)]


def asked_row(table: MatrixTable, cell: Cell) -> MatrixRow | None:
    """Return the row that is opened; raises UnknownItem where there is no such row."""
    row = table.row(cell.target) if cell.target else None
    if cell.target and row is None:
        raise UnknownItem(cell.target)
    return row


def asked_table(house: House, asked: Asked) -> MatrixTable:
    """Return the table that is asked for; raises UsageError where there is no such grouping."""
    book = book_of(house)
    reader = book.reader
    matrix: Matrix = house.kept(f"matrix {asked.by}", lambda store: alignment_matrix(store, asked.by, reader))
    only = frozenset(Wanted(plan=asked.plan).actions(book)) if asked.plan else None
    targets = None
    if asked.district:
        of = BASE + asked.district
        plans = {plan for plan in book.of("Plan") if of in book.ends(plan, "ofOrganization")}
        inside = {action for plan in plans for action in book.starting("Action", plan, "inPlan")}
        only = frozenset(inside if only is None else inside & only)
        held = {t.iri for t in matrix.targets if plans & set(book.ends(t.iri, "inPlan"))}
        targets = held | {pair.target for pair in matrix.pairs if pair.action in only}
    if asked.plan or asked.district:
        table = matrix_table(matrix, only, targets)
    else:
        table = house.kept(f"table {asked.by}", lambda _: matrix_table(matrix))
    return table.of_kind(asked.kind) if asked.kind else table
