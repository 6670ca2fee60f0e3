"""Books of the small invented district and of the plan of a school yard."""

import pytest

from graph.planned.book import Book, read_book
from graph.store import Store
from tests.graph.planned.make import fill_yard


@pytest.fixture(scope="session")
def district_book(district: Store) -> Book:
    return read_book(district)


@pytest.fixture(scope="session")
def yard() -> Book:
    store = Store.in_memory()
    fill_yard(store)
    return read_book(store)
