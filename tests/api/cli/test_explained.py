"""An explanation on the terminal can be read by a person."""

from pathlib import Path

import pytest

from api.cli.explained import explained
from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon

GRAPHS = Path(__file__).parents[2] / "graph" / "ask"

EXPLANATION = {
    "shape": ["count"],
    "mentions": [{"words": "rec 2", "kind": "number", "as": ["recommendation: Read more"]}],
    "mended": {"recs": "rec"},
    "queries": [
        {
            "reading": "Actions that support recommendation 2",
            "score": 1.2,
            "found": 3,
            "sparql": "SELECT ?x WHERE {\n  ?x <urn:p> $given1 .\n}",
            "bound": {"$given1": {"term": "<urn:rec>", "label": "Read more"}},
        }
    ],
    "lost": [{"reading": "Goals", "score": 0.4, "found": 0, "why": "It finds nothing."}],
}


def test_says_words_query_and_what_lost() -> None:
    text = explained(EXPLANATION)

    assert "“rec 2” – by number: recommendation: Read more" in text
    assert "“recs” read as “rec”" in text
    assert "  ?x" in text
    assert "$given1 = <urn:rec> (Read more)" in text
    assert "0.40  Goals\n        It finds nothing." in text


@pytest.mark.parametrize(
    ("graph", "question"),
    [
        ("museum.ttl", "Which paintings did Ines Calvet paint?"),
        ("museum.ttl", "Who painted Snow on the Quay?"),
        ("museum.ttl", "What is the weather?"),
        ("plan.ttl", "Are there more Rising schools than Steady schools?"),
        ("plan.ttl", "everything about buses"),
        ("plan.ttl", "What is the weather?"),
        ("plan.ttl", "x " * 500),
    ],
)
def test_every_kind_of_answer_is_explained(graph: str, question: str) -> None:
    store, lexicon = load_graph(GRAPHS / graph), Lexicon() if graph == "museum.ttl" else None
    answer = Engine.open(store, None, lexicon, graph).answer(question)

    assert explained(answer.explanation).startswith("How the question was read")
    assert answer.status != "answered" or "SELECT" in explained(answer.explanation) or not answer.sparql


def test_an_answer_without_an_explanation_is_no_error() -> None:
    assert explained({}) == "How the question was read"
