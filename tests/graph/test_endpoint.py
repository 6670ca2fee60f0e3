"""The endpoint answers in a process of its own, with limits, and outlives what it had to end."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.endpoint import Endpoint
from graph.errors import QueryError, StoreError
from graph.settings import Settings

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?l < 1) }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a gt:Recommendation }"


@pytest.fixture
def endpoint(district_path: Path) -> Iterator[Endpoint]:
    opened = Endpoint(Settings(store=district_path, query_seconds=1.5, query_rows=50))
    yield opened
    opened.close()


def count(endpoint: Endpoint) -> str:
    found: str = json.loads(endpoint.query(COUNT, "json"))["results"]["bindings"][0]["n"]["value"]
    return found


def test_a_query_is_answered(endpoint: Endpoint) -> None:
    assert count(endpoint) == "3"


def test_an_endless_query_is_ended_and_the_next_one_answered(endpoint: Endpoint) -> None:
    with pytest.raises(QueryError, match=r"longer than 1\.5 seconds"):
        endpoint.query(ENDLESS, "json")

    assert count(endpoint) == "3"


@pytest.mark.parametrize("query", ["SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"])
def test_too_many_rows_are_refused(endpoint: Endpoint, query: str) -> None:
    with pytest.raises(QueryError, match="more than 50 rows"):
        endpoint.query(query, "ttl" if query.startswith("CONSTRUCT") else "json")


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT * { SERVICE <http://x/> {} }", "SELECT", "{ nonsense"])
def test_what_is_no_reading_query_is_refused(endpoint: Endpoint, query: str) -> None:
    with pytest.raises(QueryError):
        endpoint.query(query, "json")


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    endpoint = Endpoint(Settings(store=tmp_path / "none"))

    with pytest.raises(StoreError, match="goldenthread ingest"):
        endpoint.query(COUNT, "json")
    endpoint.close()
