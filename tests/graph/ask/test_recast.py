"""Questions put another way: a tag, a topic in front, a sum, a rival, something set aside."""

from typing import Any

import pytest

from graph.ask.engine import Engine
from graph.ask.lexicon import load_data
from graph.ask.recast import Recasting

RULES: list[dict[str, Any]] = load_data("recast.yaml")["rules"]
LONGEST = 112  # characters of a piece of a rule: what is longer can no longer be read

PLAIN = {
    "Elmwood is a Rising school, right?": "is it true that Elmwood is a Rising school?",
    "My cousin swears that Oakdale is Steady. Is that so?": "is it true that Oakdale is Steady?",
    "does Nursing run the buses, y/n": "does Nursing run the buses?",
    "Pinecrest - does it offer music?": "does Pinecrest offer music?",
    "Kindly confirm that Oakdale is Steady": "is it true that Oakdale is Steady",
    "# of steps, goal 3": "how many steps, goal 3",
    "How big is the list of Rising schools?": "how many Rising schools are there?",
    "steps for Transport: count?": "how many steps for Transport?",
    "Add up the Rising and Steady schools: how many?": "how many Rising or Steady schools?",
    "Which unit heads more of the steps than anyone else?": "Which unit heads the most steps?",
    "whos heading the most steps (team)": "which team is heading the most steps?",
    "Between Nursing and Transport, who leads more steps?": "who leads more steps, Nursing or Transport?",
    "Who leads more steps, is it Nursing over Transport?": "does Nursing leads more steps than Transport?",
    "Leave out the long ones: what does Nursing lead?": "what does Nursing lead, not long?",
    "Does the Transport form actually give a budget figure?": "is there any budget in the Transport form?",
    "Has every step got at least one metric?": "does every step have a metric?",
}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_for_a_roundabout_question(text: str) -> None:
    assert Recasting.english().of(text) == PLAIN[text]


@pytest.mark.parametrize("text", PLAIN.values())
def test_a_plain_question_is_left_alone(text: str) -> None:
    assert Recasting.english().of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "For our report, is it steady?",
        "If it rains, does it flood?",
        "What is right?",
        "Is Oakdale Steady or not Rising?",
    ],
)
def test_what_only_looks_roundabout(text: str) -> None:
    assert Recasting.english().of(text) is None


def test_the_answer_is_to_the_question_as_it_was_asked(plans: Engine) -> None:
    answer = plans.answer("Elmwood is a Rising school, right?")
    assert answer.boolean is True
    assert answer.question == "Elmwood is a Rising school, right?"


def test_no_is_said_of_another_tier(plans: Engine) -> None:
    assert plans.answer("Oakdale, is that one of the Rising schools?").boolean is False


def test_the_size_of_a_list(plans: Engine) -> None:
    assert plans.answer("how long is the list of Rising schools").count == 2


@pytest.mark.parametrize(
    "at", range(len(RULES)), ids=lambda at: str(RULES[at]["plain"] or RULES[at]["said"])[:40]
)
def test_every_rule_does_what_its_example_says(at: int) -> None:
    pattern, plain = Recasting.english().rules[at]
    asked, put = RULES[at]["example"]

    assert pattern.sub(plain, asked, count=1) == put


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["plain"])[:40])
def test_no_piece_of_a_rule_is_too_long_to_be_read(rule: dict[str, Any]) -> None:
    pieces = [rule["said"]] if isinstance(rule["said"], str) else rule["said"]

    assert max(map(len, pieces)) <= LONGEST


def test_names_stand_for_lists_and_lists_may_hold_names() -> None:
    told, name = load_data("recast.yaml")["words"]["told"], "<somebody>"

    assert any(name in form for form in told)
    assert not any(name in pattern.pattern for pattern, _ in Recasting.english().rules)
