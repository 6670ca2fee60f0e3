"""That what was only computed, or is only proposed, is never passed off as stated."""

import pytest

from graph.ask.engine import Engine
from graph.ask.grounds import Ground, weaker


def test_a_computed_link_gives_a_computed_answer(plans: Engine) -> None:
    answer = plans.answer("Which schools does Pinecrest Elementary feed into?")

    assert {(i.value, i.basis, i.confidence) for i in answer.answers} == {
        ("Oakdale High School", "inferred", 0.4),
        ("Elmwood Elementary", "inferred", 0.3),
    }
    assert any("inferred" in note for note in answer.notes)


def test_a_proposed_link_is_said_to_be_one(plans: Engine) -> None:
    notes = plans.answer("Which schools does Pinecrest Elementary feed into?").notes

    assert [n for n in notes if "only propose" in n and "Oakdale" in n and "Elmwood" not in n]


def test_what_is_stated_keeps_back_what_was_computed(plans: Engine) -> None:
    answer = plans.answer("Which schools feed into Oakdale High School?")

    assert [(i.value, i.basis) for i in answer.answers] == [("Elmwood Elementary", "stated")]
    assert any("Computed" in note and "Pinecrest" in note for note in answer.notes)


@pytest.mark.parametrize("other", [Ground("section"), Ground("inferred", 0.2, proposed=True)])
def test_two_grounds_together_are_as_weak_as_the_weaker(other: Ground) -> None:
    both = weaker(Ground("stated", 0.9), other)

    assert (both.basis, both.confidence, both.proposed) == (
        other.basis,
        min(0.9, other.confidence),
        other.proposed,
    )
    assert weaker(other, Ground("stated", 0.9)).basis == both.basis
