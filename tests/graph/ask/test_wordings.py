"""The same question in many wordings: fragments, spelling, chaff, descriptions, and what is not claimed."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Language
from graph.ask.tokens import stem, stems, tokenise

HERE = Path(__file__).parent
CORNER = {"Open a reading corner in each hallway"}
BOOKS = {"Let pupils vote on new books twice a term"}
ROUTES = {"Draw new bus routes with the families of the hills"}

SAID = {
    "schools without any program": {"Elmwood Elementary", "Oakdale High School"},
    "every action under the second recommendation, please": {
        "Buy six quiet electric buses",
        "Draw new bus routes with the families of the hills",
    },
    "As a driver I would like to know which actions are marked short-term": CORNER,
    "Transport actions marked long-term and nothing else": ROUTES,
    "which actions don't need more money": ROUTES,
    "quiet electric buses - owner?": {"Transport"},
    "HVRL = ?": {"Harbor Valley Reading League"},
    "actions marked mid-term and long-term as well": {"Let pupils vote on new books twice a term"},
    "What is the district actually doing for recommendation 2, all the actions": {
        "Buy six quiet electric buses",
        "Draw new bus routes with the families of the hills",
    },
    "State the first recommendation of the Harbor Valley Blueprint": {
        "Give every pupil a warm place to read, with books chosen by the pupils themselves"
    },
    "Which actions fall under the recommendation about warm places to read?": CORNER | BOOKS,
}


@pytest.mark.parametrize("question", SAID)
def test_answers_in_many_wordings(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "answered"
    assert {item.value for item in answer.answers} == SAID[question]


def test_what_has_none_of_a_thing_is_told_from_what_has(plans: Engine) -> None:
    answer = plans.answer("recommendations with zero actions")

    assert [i.value[:30] for i in answer.answers] == ["Look after the teeth, eyes and"]


@pytest.mark.parametrize(
    "question",
    [
        "What does Pinecrest mean?",
        "Danish music - which school?",
        "Which schools have no swimming pool?",
        "Whom do I phone about the Transport plan?",
        "In full, what is the HVXL office called?",
        "a",
        "Which Danish music academy is there?",
        "When did the buses arrive?",
        "Which recommendation matters?",
        "What school year does the 2018-19 blueprint have?",
        "Are there more actions in the blueprint than in the rail company's plan?",
        "fewer actions under recommendation 1 than in the rail plan?",
        "schools with more than three programs",
    ],
)
def test_says_nothing_where_only_words_are_repeated(plans: Engine, question: str) -> None:
    assert plans.answer(question).status != "answered"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"),
        ("programmes", "programs"),
        ("neighbouring", "neighboring"),
        ("staffing", "staff"),
        ("5 percent", "5%"),
    ],
)
def test_spellings_of_one_word_are_one_word(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_what_people_say_of_themselves_is_no_part_of_the_question() -> None:
    language = Language.english()
    left = language.without_courtesy(tokenise("For our grant application could you please list the buses?"))

    assert [t.text for t in left] == ["list", "the", "buses"]


def test_a_verb_is_no_noun_of_a_kind(plans: Engine) -> None:
    links = plans.read("Which actions do not plan for buses?").links

    assert [plans.read("x").words, [c.start for c in links.classes]][1] == [1]
    assert stem("plan") in plans.read("Which plan is it?").words


def test_first_for_each_is_no_number(plans: Engine) -> None:
    question = plans.read("Who is written down first for each action of the blueprint?")

    assert not [m for m in question.links.things if m.options[0].how == "number"]


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("Which unit leads the most mid-term actions in the blueprint?", {"Library", "Transpo"}),
        ("Which unit leads the most short-term actions?", {"Library"}),
        ("Which recommendation has the most long-term actions?", {"Give ev", "Bring e"}),
        ("recommendation with the most actions marked short-term", {"Give ev"}),
    ],
)
def test_the_most_counts_what_the_words_say_of_it(plans: Engine, question: str, most: set[str]) -> None:
    answer = plans.answer(question)

    assert {i.value[:7] for i in answer.answers} == most


def test_a_superlative_that_finds_nothing_is_no_finding(plans: Engine) -> None:
    assert plans.answer("Which tier has the most nurses?").status == "unanswerable"


GOAL = """
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/id/> .
:goal a gt:Goal ; rdfs:label "Every pupil can sail" ; skos:notation "1" ; gt:inPlan :plan ; gt:evidence :e5 ;
  gt:audience "Grades 7 and 8" .
"""


def test_a_bare_number_asks_for_the_thing_and_not_for_a_part_of_it(tmp_path: Path) -> None:
    plan = (HERE / "plan.ttl").read_text(encoding="utf-8")
    (tmp_path / "goal.ttl").write_text(plan + GOAL, encoding="utf-8")
    answer = Engine.open(load_graph(tmp_path / "goal.ttl")).answer("goal 1")

    assert [i.value for i in answer.answers] == ["Every pupil can sail"]
