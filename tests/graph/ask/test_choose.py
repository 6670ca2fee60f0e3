"""That of two ways between the same things, the one by which something is joined is taken."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

GRAPH = """
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix : <https://example.org/id/> .

:plan a gt:Plan ; rdfs:label "Lakeshore Blueprint" .
:staff a gt:StrategicDirection ; rdfs:label "STRONG CREWS" .
:boats a gt:Goal ; rdfs:label "Keep every boat afloat" ;
  gt:ofDirection :staff ; gt:goalType gt:strategic .
:ropes a gt:Goal ; rdfs:label "Teach every crew its ropes" ;
  gt:ofDirection :staff ; gt:goalType gt:strategic .
:state a gt:Goal ; rdfs:label "State goal on calm water" ; gt:goalType gt:statewide .
gt:strategic a gt:GoalType ; rdfs:label "strategic" .
gt:statewide a gt:GoalType ; rdfs:label "statewide" .
gt:longTerm a gt:Horizon ; rdfs:label "Long-term" .
gt:shortTerm a gt:Horizon ; rdfs:label "Short-term" .
:office a org:OrganizationalUnit ; rdfs:label "Harbour Office" .
:why a gt:Rationale ; rdfs:label "Calm crews sail far" .
:a1 a gt:Action ; rdfs:label "Paint the hulls" ; gt:underGoal :boats ;
  gt:supports :state ; gt:horizon gt:longTerm ;
  gt:leadResponsible :office .
:a2 a gt:Action ; rdfs:label "Test the pumps" ; gt:underGoal :boats ;
  gt:supports :state ; gt:horizon gt:shortTerm .
:a3 a gt:Action ; rdfs:label "Tie nine knots" ; gt:underGoal :ropes ;
  gt:supports :state ; gt:horizon gt:shortTerm .
"""


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("lake") / "lake.ttl"
    path.write_text(GRAPH)
    return Engine.open(load_graph(path), name="lake.ttl")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which strategic goal of Strong Crews has the most actions?", {"Keep every boat afloat"}),
        ("Which strategic goals have no long-term action?", {"Teach every crew its ropes"}),
    ],
)
def test_denies_and_counts_by_the_way_that_joins(lake: Engine, question: str, expected: set[str]) -> None:
    assert {i.value for i in lake.answer(question).answers} == expected


def test_the_plan_of_a_department_leaves_the_department_its_name(plans: Engine) -> None:
    links = plans.read("Which goals stand in the transport department's plan?").links

    assert "transport" in {m.text.split()[0] for m in links.things}


def test_a_question_word_within_a_title_asks_nothing(lake: Engine) -> None:
    asked = lake.read('Which strategic directions have no "why this work matters" text?').shape.asked

    assert "why" not in {a.role for a in asked}
