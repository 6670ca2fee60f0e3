"""Errors that go to another thread take none of the engine's results along."""

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import QueryError
from graph.store import Store

ROWS = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@pytest.mark.parametrize(
    "asked",
    [
        lambda store: store.serialize_query(ROWS, "json", 1),
        lambda store: store.serialize_query(ROWS, "ttl"),
        lambda store: store.serialize_query(TRIPLES, "json"),
        lambda store: store.select(TRIPLES),
        lambda store: store.construct(ROWS),
    ],
    ids=["too many rows", "rows as turtle", "triples as json", "rows of triples", "triples of rows"],
)
def test_an_error_dropped_on_another_thread_drops_no_result(
    asked: Callable[[Store], object], district: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda found: told.append(str(found.exc_value)))
    with ThreadPoolExecutor(1) as pool:
        error = pool.submit(asked, district).exception()
        assert isinstance(error, QueryError)
        del error
        gc.collect()

    assert told == []
