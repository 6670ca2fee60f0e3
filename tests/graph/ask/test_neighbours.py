"""Plain neighbours of what is often asked: contacts, directions, recipients, subjects in one word."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

HERE = Path(__file__).parent
ROUTES = "Draw new bus routes with the families of the hills"
BUSES = "Buy six quiet electric buses"
REPORT = "Bring a report to the Harbor Committee and Council of Elders"
MORE = """
:ana a gt:Contact ; rdfs:label "Ana Reyes" ; gt:contactFor :transportPlan ; gt:inPlan :transportPlan ;
  gt:ofUnit :transport ; schema:email "ana@example.org" ; schema:telephone "555-0101" ; gt:evidence :e20 .
:p1 a gt:Priority ; skos:notation "1" ; rdfs:label "Careful use of data by drivers" ;
  gt:inPlan :transportPlan ; gt:evidence :e20 .
:a8 a gt:Action ; rdfs:label "Log each delay" ; gt:inPlan :transportPlan ;
  gt:underPriority :p1 ; gt:evidence :e20 .
:m8 a gt:Metric ; rdfs:label "Share of days with a log" ; gt:measures :a8 ; gt:inPlan :transportPlan ;
  gt:evidence :e20 .
:a9 a gt:Action ; rdfs:label "Bring a report to the Harbor Committee and Council of Elders" ;
  gt:inPlan :plan ; gt:evidence :e12 .
:a10 a gt:Action ; rdfs:label "Invite the council of elders" ; gt:inPlan :plan ; gt:evidence :e12 .
:oak2 a schema:School ; rdfs:label "Oakdale Middle School" ; gt:level gt:high ; gt:evidence :e16 .
:d1 a gt:DataUsed ; rdfs:label "Counts of riders" ; gt:inPlan :transportPlan ; gt:evidence :e20 .
"""

FOUND = {
    "how do I contact the Transport Department": {"Ana Reyes", "ana@example.org", "555-0101"},
    "how can we get in touch with Transport?": {"Ana Reyes", "ana@example.org", "555-0101"},
    "where can I reach the transport department": {"Ana Reyes", "ana@example.org", "555-0101"},
    "contact details of the transport department": {"Ana Reyes", "ana@example.org", "555-0101"},
    "which schools does Elmwood feed": {"Oakdale High School"},
    "where does Elmwood Elementary feed?": {"Oakdale High School"},
    "which schools are fed by Elmwood": {"Oakdale High School"},
    "which action needs more money": {BUSES},
    "which step needs additional funding and is led by Transport?": {BUSES},
    "which actions concern families": {ROUTES},
    "actions dealing with families": {ROUTES},
    "steps that have to do with the hills": {ROUTES},
    "who leads the recommendation about buses": {"Transport"},
    "actions of the recommendation about buses": {BUSES, ROUTES},
    "which actions support the recommendation concerning teeth": set(),
    "what goes to the council of elders?": {REPORT},
    "what gets reported to the Harbor Committee": {REPORT},
    "which actions are brought before the council": {REPORT},
    "what sources were used for the needs": {"Counts of riders"},
    "what information did the transport department consider": {"Counts of riders"},
    "which metric stands under the priority about data": {"Share of days with a log"},
    "metrics under the priority about data": {"Share of days with a log"},
}


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return an engine over the small plan with a contact and a priority."""
    path = tmp_path_factory.mktemp("graph") / "more.ttl"
    path.write_text((HERE / "plan.ttl").read_text() + MORE)
    return Engine.open(load_graph(path))


@pytest.mark.parametrize("question", FOUND)
def test_just_what_is_meant_is_found(more: Engine, question: str) -> None:
    answer = more.answer(question)

    assert {i.value for i in answer.answers} == FOUND[question]


@pytest.mark.parametrize(
    "question",
    [
        "which schools does Oakdale High School feed",
        "how do I contact Library Services",
        "which action needs more money and is led by Library Services",
        "which actions concern submarines",
        "which metric stands under the priority about submarines",
        "how can we reach families",
        "what goes to the queen",
        "what is reported to the families of the valley",
    ],
)
def test_what_is_not_so_or_not_meant_is_not_answered_with_a_neighbour(more: Engine, question: str) -> None:
    assert not more.answer(question).answers


def test_what_is_said_of_every_one_is_asked_of_all(more: Engine) -> None:
    assert more.answer("is every Rising school an elementary school").boolean is True
    # "Elmwood school" is one school: nothing is said of all that are of its tier
    assert more.answer("is every Rising school an Elmwood school").boolean is not True


@pytest.mark.parametrize("question", ["Oakdale", "Oakdale?", "oakdale school"])
def test_a_name_of_several_things_alone_is_asked_back(more: Engine, question: str) -> None:
    answer = more.answer(question)

    assert answer.status == "ambiguous"
    assert "Oakdale High School or Oakdale Middle School" in answer.interpretation
