"""Each stored query gives the rows that its folder expects, and no others."""

import pytest

from graph.catalogue import StoredQuery, queries
from tests.graph.fixtures import TESTS, expected_rows, found_rows, store_of

FOLDERS = TESTS / "queries"
WITH_ROWS = [q for q in queries() if (FOLDERS / q.name / "expected.csv").exists()]


@pytest.mark.parametrize("query", WITH_ROWS, ids=lambda q: q.name)
def test_a_query_gives_what_its_folder_expects(query: StoredQuery) -> None:
    folder = FOLDERS / query.name
    expected = expected_rows(folder)

    assert found_rows(query, store_of(folder / "given.ttl"), expected) == expected


def test_no_folder_is_left_of_a_query_that_is_gone() -> None:
    names = {q.name for q in queries()}

    assert {f.name for f in FOLDERS.iterdir()} <= names
