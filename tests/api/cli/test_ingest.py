"""`goldenthread ingest` reads, tells what it found and what went wrong, and exits accordingly."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.main import run
from tests.ingest.simple import plan, read_simply


@pytest.fixture(autouse=True)
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    read_simply(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.txt").write_text(plan())
    return tmp_path / "plans"


def exit_code(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["goldenthread", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(str(ended.value.code))


def test_what_was_found_is_told_in_a_table(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(monkeypatch, "ingest", folder, "--store", tmp_path / "s") == 0

    told = capsys.readouterr()
    assert "a.txt" in told.out
    assert "2 Action" in told.out
    assert told.err == ""


def test_json_is_all_that_is_on_standard_output(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code(monkeypatch, "ingest", folder, "--store", tmp_path / "s", "--json")
    [document] = json.loads(capsys.readouterr().out)["documents"]

    assert (document["document"], document["state"], document["items"]["Action"]) == ("a.txt", "new", 2)
    assert 0 < document["share_read"] <= 1
    assert document["unread_regions"] == [{"place": "line 8", "words": 1}, {"place": "line 10", "words": 1}]
    assert (document["form"], document["confidence"]) == (None, 1.0)


def test_a_bad_file_is_one_sentence_and_exit_code_1(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.txt").write_text("")

    assert exit_code(monkeypatch, "ingest", folder, "--store", tmp_path / "s") == 1

    told = capsys.readouterr()
    assert told.err == f"{folder / 'b.txt'}: the file holds no text; check that the right file was saved.\n"
    assert "a.txt" in told.out


def test_a_store_that_is_a_file_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = folder / "a.txt"

    assert exit_code(monkeypatch, "ingest", folder, "--store", store) == 1
    assert capsys.readouterr().err == (
        f"{store} cannot hold a store: it is a file, not a folder; name another folder with --store.\n"
    )


def test_no_path_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(monkeypatch, "ingest") == 2
    assert capsys.readouterr().err == "Missing argument 'PATH...'; see 'goldenthread ingest --help'.\n"


def test_a_folder_without_plans_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none").mkdir()

    assert exit_code(monkeypatch, "ingest", tmp_path / "none", "--store", tmp_path / "s") == 0
    assert capsys.readouterr().err.startswith("No file was found that can be read")


def test_a_store_that_was_left_half_filled_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "s"
    exit_code(monkeypatch, "ingest", folder, "--store", store)
    capsys.readouterr()
    exit_code(monkeypatch, "gaps", "--store", store)
    finished = capsys.readouterr().err
    (store / "state.json").unlink()
    exit_code(monkeypatch, "gaps", "--store", store)

    assert finished == ""
    assert capsys.readouterr().err.startswith(f"The last ingest into {store} was not finished")


def test_nothing_is_read_again_where_nothing_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ingest.again._ALIKE", 0)
    exit_code(monkeypatch, "ingest", folder, "--store", tmp_path / "s")
    capsys.readouterr()
    with monkeypatch.context() as broken:
        broken.setattr("ingest.pipeline.ingest", None)
        assert exit_code(broken, "ingest", folder, "--store", tmp_path / "s") == 0

    assert "unchanged" in capsys.readouterr().out


@pytest.mark.parametrize("module", ["numpy", "rdflib", "pydantic", "pyoxigraph", "ingest.pipeline"])
def test_a_command_that_has_nothing_to_do_loads_nothing_slow(module: str) -> None:
    loads = (
        "import sys, api.cli.main, api.cli.ingest_table, ingest.again; sys.exit(sys.argv[1] in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", loads, module], check=False).returncode == 0
