"""The matrix of alignment as an address asks for it: its columns, and of which district, plan and kind."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.deps import House
from api.leaders import Word, book_of
from graph.items import BASE, identifier
from graph.matrix import Matrix, alignment_matrix
from graph.matrix_table import MatrixTable, matrix_table
from graph.planned.wanted import Wanted

__all__ = ["Asked", "AskedDep", "asked_table"]

_Id = Annotated[str, Query(max_length=2_000)]


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


def _asked(by: Word = "", district: _Id = "", plan: _Id = "", kind: Word = "") -> Asked:
    return Asked(by, identifier(district), identifier(plan), kind)


AskedDep = Annotated[Asked, Depends(_asked)]


def asked_table(house: House, asked: Asked) -> MatrixTable:
    """Return the table that is asked for; raises UsageError where there is no such grouping."""
    matrix: Matrix = house.kept(f"matrix {asked.by}", lambda store: alignment_matrix(store, asked.by))
    book = book_of(house)
    only = frozenset(Wanted(plan=asked.plan).actions(book)) if asked.plan else None
    targets = None
    if asked.district:
        of = BASE + asked.district
        plans = {plan for plan in book.of("Plan") if of in book.ends(plan, "ofOrganization")}
        inside = {action for action in book.actions if plans & set(book.ends(action, "inPlan"))}
        only = frozenset(inside if only is None else inside & only)
        held = {t.iri for t in matrix.targets if plans & set(book.ends(t.iri, "inPlan"))}
        targets = held | {pair.target for pair in matrix.pairs if pair.action in only}
    table = matrix_table(matrix, only, targets)
    return table.of_kind(asked.kind) if asked.kind else table
