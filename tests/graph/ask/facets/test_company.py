"""Questions over a company's graph that the engine knows nothing of but its own labels."""

import json
from typing import Any

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon
from graph.store import Store
from tests.graph.ask.conftest import HERE

LINES = (HERE / "facets" / "company.jsonl").read_text(encoding="utf-8").splitlines()
QUESTIONS = [json.loads(line) for line in LINES]


@pytest.fixture(scope="module")
def store() -> Store:
    return load_graph(HERE / "facets" / "company.ttl")


@pytest.fixture(scope="module")
def company(store: Store) -> Engine:
    return Engine.open(store, None, Lexicon(), "company.ttl")


def _values(store: Store, query: str) -> set[str]:
    if "ASK" in query:
        return {str(store.ask(query)).lower()}
    return {_plain(str(v)) for row in store.select(query) for v in row.values()}


def _plain(value: str) -> str:
    """Equal numbers are equal texts."""
    try:
        return f"{float(value):.6g}"
    except ValueError:
        return value


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked["id"])
def test_the_query_gives_what_is_asked_for(company: Engine, store: Store, asked: dict[str, Any]) -> None:
    answer = company.answer(asked["question"])

    if asked["query"] is None:
        assert (answer.status, answer.sparql) == ("unanswerable", "")
    else:
        assert answer.status == "answered", answer.interpretation
        assert _values(store, answer.sparql) == _values(store, asked["query"]), answer.sparql
