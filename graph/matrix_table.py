"""The matrix of alignment as a table: recommendations and goals in rows, groups of actions in columns."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.items import Item
from graph.matrix import Matrix
from graph.model import Evidence

__all__ = ["AlignedAction", "MatrixRow", "MatrixTable", "matrix_table"]

BASES = ("stated", "section", "inferred")


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
    cells: tuple[tuple[tuple[str, int], ...], ...]
    """For each group the counts by basis that are not zero, in the order of `BASES`."""
    totals: tuple[tuple[str, int], ...]

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


def matrix_table(matrix: Matrix) -> MatrixTable:
    """Return a matrix as a table; groups of which no action supports anything are left out."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for pair in matrix.pairs:
        counts[pair.target][matrix.groups[pair.action]][pair.basis] += 1
    sizes = Counter(matrix.groups.values())
    used = {group for row in counts.values() for group in row}
    groups = tuple((name, sizes[name]) for name in sorted(sizes) if name in used)
    rows = tuple(
        MatrixRow(
            target,
            tuple(_counted(counts[target.iri][name]) for name, _ in groups),
            _counted(sum(counts[target.iri].values(), Counter())),
        )
        for target in matrix.targets
    )
    return MatrixTable(groups, rows, len(matrix.aligned), len(matrix.groups), matrix)


def _counted(found: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple((basis, found[basis]) for basis in sorted(found, key=_rank) if found[basis])


def _rank(basis: str) -> int:
    return BASES.index(basis) if basis in BASES else len(BASES)
