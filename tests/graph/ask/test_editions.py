"""Of a plan held for several years the newest is asked, unless a question is about an earlier one."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, RDFS, Literal

from graph.ask.editions import earlier_plans
from graph.ask.engine import Engine
from graph.ask.lexicon import Lexicon
from graph.ask.opening import Opening
from graph.identifiers import computed_graph, document_graph, item_iri
from graph.store import Store
from graph.vocabulary import GT
from tests.graph.ask.test_districts import NoVectors, Triple

WORK = {"2022-23": ["Dig a pond"], "2023-24": ["Dig a well", "Mend the roof"], "2024-25": ["Mend the roof"]}


def plan_of(place: str, year: str, work: Sequence[str]) -> Iterable[Triple]:
    name = f"{place} {year}.txt"
    district, plan, document = (
        item_iri("district", place),
        item_iri(place, "plan", year),
        document_graph(name),
    )
    things = [
        (district, GT.District, f"{place} School District"),
        (plan, GT.Plan, f"Grounds Master Plan {year}"),
        *((item_iri(place, year, "action", n), GT.Action, f"{n} at {place}") for n in work),
    ]
    yield from ((plan, GT.ofOrganization, district), (plan, GT.schoolYear, Literal(year)))
    yield from ((plan, GT.planType, GT.masterPlan), (document, GT.sourceOf, plan))
    yield document, RDF.type, GT.SourceDocument
    for iri, kind, label in things:
        evidence = item_iri(place, year, "evidence", label)
        yield from ((iri, RDF.type, kind), (iri, RDFS.label, Literal(label)), (iri, GT.evidence, evidence))
        yield from ((evidence, RDF.type, GT.Evidence), (evidence, GT.document, Literal(name)))
        yield evidence, GT.quote, Literal(label)
        if kind != GT.Plan:
            yield iri, GT.inPlan, plan


def store_of(*places: str) -> Store:
    store = Store.in_memory()
    for place in places:
        years = sorted(WORK)
        for n, year in enumerate(years):
            name = f"{place} {year}.txt"
            store.replace_graph(document_graph(name), list(plan_of(place, year, WORK[year])))
            if n:
                older = item_iri(place, "plan", years[n - 1])
                said = [(item_iri(place, "plan", year), DCTERMS.replaces, older)]
                store.replace_graph(computed_graph("versions", name), said)
    return store


def engine_over(folder: Path, *places: str) -> Engine:
    return Opening(folder, store_of(*places), NoVectors()).engine()


def values(engine: Engine, question: str) -> list[str]:
    return sorted(a.value for a in engine.answer(question).answers)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return engine_over(tmp_path, "Mossford")


def test_the_earlier_plans_and_their_years_are_found() -> None:
    found = earlier_plans(store_of("Mossford"), Lexicon.of_plans())

    assert sorted(found.labels.values()) == ["Grounds Master Plan 2022-23", "Grounds Master Plan 2023-24"]
    assert {"2022-23", "2023-24"} <= found.years
    assert [len(olders) for olders in found.before.values()] == [2]
    assert not earlier_plans(Store.in_memory(), Lexicon.of_plans())


def test_the_newest_is_meant_and_the_answer_says_so(engine: Engine) -> None:
    answer = engine.answer("Which actions are in the master plan?")

    assert [a.value for a in answer.answers] == ["Mend the roof at Mossford"]
    assert any("of earlier years" in n and "Grounds Master Plan 2023-24" in n for n in answer.notes)


def test_what_every_year_repeats_is_counted_once(engine: Engine) -> None:
    assert engine.answer("How many actions are there?").count == 1
    assert engine.answer("How many plans are there?").count == 1


def test_the_query_of_the_answer_gives_it_over_the_whole_store(engine: Engine) -> None:
    answer = engine.answer("Which actions are in the master plan?")
    rows = store_of("Mossford").select(answer.sparql)

    assert {str(v) for r in rows for v in r.values()} == {a.iri for a in answer.answers}


def test_a_year_that_is_named_is_asked(engine: Engine) -> None:
    assert values(engine, "Which actions are in the 2022-23 master plan?") == ["Dig a pond at Mossford"]


def test_all_years_are_asked_together_where_that_is_said(engine: Engine) -> None:
    assert engine.answer("How many actions are in all years' plans?").count == 4


def test_each_district_has_its_newest(tmp_path: Path) -> None:
    engine = engine_over(tmp_path, "Mossford", "Larkham")

    assert values(engine, "Which actions has Larkham?") == ["Mend the roof at Larkham"]
    both = engine.answer("Which actions are in the master plan?")
    assert sorted(a.value for a in both.answers) == ["Mend the roof at Larkham", "Mend the roof at Mossford"]
    assert any("names no district" in n and "Larkham School District" in n for n in both.notes)
    older = values(engine, "Which actions has Larkham in its 2022-23 master plan?")
    assert older == ["Dig a pond at Larkham"]
