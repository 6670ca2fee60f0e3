"""A name of several things leaves open what is asked, and is asked back; one that gives anything is taken."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

HERE = Path(__file__).parent
TWIN = """
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix : <https://example.org/id/> .
:low a schema:School ; rdfs:label "Larkfield Elementary" ; gt:level gt:elementary ; gt:evidence :e16 .
:upper a schema:School ; rdfs:label "Larkfield High School" ; gt:level gt:high ; gt:evidence :e16 .
:t8 a gt:TierAssignment ; gt:atSchool :low ; gt:tier :rising ; gt:schoolYear "2018-19" ; gt:evidence :e18 .
:t9 a gt:TierAssignment ; gt:atSchool :upper ; gt:tier :steady ; gt:schoolYear "2018-19" ; gt:evidence :e18 .
:o9 a gt:ProgramOffering ; gt:atSchool :upper ; gt:ofProgram :music ;
  gt:status gt:existing ; gt:evidence :e19 .
"""


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return an engine over the small plan with two schools of one name."""
    path = tmp_path_factory.mktemp("twins") / "plan.ttl"
    path.write_text((HERE / "plan.ttl").read_text(encoding="utf-8") + TWIN, encoding="utf-8")
    return Engine.open(load_graph(path))


@pytest.mark.parametrize(
    "question",
    ["Which tier is Larkfield in?", "larkfield tier", "Is Larkfield a Rising school?", "tier of Larkfield"],
)
def test_a_name_of_two_schools_is_asked_back(twins: Engine, question: str) -> None:
    answer = twins.answer(question)

    assert answer.status == "ambiguous"
    assert not answer.answers
    assert answer.boolean is None
    assert {a.question for a in answer.alternatives}.isdisjoint({question})
    assert all(twins.answer(a.question).status == "answered" for a in answer.alternatives)
    assert {"Elementary" in a.question for a in answer.alternatives} == {True, False}


def test_the_one_that_gives_anything_is_taken_and_the_other_named(twins: Engine) -> None:
    answer = twins.answer("Which program is at Larkfield?")

    assert [i.value for i in answer.answers] == ["Music Academy"]
    assert "Larkfield High School" in answer.notes[0]
    assert [a.question for a in answer.alternatives] == ["Which program is at Larkfield Elementary?"]


def test_what_is_so_of_either_needs_no_question_back(twins: Engine) -> None:
    answer = twins.answer("What school year is the tier of Larkfield from?")

    assert [i.value for i in answer.answers] == ["2018-19"]


@pytest.mark.parametrize(
    "question", ["Which tier are the Larkfield schools in?", "Which tiers are both Larkfields in?"]
)
def test_all_of_a_name_are_answered_together(twins: Engine, question: str) -> None:
    assert {i.value for i in twins.answer(question).answers} == {"STEADY", "RISING"}


def test_what_is_so_of_one_is_not_so_of_both(twins: Engine) -> None:
    assert twins.answer("Are both Larkfield schools in the Rising tier?").boolean is False


@pytest.mark.parametrize("question", ["What is priority 1?", "priority 2"])
def test_a_number_of_two_plans_is_asked_back(departments: Engine, question: str) -> None:
    answer = departments.answer(question)
    found = [departments.answer(a.question) for a in answer.alternatives]

    assert answer.status == "ambiguous"
    assert [f.status for f in found] == ["answered", "answered"]
    assert len({f.answers[0].value for f in found}) == 2


def test_a_number_that_gives_something_in_one_plan_is_of_that_plan(departments: Engine) -> None:
    answer = departments.answer("Which actions stand under priority 2?")

    assert [i.value for i in answer.answers] == ["Paint the bus stops yellow"]
    assert "Transport Office" in answer.notes[0]


def test_plans_are_listed_by_a_number_that_they_share(departments: Engine) -> None:
    answer = departments.answer("Which plans have a priority 1?")

    assert answer.status == "answered"
    assert len(answer.answers) == 2
