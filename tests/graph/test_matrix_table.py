"""A matrix of many columns comes in pages, those with most actions first."""

from graph.items import Reader
from graph.matrix import Matrix, Pair, alignment_matrix
from graph.matrix_table import COLUMNS, matrix_table
from graph.store import Store

ID = "https://w3id.org/goldenthread/id/master/"


def _wide(store: Store, columns: int) -> Matrix:
    """Return a matrix of one target with a column for each of many actions, the last of two."""
    names = [f"{ID}a{n}" for n in range(columns + 1)]
    groups = {name: f"Group {min(n, columns - 1):02}" for n, name in enumerate(names)}
    pairs = tuple(Pair(f"{name}/link", name, f"{ID}rec1", "stated", 1.0) for name in names)
    reader = Reader(store)
    return Matrix(reader, (reader.item(f"{ID}rec1"),), groups, pairs)


def test_columns_come_in_pages_with_the_fullest_first(district: Store) -> None:
    table = matrix_table(_wide(district, COLUMNS + 3))

    assert table.pages == 2
    assert table.page(1).groups[0] == (f"Group {COLUMNS + 2:02}", 2)
    assert [len(table.page(n).groups) for n in (1, 2)] == [COLUMNS, 3]
    assert [len(table.page(n).rows[0].cells) for n in (1, 2)] == [COLUMNS, 3]
    assert table.page(99).groups == table.page(2).groups


def test_rows_that_are_not_asked_for_are_left_out(district: Store) -> None:
    table = matrix_table(alignment_matrix(district), targets={f"{ID}rec2"})

    assert [row.target.number for row in table.rows] == ["2"]


def test_only_some_actions_are_counted(district: Store) -> None:
    table = matrix_table(alignment_matrix(district), only={f"{ID}action2"})

    assert (table.aligned, table.actions) == (1, 1)
    assert [row.target.number for row in table.rows if row.covered] == ["2"]
