"""Questions over a company's graph that the engine knows nothing of but its own labels."""

import json
from pathlib import Path
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


SHOP = """
@prefix s: <https://shop.example/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
s:anvil a s:Tool ; rdfs:label "Anvil" ; s:madeBy s:ann ; s:hasPrice [ s:amount 40 ; s:currency "EUR" ] .
s:tongs a s:Tool ; rdfs:label "Tongs" ; s:madeBy s:bo ; s:hasPrice [ s:amount 12 ; s:currency "EUR" ] .
s:ann a s:Smith ; rdfs:label "Ann Lund" .
s:bo a s:Smith ; rdfs:label "Bo Krag" .
"""


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which tools cost more than 20 euros?", {"Anvil"}),
        ("What is the price of the Tongs?", {"12"}),
        ("Which smith makes the most expensive tool?", {"Ann Lund"}),
    ],
)
def test_prices_on_nodes_without_a_class(tmp_path: Path, question: str, found: set[str]) -> None:
    file = tmp_path / "shop.ttl"
    file.write_text(SHOP, encoding="utf-8")
    answer = Engine.open(load_graph(file), None, Lexicon(), "shop.ttl").answer(question)

    assert {item.value for item in answer.answers} == found
    assert "urn:goldenthread" not in answer.sparql


def test_explains_what_was_run_and_what_lost(company: Engine) -> None:
    answer = company.answer("Which hardware weighs more than 1 kg?")

    assert answer.explanation["queries"][0]["sparql"] == answer.sparql
    assert all({"score", "reading", "why"} <= set(lost) for lost in answer.explanation["lost"])
