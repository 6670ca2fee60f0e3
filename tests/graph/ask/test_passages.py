"""A sentence is quoted where no typed fact answers; a form's own question never is."""

from pathlib import Path

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.model import Evidence
from graph.passages import Passage

PLAN = Path(__file__).parent / "plan.ttl"


def _engine(*texts: str) -> Engine:
    passages = [
        Passage(t, Evidence("blueprint.txt", 50 + n, 50 + n, None, t), "", "") for n, t in enumerate(texts)
    ]
    return Engine.open(load_graph(PLAN), passages=passages)


def test_a_sentence_that_holds_the_words_and_the_month_is_quoted() -> None:
    answer = _engine("The boiler inspection report was approved in March 2019.").answer(
        "In which month and year was the boiler inspection report approved?"
    )

    assert [(a.value, a.basis) for a in answer.answers] == [("March 2019", "passage")]


def test_a_question_of_a_form_is_no_answer() -> None:
    answer = _engine("What does the boiler inspection report recommend to engineers?").answer(
        "What does the boiler inspection report recommend to engineers?"
    )

    assert answer.status == "unanswerable"
    assert answer.answers == ()
