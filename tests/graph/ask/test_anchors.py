"""A record that is only described is found by its text and what it is linked with, or it is not claimed."""

import pytest

from graph.ask.anchors import Anchor
from graph.ask.engine import Engine


def values(engine: Engine, question: str) -> list[str]:
    return [i.value for i in engine.answer(question).answers]


def best(engine: Engine, question: str) -> Anchor | None:
    read = engine.read(question)
    return next(engine.decider.threads.anchors.of(read, frozenset()), None)


def test_a_record_is_found_by_words_beside_it(plans: Engine) -> None:
    anchor = best(plans, "the six quiet buses of Transport")
    assert anchor is not None
    assert plans.index.entities[anchor.found.rows[0].value].label == "Buy six quiet electric buses"


@pytest.mark.parametrize(
    "question",
    [
        "Those quiet electric buses: whose job is it, and in which years?",
        "When we speak of quiet electric buses, who gets them, and in what years?",
        "quiet electric buses - owners / horizon",
    ],
)
def test_parts_without_a_noun_are_stations(plans: Engine, question: str) -> None:
    assert {"Transport", "Mid-term"} <= set(values(plans, question))


def test_owners_are_all_who_are_responsible(plans: Engine) -> None:
    leads = values(plans, "New bus routes for the hills - lead, horizon")
    owners = values(plans, "New bus routes for the hills - owners, horizon")
    assert set(leads) <= set(owners)


@pytest.mark.parametrize(
    "question",
    [
        "The quiet helicopters: who flies them, and in which years?",
        "Reading robots: owners, horizon, goal",
        "The quiet electric buses of Springfield: whose job is it, and in which years?",
    ],
)
def test_what_no_plan_speaks_of_is_not_claimed(plans: Engine, question: str) -> None:
    assert plans.answer(question).status != "answered"


def test_a_part_that_nothing_joins_is_described_by_the_words_of_all(plans: Engine) -> None:
    found = values(plans, "Delay of each bus is measured: what does the action say, and who does it?")
    assert found[0] == "Draw new bus routes with the families of the hills"


def test_the_whole_answers_for_its_part_only_where_nothing_else_does(plans: Engine) -> None:
    anchor = best(plans, "quiet electric buses")
    assert anchor is not None
    assert plans.decider.threads.whole(anchor.found) is None


def test_a_part_that_points_back_is_not_answered_where_nothing_was_found(plans: Engine) -> None:
    answer = plans.answer("Which action is about rockets, and which recommendation supports them?")
    assert answer.status != "answered"


def test_what_comes_of_what_no_plan_speaks_of_is_not_told(plans: Engine) -> None:
    assert plans.answer("Suppose the helicopters come. What comes of it?").status != "answered"
