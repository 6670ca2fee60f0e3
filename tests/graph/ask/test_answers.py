"""What the engine answers over the small plan, by kinds of question."""

import json

import pytest

from graph.ask.engine import Engine

LISTS = {
    "Which actions support recommendation 1?": {
        "Open a reading corner in each hallway",
        "Let pupils vote on new books twice a term",
    },
    "rec 1 actions??": {
        "Open a reading corner in each hallway",
        "Let pupils vote on new books twice a term",
    },
    "Which actions are mid-term only?": {"Buy six quiet electric buses"},
    "Who leads the electric buses?": {"Transport"},
    "When will the reading corner open?": {"Short-term"},
    "Which unit leads the most actions?": {"Library Services", "Transport"},
    "Which schools have no program?": {"Elmwood Elementary", "Oakdale High School"},
    "Which elementary schools are Rising schools?": {"Elmwood Elementary", "Pinecrest Elementary"},
    "Which actions need additional resources?": {"Buy six quiet electric buses"},
    "What point range defines the Rising tier?": {"6-9"},
    "What does HVRL stand for?": {"Harbor Valley Reading League"},
    "What happens if drivers are trained in first aid?": {
        "pupils travel calmly and are cared for on the road",
        "shorten the delays of the morning",
    },
}


@pytest.mark.parametrize("question", LISTS)
def test_finds_exactly_what_is_asked(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "answered"
    assert {item.value for item in answer.answers} == LISTS[question]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Is Pinecrest a Rising school?", True), ("Is Oakdale a Rising school?", False)],
)
def test_says_yes_or_no_with_what_decides_it(plans: Engine, question: str, expected: bool) -> None:
    answer = plans.answer(question)

    assert answer.boolean is expected
    assert answer.answers


def test_shows_what_is_true_instead_of_what_was_asked(plans: Engine) -> None:
    answer = plans.answer("Is Oakdale a Rising school?")

    assert [item.value for item in answer.answers] == ["STEADY"]


def test_counts(plans: Engine) -> None:
    assert plans.answer("How many actions does Transport lead?").count == 2


def test_counts_for_each_group(plans: Engine) -> None:
    answer = plans.answer("How many actions per unit?")

    assert "Library Services: 2 actions" in {item.value for item in answer.answers}


def test_compares_two_counts(plans: Engine) -> None:
    answer = plans.answer("Are there more Rising schools than Steady schools?")

    assert (answer.kind, answer.boolean) == ("compare", True)
    assert [item.value for item in answer.answers] == ["RISING: 2 schools", "STEADY: 1 school"]


def test_keeps_section_and_stated_apart(plans: Engine) -> None:
    answer = plans.answer("Which actions support recommendation 1?")

    assert {item.value: item.basis for item in answer.answers} == {
        "Open a reading corner in each hallway": "section",
        "Let pupils vote on new books twice a term": "stated",
    }
    assert any("section" in note for note in answer.notes)


def test_says_that_a_number_has_two_meanings(plans: Engine) -> None:
    notes = plans.answer("Which actions support recommendation 2?").notes

    assert any("stands for several things" in note for note in notes)
    assert any("number 3 here and 2 there" in note for note in notes)


def test_mends_a_slip_and_says_so(plans: Engine) -> None:
    answer = plans.answer("Which actions support recomendation 1?")

    assert len(answer.answers) == 2
    assert any("recomendation" in note for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "Which actions support recommendation 9?",
        "What is the budget of recommendation 1?",
        "What does NASA stand for?",
        "What tier was Pinecrest in 2012-13?",
        "How much money does Transport have?",
        "Which school will host the Danish program?",
        "Who is Transport?",
        "",
    ],
)
def test_refuses_what_the_plan_does_not_say(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "unanswerable"
    assert answer.notes


def test_says_what_exists_instead_of_a_missing_number(plans: Engine) -> None:
    assert "1, 2, 3" in plans.answer("Which actions support recommendation 9?").notes[0]


def test_every_item_is_cited(plans: Engine) -> None:
    for question in LISTS:
        assert all(item.evidence for item in plans.answer(question).answers)


def test_is_the_same_every_time(plans: Engine) -> None:
    bodies = [plans.answer(q).as_json() | {"seconds": 0} for q in LISTS for _ in range(2)]

    assert [json.dumps(b) for b in bodies[::2]] == [json.dumps(b) for b in bodies[1::2]]


def test_who_leads_an_action_is_cited_where_the_action_stands(plans: Engine) -> None:
    answer = plans.answer("Who leads drawing new bus routes with the families of the hills?")

    assert [a.value for a in answer.answers] == ["Transport"]
    assert answer.answers[0].evidence[0].start_line == 11


def test_one_word_in_a_text_behind_a_thing_is_no_description_of_it(plans: Engine) -> None:
    answer = plans.answer("Who voted on the plan?")

    assert answer.status == "unanswerable"
    assert answer.answers == ()


def test_having_none_means_none_by_any_direct_way(plans: Engine) -> None:
    whole = plans.answer("Which actions have no unit?")

    assert "leadResponsible" in whole.sparql
    assert whole.sparql.count("NOT EXISTS") >= 3


def test_a_verb_made_a_noun_is_a_matter_to_ask_about(plans: Engine) -> None:
    question = plans.read("Which actions are about attendance?")

    assert question.weights[4] > question.weights[1] / 4
    assert 4 not in question.light


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Is Elmwood a feeder to Oakdale High School?", True),
        ("Is Oakdale High School a feeder to Elmwood?", False),
    ],
)
def test_a_feeder_pattern_has_a_direction(plans: Engine, question: str, expected: bool) -> None:
    assert plans.answer(question).boolean is expected


def test_says_which_resources_are_needed_and_not_just_that_some_are(plans: Engine) -> None:
    answer = plans.answer("What additional resources does the action on electric buses need?")

    assert [i.value for i in answer.answers] == ["Yes - paid from the clean air grant"]
