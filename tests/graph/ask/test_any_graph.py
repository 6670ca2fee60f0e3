"""The same engine over a graph of another field, with nothing but its labels."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon
from tests.graph.ask.conftest import HERE

ANSWERS = {
    "Which paintings did Ines Calvet paint?": {"Boats at Noon", "The Red Gate"},
    "Which paintings hang in the Glass Hall?": {"Boats at Noon", "Snow on the Quay"},
    "Who painted Snow on the Quay?": {"Bo Lindqvist"},
    "What is the inventory number of The Red Gate?": {"MP-102"},
    "Which gallery has the most paintings?": {"Glass Hall"},
    "Which painting has the largest height?": {"The Red Gate"},
    "Which guard watches the Glass Hall?": {"Tomas Iriarte"},
    "Which painters have paintings in the Glass Hall?": {"Ines Calvet", "Bo Lindqvist"},
}


@pytest.mark.parametrize("question", ANSWERS)
def test_answers_over_a_museum(museum: Engine, question: str) -> None:
    assert {item.value for item in museum.answer(question).answers} == ANSWERS[question]


def test_counts_over_a_museum(museum: Engine) -> None:
    assert museum.answer("How many paintings are there?").count == 3


def test_cites_the_file_where_facts_carry_no_evidence(museum: Engine) -> None:
    item = museum.answer("Who painted Snow on the Quay?").answers[0]

    assert item.evidence[0].document == "museum.ttl"


def test_refuses_a_name_that_the_graph_does_not_hold(museum: Engine) -> None:
    assert museum.answer("Which paintings hang in the Blue Room?").status == "unanswerable"


def test_gives_one_query_that_projects_the_answer(museum: Engine) -> None:
    assert museum.answer("Who painted Snow on the Quay?").sparql.startswith("SELECT DISTINCT ?x")


@pytest.mark.parametrize("question", ANSWERS)
def test_the_query_shown_gives_the_answer_alone(museum: Engine, question: str) -> None:
    store = load_graph(HERE / "museum.ttl")
    answer = museum.answer(question)
    rows = store.select(answer.sparql)

    assert all(len(row) == 1 for row in rows)
    assert {str(v) for row in rows for v in row.values()} == {
        item.value if item.value.startswith("MP-") else item.iri for item in answer.answers
    }


def test_asks_of_things_without_a_name_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "shop.ttl"
    file.write_text(
        "@prefix s: <https://shop.example/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        's:anvil a s:Tool ; rdfs:label "Anvil" ; s:price [ a s:Price ; s:amount 40 ] .\n'
        's:tongs a s:Tool ; rdfs:label "Tongs" ; s:price [ a s:Price ; s:amount 12 ] .\n',
        encoding="utf-8",
    )
    engine = Engine.open(load_graph(file), None, Lexicon(), "shop.ttl")

    assert {i.value for i in engine.answer("List the tools").answers} == {"Anvil", "Tongs"}
    assert load_graph(file).select("SELECT ?t ?p ?o WHERE { ?t ?p ?o } ORDER BY ?t ?p ?o") == load_graph(
        file
    ).select("SELECT ?t ?p ?o WHERE { ?t ?p ?o } ORDER BY ?t ?p ?o")
