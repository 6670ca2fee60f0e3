"""That plans are told by their age, by their year and by the numbers of what stands in them."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("What is the oldest department plan?", "Reading Office Department Plan 2019-20"),
        ("Which of the department plans is the most recent?", "Transport Office Department Plan 2022-23"),
        ("Which plan is the oldest?", "Harbor Compass"),
        ("Which is the second oldest department plan?", "Transport Office Department Plan 2022-23"),
        ("newest department plan", "Transport Office Department Plan 2022-23"),
    ],
)
def test_names_the_plan_of_an_age(departments: Engine, question: str, plan: str) -> None:
    assert [i.value for i in departments.answer(question).answers] == [plan]


def test_asks_of_a_plan_that_is_told_by_its_age(departments: Engine) -> None:
    answer = departments.answer("Which priorities are in the oldest department plan?")

    assert {i.value for i in answer.answers} == {"Books in every room", "Quiet corners"}


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("When was the Harbor Compass published?", ["May 2018"]),
        ("What year is the Harbor Compass from?", ["May 2018"]),
        ("Which school year is the Reading Office plan for?", ["2019-20"]),
        ("When was the Roof Plan revised?", ["2009"]),
        ("What years does the Roof Plan cover?", ["2004-14", "2009"]),
    ],
)
def test_says_when_a_plan_is_from(departments: Engine, question: str, when: list[str]) -> None:
    answer = departments.answer(question)

    assert sorted(i.value for i in answer.answers) == sorted(when)
    assert all(i.evidence for i in answer.answers)


def test_says_no_date_of_what_happens_to_a_plan(departments: Engine) -> None:
    assert departments.answer("When did the council approve the Harbor Compass?").status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "What is priority 2 of the Transport Office?",
        "Transport Office plan, priority 2",
        "the Transport Office's priority 2",
    ],
)
def test_a_number_is_that_of_the_department_beside_it(departments: Engine, question: str) -> None:
    assert [i.value for i in departments.answer(question).answers] == ["Safe stops"]


def test_a_number_that_a_plan_has_not_is_missing_there(departments: Engine) -> None:
    answer = departments.answer("What is priority 3 of the Reading Office?")

    assert answer.status == "unanswerable"
    assert "Reading Office" in answer.notes[0]
    assert "there are 1, 2" in answer.notes[0]


@pytest.mark.parametrize(
    "question",
    [
        "What are the priorities in the 2017-18 plan of the Reading Office?",
        "How is the 2022-23 plan of the Reading Office measured?",
    ],
)
def test_a_plan_of_another_year_is_said_not_to_be_there(departments: Engine, question: str) -> None:
    answer = departments.answer(question)

    assert answer.status == "unanswerable"
    assert "Reading Office Department Plan 2019-20" in answer.notes[0]
