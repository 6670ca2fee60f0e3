"""What comes first, next or last: by time frames, years and numbers, and by nothing else."""

import pytest

from graph.ask.engine import Engine

EARLY = "Open a reading corner in each hallway (Short-term)"
LATE = "Let pupils vote on new books twice a term (Mid-term, Long-term)"
BUSES = "Buy six quiet electric buses (Mid-term)"

ENDS = {
    "What happens first under recommendation 1?": [EARLY],
    "Which of the actions of recommendation 1 comes last?": [LATE],
    "In what order are the actions of recommendation 1 done?": [EARLY, LATE],
    "Which comes first, the reading corner or the quiet electric buses?": [EARLY],
    "which is done earlier, the quiet electric buses or the reading corner": [EARLY],
}


@pytest.mark.parametrize("text", ENDS)
def test_the_nearer_time_frame_comes_first(plans: Engine, text: str) -> None:
    assert [i.value for i in plans.answer(text).answers] == ENDS[text]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Does the reading corner come before the quiet electric buses?", True),
        ("Are the quiet electric buses scheduled earlier than the reading corner?", False),
        ("does the purchase of quiet electric buses start later than the reading corner", True),
    ],
)
def test_one_before_the_other(plans: Engine, text: str, verdict: bool) -> None:
    answer = plans.answer(text)
    assert answer.boolean is verdict
    assert {i.value for i in answer.answers} == {EARLY, BUSES}


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Which recommendation comes after recommendation 1?", "Bring every"),
        ("what follows recommendation 2", "Look after"),
        ("What comes right before recommendation 3?", "Bring every"),
        ("Which recommendation comes first?", "Give every"),
    ],
)
def test_numbers_have_an_order(plans: Engine, text: str, begin: str) -> None:
    answer = plans.answer(text)
    assert [begin in i.value for i in answer.answers] == [True]
    assert "number" in answer.notes[0]


@pytest.mark.parametrize(
    "text", ["What comes after recommendation 3?", "What is the next step after the quiet electric buses?"]
)
def test_nothing_is_said_to_come_next(plans: Engine, text: str) -> None:
    answer = plans.answer(text)
    assert answer.status == "unanswerable"
    assert "comes after" in answer.notes[0]


def test_ties_are_named(plans: Engine) -> None:
    answer = plans.answer("What is done first, the quiet electric buses or the vote on new books?")
    assert {i.value for i in answer.answers} == {BUSES, LATE}


def test_where_pupils_go_next_is_no_order(plans: Engine) -> None:
    assert [i.value for i in plans.answer("Which school comes after Elmwood?").answers] == [
        "Oakdale High School"
    ]
