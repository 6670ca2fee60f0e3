"""What two plans say alike, in a graph of two plans with two texts each."""

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

PLANS = """
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/id/> .
gt:departmentPlan a gt:PlanType ; rdfs:label "department plan" .
:parks a org:OrganizationalUnit ; rdfs:label "Parks" ; gt:evidence :e1 .
:pools a org:OrganizationalUnit ; rdfs:label "Pools" ; gt:evidence :e1 .
:one a gt:Plan ; rdfs:label "Parks Department Plan 2021-22" ; gt:schoolYear "2021-22" ; gt:ofUnit :parks ;
  gt:planType gt:departmentPlan ; gt:evidence :e1 .
:two a gt:Plan ; rdfs:label "Pools Department Plan 2021-22" ; gt:schoolYear "2021-22" ; gt:ofUnit :pools ;
  gt:planType gt:departmentPlan ; gt:evidence :e1 .
:l1 a gt:PriorLearning ; rdfs:label "A challenge: lost keys of gates" ; gt:inPlan :one ; gt:evidence :e1 .
:l2 a gt:PriorLearning ; rdfs:label "A success was the new lawn" ; gt:inPlan :one ; gt:evidence :e1 .
:l3 a gt:PriorLearning ; rdfs:label "We struggled: lost keys of gates" ; gt:inPlan :two ; gt:evidence :e1 .
:l4 a gt:PriorLearning ; rdfs:label "Swimmers praised warm water" ; gt:inPlan :two ; gt:evidence :e1 .
:e1 a gt:Evidence ; gt:document "plans.txt" ; gt:startLine 1 ; gt:endLine 1 ; gt:quote "what stands there" .
"""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("pair") / "pair.ttl"
    path.write_text(PLANS, encoding="utf-8")
    return Engine.open(load_graph(path))


@pytest.mark.parametrize(
    "text",
    [
        "What difficulty do the Parks plan and the Pools plan share?",
        "Which challenge do both 2021-22 plans report?",
        "Do the Parks plan and the Pools plan report the same obstacle?",
    ],
)
def test_the_difficulty_of_both(pair: Engine, text: str) -> None:
    answer = pair.answer(text)
    assert len(answer.answers) == 2
    assert all("keys" in item.value for item in answer.answers)


def test_what_they_do_not_share(pair: Engine) -> None:
    alike = "said alike"
    assert alike not in pair.answer("What success do both 2021-22 plans share?").interpretation
    assert alike not in pair.answer("Do both 2021-22 plans name the lawn as a difficulty?").interpretation
