"""`goldenthread names` lists names with reasons and keeps what a person decides."""

import json
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from tests.api.cli.test_layouts import called
from tests.ingest.simple import plan, read_simply, settings


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    read_simply(monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name, school in (("a", "Oak ES"), ("b", "Oak Elementary"), ("c", "Acorn House")):
        (tmp_path / f"{name}.txt").write_text(plan(f"Plan {name}", school))
    ingest([tmp_path / f"{n}.txt" for n in "abc"], settings(tmp_path / "store"))
    return tmp_path / "store"


def test_names_are_listed_with_reasons_and_documents(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "names", "--store", store, "--json") == 0
    [thing] = json.loads(capsys.readouterr().out)["things"]

    assert (thing["kind"], thing["district"]) == ("School", "River Unified School District")
    assert [(n["name"], n["documents"]) for n in thing["names"]] == [
        ("Oak ES", {"a.txt": 1}),
        ("Oak Elementary", {"b.txt": 1}),
    ]
    assert thing["reasons"][0]["reason"] == "the same name and level"
    assert called(monkeypatch, "names", "--store", store) == 0
    assert "the same name and level" in capsys.readouterr().out


def test_decisions_are_kept_and_a_new_one_comes_before_the_old(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("one.yaml").write_text("same: [[Oak ES, Acorn House]]")
    Path("two.yaml").write_text("different: [[Oak ES, Acorn House]]")

    assert called(monkeypatch, "names", "--store", store, "--decide", "one.yaml", "--json") == 0
    [thing] = json.loads(capsys.readouterr().out)["things"]
    assert {n["name"] for n in thing["names"]} == {"Oak ES", "Oak Elementary", "Acorn House"}

    assert called(monkeypatch, "names", "--store", store, "--decide", "two.yaml", "--json") == 1
    told = capsys.readouterr()
    assert "contradicts" in told.err
    assert [d["same"] for d in json.loads(told.out)["decisions"]] == [False]


@pytest.mark.parametrize("words", [["--decide", "none.yaml"], ["--decide", "a.txt"]])
def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(
    words: list[str], store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "names", "--store", store, *words) == 1
    assert capsys.readouterr().err.count("\n") <= 2
    assert not (store / "names.yaml").exists() or "Oak" not in (store / "names.yaml").read_text()


def test_without_a_store_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "names", "--store", tmp_path / "none") == 1
    assert "goldenthread ingest" in capsys.readouterr().err
