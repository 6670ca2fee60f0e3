"""Questions over a graph of numbers that are texts, orders without names, and concepts of one class."""

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon
from graph.store import Store
from tests.graph.ask.conftest import HERE


@pytest.fixture(scope="module")
def store() -> Store:
    return load_graph(HERE / "facets" / "mill.ttl")


@pytest.fixture(scope="module")
def mill(store: Store) -> Engine:
    return Engine.open(store, None, Lexicon(), "mill.ttl")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Which sacks weigh more than 1 kg?", {"rye", "bran"}),
        ("Which sack is the heaviest?", {"rye"}),
        ("What is the net weight of Rye Flour?", {"12 kg"}),
        ("Which sacks have a shelf life of at least 12 months?", {"oat", "bran"}),
        ("Which orders were placed in the second quarter of 2023?", {"o2", "o3"}),
        ("How are the orders distributed over the sales channels?", {"market", "mill shop", "1", "2"}),
        ("Which bakers have ordered the Oat Flakes?", {"bo"}),
        ("What is the average of the hours lost by grave repairs?", {"15"}),
        ("How many people were injured in repairs in 2022?", {"3"}),
        ("Which bills are unpaid?", {"b2"}),
        ("Are there any bills not paid? If so, which ones?", {"b2"}),
        ("How many people work in Milling and all of its sub-departments?", {"2"}),
        ("Who holds a slow-running elevator licence?", {"e1"}),
        ("Which orders were placed by a baker called Bo Krag?", {"o2", "o3"}),
        ("What is the average number of hours lost per repair?", {"11"}),
        ("For the yearly audit I need all sacks whose net weight exceeds 10 kg", {"rye"}),
    ],
)
def test_the_query_finds_what_is_asked_for(
    mill: Engine, store: Store, question: str, wanted: set[str]
) -> None:
    answer = mill.answer(question)

    assert answer.sparql, answer.interpretation
    found = {
        str(v).removeprefix("https://mill.example/") for r in store.select(answer.sparql) for v in r.values()
    }
    assert {v.removesuffix(".0") for v in found} == wanted, answer.sparql


@pytest.mark.parametrize(
    "question", ["What is the net weight of a windmill?", "What is Rye Flour's horoscope?"]
)
def test_what_nobody_knows_is_not_answered(mill: Engine, question: str) -> None:
    assert mill.answer(question).status == "unanswerable"
