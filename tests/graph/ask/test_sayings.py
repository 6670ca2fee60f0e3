"""What texts must say word for word, who is in a list, and names in capitals."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

HERE = Path(__file__).parent
ROUTES = "Draw new bus routes with the families of the hills"
BUSES = "Buy six quiet electric buses"
MORE = """
:o2 a gt:ProgramOffering ; gt:atSchool :oak ; gt:ofProgram :music ; gt:status gt:proposed ; gt:evidence :e19 .
:it a org:OrganizationalUnit ; rdfs:label "ITS" ; gt:evidence :e4 .
:a9 a gt:Action ; rdfs:label "Lend tablets and chargers for buses and trains" ;
    gt:inPlan :plan ; gt:evidence :e20 ;
    gt:responsible :it ; gt:leadResponsible :it ; gt:resourceNote "No - paid out of a library grant" .
"""

SAID = {
    "which actions mention families?": {ROUTES},
    "actions that speak of buses": {BUSES, ROUTES, "Lend tablets and chargers for buses and trains"},
    "every action with the word bus in it": {BUSES, ROUTES, "Lend tablets and chargers for buses and trains"},
    "Which steps in the Harbor Valley Blueprint talk about electric buses in so many words?": {BUSES},
    "long-term actions that name the hills": {ROUTES},
    "which steps refer to trains": {"Lend tablets and chargers for buses and trains"},
    "actions paid by grants, wholly or partly": {BUSES, "Lend tablets and chargers for buses and trains"},
    "which steps get library grant money": {"Lend tablets and chargers for buses and trains"},
    "rising list": {"Pinecrest Elementary", "Elmwood Elementary"},
    "who is in the steady tier": {"Oakdale High School"},
    "steady tier members": {"Oakdale High School"},
    "ITS - our actions?": {"Lend tablets and chargers for buses and trains"},
    "Which schools are only suggested for the music academy?": {"Oakdale High School"},
    "schools where the music academy is planned but not there yet": {"Oakdale High School"},
    "existing music academy schools": {"Pinecrest Elementary"},
    "which schools in the neediest group, Rising, have the music academy": {"Pinecrest Elementary"},
}


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return an engine over the small plan with a proposed program and a unit called by letters."""
    path = tmp_path_factory.mktemp("graph") / "more.ttl"
    path.write_text((HERE / "plan.ttl").read_text() + MORE)
    return Engine.open(load_graph(path))


@pytest.mark.parametrize("question", SAID)
def test_lists_hold_all_that_is_meant_and_nothing_else(more: Engine, question: str) -> None:
    answer = more.answer(question)

    assert answer.status == "answered"
    assert {item.value for item in answer.answers} == SAID[question]


@pytest.mark.parametrize(
    "question",
    [
        "which actions mention submarines",
        "which steps are paid for by bonds",
        "actions that speak of electric submarines",
    ],
)
def test_what_no_text_says_is_not_listed(more: Engine, question: str) -> None:
    assert not more.answer(question).answers


def test_how_many_texts_say_a_word_is_counted(more: Engine) -> None:
    assert more.answer("How many actions mention buses?").count == 3


BESIDE = {
    "the last recommendation of the Harbor Valley Blueprint": {
        "Look after the teeth, eyes and ears of the youngest pupils in their own classrooms"
    },
    "rec 2, buses on time - all actions": {BUSES, ROUTES},
    "recommendation 2, the punctual buses one: actions": {BUSES, ROUTES},
    "recommendation 1: what does it include": {
        "Open a reading corner in each hallway",
        "Let pupils vote on new books twice a term",
    },
    "what is in the recommendation about warm places to read": {
        "Open a reading corner in each hallway",
        "Let pupils vote on new books twice a term",
    },
}


@pytest.mark.parametrize("question", BESIDE)
def test_words_beside_a_number_tell_which_thing_is_meant(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "answered"
    assert {item.value for item in answer.answers} == BESIDE[question]


def test_words_that_describe_another_thing_are_not_passed_over(plans: Engine) -> None:
    assert not plans.answer("rec 1, electric submarines - all actions").answers
