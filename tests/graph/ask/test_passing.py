"""What a text only mentions is not said of it; more of something is said only by what says so; kinds stay."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "Will we buy more electric buses?",
        "Are there to be additional quiet buses?",
    ],
)
def test_that_something_is_done_is_no_yes_to_more_of_it(plans: Engine, question: str) -> None:
    assert plans.answer(question).boolean is None


def test_that_something_is_done_is_a_yes_without_more(plans: Engine) -> None:
    assert plans.answer("Will we buy quiet electric buses?").boolean is True


def test_a_kind_said_after_another_is_not_dropped(plans: Engine) -> None:
    assert plans.answer("Are any Rising schools high schools?").boolean is False
    assert plans.answer("Are all Rising schools elementary schools?").boolean is True
    assert plans.answer("Are all Steady schools elementary schools?").boolean is False


@pytest.mark.parametrize(
    "verb", ["deals with", "is about", "covers", "addresses", "is concerned with", "concerns"]
)
def test_verbs_lead_to_a_subject(plans: Engine, verb: str) -> None:
    answer = plans.answer(f"Which recommendation {verb} buses?")

    assert [i.value[:30] for i in answer.answers] == ["Bring every pupil to class on "]


def test_what_a_number_names_is_no_description(plans: Engine) -> None:
    assert plans.answer("Which actions support both recommendation 1 and 2?").status == "empty"


def test_when_it_is_due_is_not_answered_with_all_times(plans: Engine) -> None:
    assert plans.answer("When is it due?").status == "unanswerable"


@pytest.mark.parametrize("question", ["When does the school year start?", "When does school begin?"])
def test_the_calendar_is_not_told_by_a_year(plans: Engine, question: str) -> None:
    assert plans.answer(question).status == "unanswerable"
