"""Whatever goes wrong is one sentence on standard error, with the exit code of its kind."""

import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.main import run
from graph.errors import GoldenthreadError, StoreMissing, UsageError


def ended(monkeypatch: pytest.MonkeyPatch, raised: BaseException) -> int:
    def raising(**_: object) -> None:
        raise raised

    monkeypatch.setattr("api.cli.main.app", raising)
    with pytest.raises(SystemExit) as exit_:
        run()
    return int(str(exit_.value.code))


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (StoreMissing(Path("here")), 1, "There is no store at here; run "),
        (UsageError("That is no rule."), 2, "That is no rule.\n"),
        (GoldenthreadError("It failed."), 1, "It failed.\n"),
        (KeyboardInterrupt(), 130, "Stopped; run the same command again to go on from here.\n"),
        (BrokenPipeError(), 0, ""),
        (
            ZeroDivisionError("oh"),
            1,
            "This is a defect of goldenthread (ZeroDivisionError: oh); please report",
        ),
    ],
)
def test_an_error_is_one_sentence(
    raised: BaseException,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("os.dup2", lambda *_: None)

    assert ended(monkeypatch, raised) == code

    error = capfd.readouterr().err
    assert error.startswith(told)
    assert error.count("\n") <= 1


def test_a_defect_shows_where_it_is_if_it_is_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDENTHREAD_DEBUG", "1")

    with pytest.raises(ZeroDivisionError):
        ended(monkeypatch, ZeroDivisionError())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["ingest", "--nonsense"], "No such option: --nonsense"),
        (["sparql"], "Missing argument"),
    ],
)
def test_wrong_words_are_one_sentence(
    words: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["goldenthread", *words])
    with pytest.raises(SystemExit) as exit_:
        run()
    error = capsys.readouterr().err

    assert exit_.value.code == 2
    assert error.startswith(told)
    assert error.endswith("--help'.\n")
    assert error.count("\n") == 1


def test_the_slow_libraries_are_not_imported_to_show_help() -> None:
    slow = ["torch", "onnxruntime", "pyshacl", "numpy", "fastapi", "networkx"]
    code = (
        "import sys; from api.cli.main import app; app(['--help'], standalone_mode=False); "
        f"print([m for m in {slow} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_an_interruption_that_typer_made_a_code_of_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("api.cli.main.app", lambda **_: 130)

    with pytest.raises(SystemExit) as exit_:
        run()

    assert exit_.value.code == 130
    assert capfd.readouterr().err.startswith("Stopped; ")
