"""A setting that cannot be used is said in a sentence, as are words of a command that do not go together."""

from pathlib import Path

import pytest

from api.cli.ask import ask
from api.cli.options import settings_for
from graph.ask.questions import read_questions
from graph.errors import UnreadableFile, UsageError


@pytest.mark.parametrize(
    ("name", "value"), [("DATASETS", "{bad"), ("QUERY_ROWS", "many"), ("PROPOSER_SECONDS", "soon")]
)
def test_a_wrong_setting_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"GOLDENTHREAD_{name}", value)

    with pytest.raises(UsageError, match=f"(?i){name}") as raised:
        settings_for(None)
    assert "\n" not in str(raised.value)


def test_a_question_and_a_file_of_questions_do_not_go_together(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not both"):
        ask("Who leads?", file=tmp_path / "questions.jsonl")


def test_a_question_of_a_file_is_a_text(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"id": "a", "question": 5}\n')

    with pytest.raises(UnreadableFile, match="line 1 is not a question"):
        read_questions(file)
