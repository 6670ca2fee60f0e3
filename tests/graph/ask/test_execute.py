"""What a query found is remembered; another question to the store is another query."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, URIRef
from rdflib.term import Node

from graph.ask.execute import Executor
from graph.ask.files import load_graph
from graph.store import Binding, Store

_QUERY = "SELECT ?thing ?property ?value WHERE { ?thing ?property ?value } ORDER BY ?thing"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the queries that reach a store."""
    seen: list[str] = []
    select = Store.select

    def counted(self: Store, query: str, bindings: dict[str, Node] | None = None) -> list[Binding]:
        seen.append(query)
        return select(self, query, bindings)

    monkeypatch.setattr(Store, "select", counted)
    return seen


def test_the_same_query_reaches_the_store_once(asked: list[str]) -> None:
    executor = Executor(load_graph(Path(__file__).parent / "plan.ttl"), {}, {})
    asked.clear()
    first = executor.select(_QUERY, {"property": RDFS.label})
    again = executor.select(_QUERY, {"property": URIRef(str(RDFS.label))})
    other = executor.select(_QUERY, {"property": RDF.type})

    assert len(asked) == 2
    assert again == first
    assert other != first
    assert first
