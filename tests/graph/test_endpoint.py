"""The endpoint answers in a process of its own, with limits, and outlives what it had to end."""

import json
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from graph.endpoint import Endpoint
from graph.errors import Busy, QueryError, StoreError
from graph.settings import Settings
from tests.graph.test_readonly import ELSEWHERE

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


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Stand for a server elsewhere, to which no query may speak."""
    with socket.create_server(("127.0.0.1", 0)) as opened:
        opened.settimeout(0.05)
        yield opened


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes the network from a process")
@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", *ELSEWHERE]
)
def test_the_process_has_no_network_whatever_passes_the_reader(
    endpoint: Endpoint, listener: socket.socket, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr("graph.endpoint.refuse_writing", lambda _: None)
    there = query.replace("127.0.0.1:1/", f"127.0.0.1:{listener.getsockname()[1]}/")
    with suppress(QueryError):
        endpoint.query(there, "json")

    with pytest.raises(TimeoutError):
        listener.accept()


@pytest.mark.parametrize("place", ["<file:///etc/hostname>", "<http://127.0.0.1:1/>"])
def test_from_reads_no_file_and_no_address(endpoint: Endpoint, place: str) -> None:
    found = endpoint.query(f"SELECT * FROM {place} FROM NAMED {place} {{ ?s ?p ?o }}", "json")  # noqa: S608

    assert json.loads(found)["results"]["bindings"] == []


_DOUBLED = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
_LONG = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(23))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a (gt:to|!gt:to)*/(gt:to|!gt:to)*/((!gt:a)+)+ ?b . ?c (!gt:a)* ?d }",
        "SELECT * { BIND('0123456789' AS ?x0) " + _DOUBLED + " }",
        "SELECT ?x23 { BIND('0123456789' AS ?x0) " + _LONG + " }",
        "SELECT * {" + "{" * 100_000 + "}" * 100_000 + "}",
        "ASK { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
        "ASK { ?s ?p ?o FILTER(REGEX('"
        + "a" * 40
        + "', '"
        + "(a+)+" * 12
        + "$')) ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    ],
    ids=["paths", "memory", "bytes", "braces", "brackets", "regex"],
)
def test_what_would_eat_the_machine_ends(endpoint: Endpoint, query: str) -> None:
    with suppress(QueryError):
        assert len(endpoint.query(query, "json")) < 100_000

    assert count(endpoint) == "3"


def test_those_beyond_what_may_run_and_wait_are_sent_away(district_path: Path) -> None:
    limited = Endpoint(Settings(store=district_path, query_seconds=2, query_processes=1))

    def tried(_: int) -> str:
        try:
            limited.query(ENDLESS, "json")
        except (Busy, QueryError) as error:
            return type(error).__name__
        return "answered"

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(tried, range(8)))
    limited.close()

    assert told.count("Busy") >= 4
    assert "QueryError" in told
