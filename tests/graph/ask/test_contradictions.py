"""That contradictions can be asked for, and stay out of other questions."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

CLASH = "The same recommendation has the number 3 here and 2 there."


@pytest.mark.parametrize(
    "question",
    [
        "Are there contradictions in the plans?",
        "Where do the documents contradict each other?",
        "Which discrepancies are there about recommendation 3?",
        "Do the plans disagree about any recommendations?",
    ],
)
def test_names_the_contradictions(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert [i.value for i in answer.answers] == [CLASH]
    assert all(i.evidence for i in answer.answers)
    assert answer.boolean in (None, True)


def test_counts_contradictions(plans: Engine) -> None:
    assert plans.answer("How many contradictions are there?").count == 1


@pytest.mark.parametrize(
    "question",
    [
        "Is there a contradiction about recommendation 1?",
        "How are conflicts among drivers settled?",
        "Which actions are there about recommendation 3?",
        "Do the plans disagree with the union?",
    ],
)
def test_tells_contradictions_of_nothing_else(plans: Engine, question: str) -> None:
    assert CLASH not in [i.value for i in plans.answer(question).answers]


def test_a_contradiction_about_one_of_many_things_is_told_last_and_with_its_name(tmp_path: Path) -> None:
    recommendations = "".join(
        f':r{n} a gt:Recommendation ; rdfs:label "Plant tree {n}" ; gt:inPlan :plan ; gt:evidence :e1 .\n'
        for n in range(10, 14)
    )
    text = (Path(__file__).parent / "plan.ttl").read_text(encoding="utf-8") + recommendations
    (tmp_path / "plan.ttl").write_text(text, encoding="utf-8")
    engine = Engine.open(load_graph(tmp_path / "plan.ttl"))

    notes = engine.answer("Which recommendations are there?").notes

    assert [n for n in notes if CLASH in n] == [notes[-1]]
    assert notes[-1].startswith("On “Look after the teeth")
