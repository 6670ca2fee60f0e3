"""The matrix of alignment as a table: recommendations and goals in rows, groups of actions in columns."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from graph.items import Item
from graph.matrix import Matrix
from graph.model import Evidence
from graph.paging import paged

__all__ = ["COLUMNS", "ROWS", "AlignedAction", "MatrixRow", "MatrixTable", "matrix_table"]

COLUMNS = 10  # on a page
ROWS = 50
BASES = ("stated", "section", "inferred")


_Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class AlignedAction:
    """An action in a cell: on what basis it supports the row's item, how sure that is, and the places."""

    item: Item
    basis: str
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What is supported, and how many actions of each group support it, by basis."""

    target: Item
    names: tuple[str, ...]
    """The groups of the table."""
    counts: Mapping[str, _Counts]
    """Of each group that supports it, the counts by basis that are not zero, in the order of `BASES`."""
    totals: _Counts

    @property
    def cells(self) -> tuple[_Counts, ...]:
        """The counts of each group of the table."""
        return tuple(self.counts.get(name, ()) for name in self.names)

    @property
    def covered(self) -> bool:
        """Whether a document says that an action supports it."""
        return any(basis != "inferred" for basis, _ in self.totals)


@dataclass(frozen=True)
class MatrixTable:
    """The whole table; `groups` are its columns with how many actions each holds."""

    groups: tuple[tuple[str, int], ...]
    rows: tuple[MatrixRow, ...]
    aligned: int
    actions: int
    matrix: Matrix

    @property
    def pages(self) -> int:
        """How many pages its columns take."""
        return paged(self.groups, 1, COLUMNS)[2]

    @property
    def row_pages(self) -> int:
        """How many pages its rows take."""
        return paged(self.rows, 1, ROWS)[2]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The classes of its rows."""
        return tuple(dict.fromkeys(row.target.type for row in self.rows))

    def page(self, at: int | None = 1, row: int | None = None) -> "MatrixTable":
        """Return the table with one page of its columns and one of its rows, counted from 1, or all."""
        groups, _, _ = paged(self.groups, at, COLUMNS)
        rows, _, _ = paged(self.rows, row, ROWS)
        names = tuple(name for name, _ in groups)
        return replace(self, groups=groups, rows=tuple(replace(one, names=names) for one in rows))

    def row_page_of(self, target: str) -> int:
        """Return the page of rows on which a row stands."""
        return next((n for n, row in enumerate(self.rows) if target == row.target.iri), 0) // ROWS + 1

    def of_kind(self, kind: str) -> "MatrixTable":
        """Return the table with the rows of one class."""
        return replace(self, rows=tuple(row for row in self.rows if row.target.type == kind))

    def as_json(
        self, at: int | None = None, target: str = "", group: str = "", row: int | None = None
    ) -> dict[str, Any]:
        """Return the cells as a JSON object: all of them, or those of a page, a row or a group."""
        part = self.page(at, None if target else row)
        kept = {group} if group else {name for name, _ in part.groups} if at else None
        rows = [one for one in part.rows if target in ("", one.target.iri)]
        targets = tuple(one.target for one in rows)
        groups = {action: name for action, name in self.matrix.groups.items() if kept is None or name in kept}
        named = {one.iri for one in targets}
        pairs = tuple(p for p in self.matrix.pairs if p.target in named and p.action in groups)
        uncovered = [one.target.iri for one in rows if not one.covered]
        cut = replace(self.matrix, targets=targets, groups=groups, pairs=pairs)
        return cut.as_json() | {
            "uncovered": uncovered,
            "aligned": self.aligned,
            "actions": self.actions,
            "page": min(at or 1, self.pages),
            "pages": self.pages if at else 1,
            "row_page": min(row or 1, self.row_pages),
            "row_pages": self.row_pages if row else 1,
            "rows": len(self.rows),
        }

    def row(self, target: str) -> MatrixRow | None:
        """Return the row of what is supported, by IRI or identifier."""
        return next((row for row in self.rows if target in {row.target.iri, row.target.id}), None)

    def cell(self, target: str, group: str = "") -> tuple[AlignedAction, ...]:
        """Return the actions behind a cell, or behind a row where no group is named."""
        groups, reader = self.matrix.groups, self.matrix.reader
        found = [
            p for p in self.matrix.pairs if p.target == target and (not group or groups[p.action] == group)
        ]
        found.sort(key=lambda p: (_rank(p.basis), -p.confidence, reader.item(p.action).label))
        return tuple(
            AlignedAction(reader.item(p.action), p.basis, p.confidence, reader.evidence(p.link))
            for p in found
        )


def matrix_table(
    matrix: Matrix, only: Set[str] | None = None, targets: Set[str] | None = None
) -> MatrixTable:
    """Return a matrix as a table, of some actions and targets only where they are named.

    Groups of which no action supports anything are left out; where many are left, those with most come first.
    """
    if only is not None:
        groups = {action: name for action, name in matrix.groups.items() if action in only}
        matrix = replace(matrix, groups=groups, pairs=tuple(p for p in matrix.pairs if p.action in only))
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for pair in matrix.pairs:
        counts[pair.target][matrix.groups[pair.action]][pair.basis] += 1
    sizes = Counter(matrix.groups.values())
    used = Counter(group for row in counts.values() for group, found in row.items() for _ in found.elements())
    names = sorted(used)
    if len(names) > COLUMNS:
        names.sort(key=lambda name: -used[name])
    columns = tuple((name, sizes[name]) for name in names)
    rows = tuple(
        MatrixRow(
            target,
            tuple(names),
            {name: _counted(found) for name, found in counts[target.iri].items()},
            _counted(sum(counts[target.iri].values(), Counter())),
        )
        for target in matrix.targets
        if targets is None or target.iri in targets
    )
    return MatrixTable(columns, rows, len(matrix.aligned), len(matrix.groups), matrix)


def _counted(found: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple((basis, found[basis]) for basis in sorted(found, key=_rank) if found[basis])


def _rank(basis: str) -> int:
    return BASES.index(basis) if basis in BASES else len(BASES)
