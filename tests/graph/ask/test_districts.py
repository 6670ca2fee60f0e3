"""A store may hold the plans of many districts: a question is asked of the plans that it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from rdflib import RDF, RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from graph.ask.conversation import Conversation
from graph.ask.engine import Engine
from graph.ask.homes import homes_of
from graph.ask.lexicon import Lexicon
from graph.ask.opening import Opening
from graph.identifiers import computed_graph, document_graph, item_iri
from graph.store import Store
from graph.vocabulary import GT

PLACES = ["Mossford", "Larkham", "Fennwick"]
UNIT = URIRef("http://www.w3.org/ns/org#OrganizationalUnit")
Triple = tuple[Node, Node, Node]


class NoVectors:
    """Finds no meaning in anything."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), 2), np.float32)

    def add(self, texts: Iterable[str]) -> int:
        return 0


def plan_of(place: str) -> Iterable[Triple]:
    """Two actions of the office of gardens, which every district has, under a plan of the district."""
    district, plan, unit = (
        item_iri("district", place),
        item_iri(place, "plan"),
        item_iri(place, "unit", "gardens"),
    )
    document = document_graph(f"{place}.txt")
    things = [
        (district, GT.District, f"{place} School District"),
        (plan, GT.Plan, f"{place} Green Plan"),
        (unit, UNIT, "Gardens and Grounds"),
        *(
            (item_iri(place, "action", n), GT.Action, f"Plant {n} trees in {place}")
            for n in ("nine", "forty")
        ),
    ]
    yield plan, GT.ofOrganization, district
    for iri, kind, label in things:
        evidence = URIRef(f"{iri}/evidence")
        yield from ((iri, RDF.type, kind), (iri, RDFS.label, Literal(label)), (iri, GT.inPlan, plan))
        yield from ((iri, GT.evidence, evidence), (evidence, RDF.type, GT.Evidence))
        yield from ((evidence, GT.document, Literal(f"{place}.txt")), (evidence, GT.quote, Literal(label)))
        if kind == GT.Action:
            yield iri, GT.leadResponsible, unit
    yield document, RDF.type, GT.SourceDocument


def store_of(places: Sequence[str]) -> Store:
    store = Store.in_memory()
    store.replace_graphs({document_graph(f"{place}.txt"): list(plan_of(place)) for place in places})
    shared = URIRef("https://example.org/shared")
    store.replace_graph(shared, [(GT.shortTerm, SKOS.prefLabel, Literal("short term"))])
    return store


def engine_over(places: Sequence[str], folder: Path) -> Engine:
    return Opening(folder, store_of(places), NoVectors()).engine()


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return engine_over(PLACES, tmp_path)


def values(engine: Engine, question: str) -> list[str]:
    return sorted(a.value for a in engine.answer(question).answers)


def test_a_district_has_the_graphs_of_its_documents_and_what_is_of_no_document() -> None:
    store = store_of(PLACES)
    computed = computed_graph("mentions", "Larkham.txt")
    store.replace_graph(computed, [(item_iri("a"), GT.mentions, item_iri("b"))])

    homes = {h.iri: h for h in homes_of(store, Lexicon.of_plans())}
    larkham = homes[str(item_iri("district", "Larkham"))]

    assert len(homes) == len(PLACES)
    assert set(larkham.graphs) == {
        str(document_graph("Larkham.txt")),
        str(computed),
        "https://example.org/shared",
    }


def test_a_graph_that_knows_no_districts_has_none() -> None:
    assert homes_of(store_of(PLACES), Lexicon()) == []


def test_only_the_plans_of_the_district_that_is_named_are_asked(engine: Engine) -> None:
    found = values(
        engine, "Which actions does the Gardens and Grounds office lead in the Larkham Green Plan?"
    )

    assert found == ["Plant forty trees in Larkham", "Plant nine trees in Larkham"]


def test_the_answer_is_the_one_of_the_district_alone(engine: Engine, tmp_path: Path) -> None:
    alone = engine_over(["Larkham"], tmp_path / "alone")

    for question in (
        "Which actions does Gardens and Grounds lead in Larkham?",
        "How many actions has Larkham?",
    ):
        together = engine.answer(question)
        assert replace(together, seconds=0.0, notes=(), sparql="") == replace(
            alone.answer(question), seconds=0.0, notes=(), sparql=""
        )


def test_the_answer_says_which_plans_were_asked(engine: Engine) -> None:
    answer = engine.answer("Which actions does Gardens and Grounds lead in Larkham?")

    assert any("Larkham School District" in note for note in answer.notes)
    assert f"FROM <{document_graph('Larkham.txt')}>" in answer.sparql


def test_the_query_of_the_answer_gives_it_over_the_whole_store(engine: Engine) -> None:
    answer = engine.answer("Which actions does Gardens and Grounds lead in Larkham?")

    rows = store_of(PLACES).select(answer.sparql)

    assert {str(v) for r in rows for v in r.values()} == {a.iri for a in answer.answers}


def test_two_districts_can_be_asked_at_once(engine: Engine) -> None:
    found = values(engine, "Which actions does Gardens and Grounds lead in Larkham and Mossford?")

    assert not any("Fennwick" in value for value in found)


def test_a_question_that_names_no_district_is_asked_of_all_where_they_are_few(engine: Engine) -> None:
    assert len(values(engine, "Which actions does Gardens and Grounds lead?")) == 2 * len(PLACES)


def test_where_districts_are_many_it_must_name_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ask.opening._TOGETHER", 2)
    engine = engine_over(PLACES, tmp_path)

    answer = engine.answer("Which actions does Gardens and Grounds lead?")

    assert answer.status != "answered"
    assert "3 districts" in " ".join(answer.notes)
    assert "Fennwick School District" in " ".join(answer.notes)


def test_what_follows_is_about_the_same_district(engine: Engine) -> None:
    first = "Which actions does Gardens and Grounds lead in Larkham?"

    answer = Conversation(engine).answer("how many of those?", [first])

    assert answer.count == 2


@pytest.mark.parametrize("question", ["", "?", "Larkham", "in the and of", "a" * 5000])
def test_odd_questions_are_no_error(engine: Engine, question: str) -> None:
    engine.answer(question)
