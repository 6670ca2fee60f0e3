"""Questions with several parts about one thing are answered station by station."""

import pytest

from graph.ask.engine import Engine


def values(engine: Engine, question: str) -> list[str]:
    return [i.value for i in engine.answer(question).answers]


@pytest.mark.parametrize(
    "question",
    [
        "Quiet electric buses: which recommendation, who leads it, and when?",
        "quiet electric buses - recommendation, owner, timing",
        "The purchase of quiet electric buses belongs to which recommendation, which unit and which horizon?",
    ],
)
def test_every_part_is_a_station_of_its_own(plans: Engine, question: str) -> None:
    found = values(plans, question)
    assert any(v.startswith("Recommendation 2: Bring every pupil to class") for v in found)
    assert {"Transport", "Mid-term"} <= set(found)


def test_what_names_the_thing_itself(plans: Engine) -> None:
    found = values(plans, "Reading corner - what, who, when")
    assert found == ["Open a reading corner in each hallway", "Library Services", "Short-term"]


def test_a_station_on_the_way_is_shown_in_its_place(plans: Engine) -> None:
    found = values(
        plans, "The metric on minutes of delay of each bus: trace it up to the recommendation and the unit."
    )
    assert found[0] == "Draw new bus routes with the families of the hills"
    assert found[1].startswith("Recommendation 2:")
    assert found[2] == "Transport"


def test_a_unit_is_cited_where_the_described_action_stands(plans: Engine) -> None:
    answer = plans.answer("Reading corner - what, who, when")
    assert answer.answers[1].evidence[0].start_line == 8


def test_parts_that_nothing_answers_are_not_made_up(plans: Engine) -> None:
    assert plans.answer("Quiet electric buses: which tier, and which theory of action?").status != "answered"


def test_two_nouns_for_one_kind_are_one_part(plans: Engine) -> None:
    found = values(plans, "Which divisions and departments are responsible for recommendation 1?")
    assert sorted(found) == ["Library Services", "Nursing"]


def test_parts_that_are_given_are_answered_and_the_others_named(plans: Engine) -> None:
    answer = plans.answer("Reading corner in each hallway: who leads it, when, and which metric?")
    assert [i.value for i in answer.answers] == ["Library Services", "Short-term"]
    assert answer.notes[0] == "The plans give no metric for “Open a reading corner in each hallway”."


def test_who_leads_is_not_who_shares(plans: Engine) -> None:
    assert values(plans, "Vote on new books twice a term: who leads it, and when?")[0] == "Library Services"
    assert "Nursing" not in values(plans, "Vote on new books twice a term: who leads it, and when?")
