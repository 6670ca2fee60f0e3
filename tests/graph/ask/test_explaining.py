"""An explanation says what the words were taken for, which query was run, and why other readings lost."""

from graph.ask.engine import Engine

QUESTION = "Which actions suport recommendation 1 in the long term?"


def test_says_what_the_words_were_taken_for(plans: Engine) -> None:
    mentions = {m["words"]: m for m in plans.answer(QUESTION).explanation["mentions"]}

    assert mentions["actions"]["kind"] == "class"
    assert mentions["recommendation 1"]["kind"] == "number"
    assert mentions["long term"]["as"] == ["horizon: Long-term"]
    assert plans.answer(QUESTION).explanation["mended"] == {"suport": "support"}


def test_what_the_question_gives_is_bound_and_not_spliced(plans: Engine) -> None:
    answer = plans.answer(QUESTION)
    (query,) = answer.explanation["queries"]
    text = query["sparql"]
    for name, given in query["bound"].items():
        assert name in text
        assert given["term"] not in text
        text = text.replace(name, given["term"])

    assert text == answer.sparql
    assert {given["label"] for given in query["bound"].values()} >= {"Long-term"}


def test_every_reading_that_lost_has_a_reason(plans: Engine) -> None:
    for question in (QUESTION, "Who leads the electric buses?", "What is the budget of recommendation 1?"):
        lost = plans.answer(question).explanation["lost"]

        assert lost
        assert all(other["why"].endswith(".") and other["reading"] for other in lost)


def test_a_comparison_shows_both_queries(plans: Engine) -> None:
    explanation = plans.answer("Are there more Rising schools than Steady schools?").explanation

    assert len(explanation["queries"]) == 2


def test_what_nothing_bears_is_said(plans: Engine) -> None:
    mentions = plans.answer("Which actions support recommendation 9?").explanation["mentions"]

    assert {"words": "recommendation 9", "kind": "missing", "as": ["recommendation 9"]} in mentions
