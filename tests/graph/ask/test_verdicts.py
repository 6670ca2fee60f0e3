"""That neither yes nor no is said where nothing was compared, and that no other kind of thing is given."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "Is Pinecrest crowded?",
        "Is Oakdale a private school?",
        "How many books does Library Services own?",
        "Which pilots are leading the electric buses?",
    ],
)
def test_declines_what_the_plans_do_not_say(plans: Engine, question: str) -> None:
    assert plans.answer(question).status in ("unanswerable", "empty")


def test_a_no_rests_on_what_the_thing_itself_has(plans: Engine) -> None:
    answer = plans.answer("Is Elmwood a Steady school?")

    assert answer.boolean is False
    assert [i.value for i in answer.answers] == ["RISING"]


def test_of_nothing_not_everything_is_said(plans: Engine) -> None:
    answer = plans.answer("Are all actions led by Nursing short-term?")

    assert (answer.status, answer.boolean) == ("unanswerable", None)


def test_all_is_said_where_there_are_some(plans: Engine) -> None:
    assert plans.answer("Are all actions led by Transport long-term?").boolean is False
    assert plans.answer("Are all elementary schools in a tier?").boolean is True
    assert plans.answer("Do all actions have a metric?").boolean is False


def test_who_leads_nothing_leads_none(plans: Engine) -> None:
    answer = plans.answer("How many actions does Nursing lead?")

    assert (answer.status, answer.count) == ("empty", 0)
    assert "Nursing: 1." in answer.notes[0]


def test_a_count_says_what_of_it_is_computed(plans: Engine) -> None:
    answer = plans.answer("How many schools does Pinecrest feed into?")

    assert answer.count == 2
    assert any(n.startswith("Of the 2 counted, 2 are computed") for n in answer.notes)


def test_a_yes_takes_account_of_every_noun(plans: Engine) -> None:
    assert plans.answer("Does Pinecrest offer the Music Academy?").boolean is True
    assert plans.answer("Does Pinecrest have room in the Music Academy?").boolean is None


@pytest.mark.parametrize(
    "question",
    [
        "Does Pinecrest have room in its Music Academy?",
        "Is Pinecrest in a bigger building than Oakdale?",
        "Does Pinecrest have more than two programs?",
    ],
)
def test_says_neither_yes_nor_no_where_a_noun_or_a_measure_is_left(plans: Engine, question: str) -> None:
    assert plans.answer(question).boolean is None


def test_counts_nothing_that_only_stands_in_a_plan(plans: Engine) -> None:
    assert plans.answer("How many items are there in the Harbor Valley Blueprint?").status == "unanswerable"


def test_nothing_found_by_way_of_a_plan_is_no_none(plans: Engine) -> None:
    answer = plans.answer("How many nurses does Pinecrest have?")
    assert answer.count is None
    assert plans.answer("Which schools does Nursing have?").status == "unanswerable"


def test_what_is_done_to_a_thing_is_not_counted(plans: Engine) -> None:
    assert plans.answer("How many drivers liked the actions?").count is None


def test_what_is_there_is_not_said_to_be_given_up(plans: Engine) -> None:
    assert plans.answer("Is Pinecrest giving up its Music Academy?").status != "answered"
    assert plans.answer("Does Pinecrest offer the Music Academy?").boolean is True
