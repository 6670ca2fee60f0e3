"""`goldenthread eval` refuses questions that nothing can be scored against."""

import json
import subprocess
import sys
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


QUESTIONS = [
    {"id": "1", "question": "Which actions support Recommendation 6?", "kind": "list",
     "expected": [{"value": "nothing that any plan says"}]},
    {"id": "2", "question": "What is the weather on Mars?", "kind": "unanswerable", "expected": []},
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("suffix", [".html", ".svg"])
def test_risk_against_coverage_is_drawn(sample_store: Path, tmp_path: Path, suffix: str) -> None:
    file, curve = tmp_path / "q<1>.jsonl", tmp_path / f"risk{suffix}"
    file.write_text("\n".join(json.dumps(q) for q in QUESTIONS))
    program = Path(sys.executable).parent / "goldenthread"
    command = [program, "eval", file, "--store", sample_store, "--curve", curve, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    drawn = curve.read_text()

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["risk"]["by_chance"] == 1.0
    assert str(curve) in done.stderr.replace("\n", "")
    assert "<polyline" in drawn
    assert "q&lt;1&gt;.jsonl" in drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize(
    ("name", "reason"), [("risk.gif", ".html or .svg"), ("nowhere/risk.svg", "there is no folder")]
)
def test_a_curve_that_cannot_be_written_is_refused_before_anything_is_computed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    reason: str,
) -> None:
    monkeypatch.setattr("sys.argv", ["goldenthread", "eval", "none.jsonl", "--curve", str(tmp_path / name)])

    with pytest.raises(SystemExit) as ended:
        run()

    assert ended.value.code == 2
    assert reason in capsys.readouterr().err
