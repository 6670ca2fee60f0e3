"""`goldenthread eval` refuses questions that nothing can be scored against."""

from pathlib import Path

import pytest

from api.cli.main import run


def test_a_question_without_an_expected_answer_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "a7", "question": "Which goals are there?"}\n')
    monkeypatch.setattr("sys.argv", ["goldenthread", "eval", str(file)])

    with pytest.raises(SystemExit) as ended:
        run()

    assert ended.value.code == 2
    assert "question a7 has no 'expected' answers" in capsys.readouterr().err
