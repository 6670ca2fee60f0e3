"""`goldenthread layouts` lists the described layouts, checks one and tries it, without a store."""

import json
from pathlib import Path

import pytest

from api.cli.main import run
from tests.ingest.forms.own import AIMS, PLAN


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aims.yaml").write_text(AIMS)
    (tmp_path / "plan.md").write_text(PLAN)
    return tmp_path


def called(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["goldenthread", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(str(ended.value.code))


def test_all_layouts_are_listed_with_what_they_need(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "layouts", "--layouts", place, "--json") == 0
    first, *others = json.loads(capsys.readouterr().out)

    assert (first["file"], first["needs"]) == (str(place / "aims.yaml"), {"aim": 1, "step": 1})
    assert "accountability_plan.yaml" in {form["file"] for form in others}


def test_a_good_layout_is_told_so(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "layouts", "--check", "aims.yaml") == 0
    assert "well described" in capsys.readouterr().out


def test_a_bad_layout_is_one_sentence_with_the_place(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "aims.yaml").write_text(AIMS.replace("is: Goal", "is: Gaol"))

    assert called(monkeypatch, "layouts", "--check", "aims.yaml") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("aims.yaml: the layout is not well described: records › aim › is")
    assert told.err.count("\n") == 1


def test_a_trial_tells_the_records_with_their_places_and_what_is_left(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "layouts", "--check", "aims.yaml", "--try", "plan.md") == 0
    told = capsys.readouterr().out

    assert "would be taken" in told
    assert "title: Every child reads  [line 3]" in told
    assert "Plan of the Harbor School  [line 1]" in told.split("leaves")[1]
    assert not (place / ".goldenthread").exists()


def test_a_trial_that_fails_says_what_is_missing(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "plan.md").write_text(PLAN.replace("Aim 1", "Hope"))

    assert called(monkeypatch, "layouts", "--check", "aims.yaml", "--try", "plan.md", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["holds"], told["missing"][0]) == (False, "it needs 1 of 'aim' and found 0")


def test_a_document_that_is_not_there_is_one_sentence(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "layouts", "--try", "none.pdf") == 1
    assert capsys.readouterr().err.count("\n") == 1
