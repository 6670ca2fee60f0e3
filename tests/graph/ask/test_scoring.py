import pytest

from graph.ask.questions import AskedQuestion, read_questions
from graph.ask.scoring import Scored, percentiles, report, score
from graph.errors import EmptyFile, UnreadableFile
from graph.model import Answer, AnswerItem, Evidence

PLACE = (Evidence("plan.txt", 3, 3, None, "words"),)


def asked(kind: str, *expected: str) -> AskedQuestion:
    return AskedQuestion("q", "?", kind, tuple({"value": e} for e in expected))


def answer(*values: str, status: str = "answered", **more: object) -> Answer:
    items = tuple(AnswerItem(v, None, None, "stated", 1.0, PLACE) for v in values)
    return Answer("?", status, "", "list", items, **more)  # type: ignore[arg-type]


def test_lists_are_scored_by_items_found_and_items_wrong() -> None:
    assert score(asked("list", "red", "blue"), answer("red", "blue")) == 1.0
    assert score(asked("list", "red", "blue"), answer("red")) == pytest.approx(2 / 3)
    assert score(asked("list", "red"), answer("green")) == 0.0


def test_refusing_is_right_only_where_nothing_can_be_said() -> None:
    refused = answer(status="unanswerable")

    assert score(asked("unanswerable"), refused) == 1.0
    assert score(asked("unanswerable"), answer("red")) == 0.0
    assert score(asked("single", "red"), refused) == 0.0


def test_numbers_and_truth_are_right_or_wrong() -> None:
    assert score(asked("count", "7 schools"), answer(count=7)) == 1.0
    assert score(asked("boolean", "No"), answer(boolean=True)) == 0.0
    assert score(asked("negation", "None of them"), answer(status="empty")) == 1.0


def test_a_value_at_the_expected_line_may_be_worded_otherwise() -> None:
    question = AskedQuestion("q", "?", "single", ({"value": "buy new buses", "lines": ["plan.txt:3"]},))

    assert score(question, answer("buy six quiet buses")) == 1.0


def test_figures_count_wrong_and_declined_apart() -> None:
    scored = [
        Scored(asked("list", "red"), answer("green"), 0.0),
        Scored(asked("list", "red"), answer(status="unanswerable"), 0.0),
    ]
    figures = report(scored)[-1]

    assert (figures.name, figures.wrong, figures.declined) == ("all", 0.5, 0.5)


def test_percentiles_of_nothing_are_nothing() -> None:
    assert percentiles([]) == {}
    assert percentiles([3.0, 1.0, 2.0])["p50"] == 2.0


def test_a_file_of_questions_is_checked(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a", "question": "Which?"}\n{"nothing": 1}\n')
    with pytest.raises(UnreadableFile, match="line 2"):
        read_questions(file)
    file.write_text("\n")
    with pytest.raises(EmptyFile):
        read_questions(file)
