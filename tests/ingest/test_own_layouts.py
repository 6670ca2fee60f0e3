"""A user's own layouts are read beside the built-in ones; a change of one reads again just what it must."""

from pathlib import Path

import pytest

from graph.errors import UnreadableFile
from graph.settings import Settings
from ingest import found
from ingest.forms.form import BadForm
from ingest.pipeline import ingest
from ingest.report import Report
from tests.ingest.forms.own import AIMS, PLAN
from tests.ingest.simple import FakeEmbedder


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.embedding.open_embedder", lambda _: FakeEmbedder())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for folder in ("plans", "own"):
        (tmp_path / folder).mkdir()
    (tmp_path / "plans" / "aims.md").write_text(PLAN)
    (tmp_path / "plans" / "table.md").write_text(TABLE)
    (tmp_path / "own" / "aims.yaml").write_text(AIMS)
    return tmp_path


TABLE = """# Action plan

| Action | Person responsible | Timeline |
|---|---|---|
| Buy books for every room | Ms Reed | May 2025 |
| Paint the gym | Mr Stone | June 2025 |
"""


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which the name of every file is added that is read."""
    read: list[str] = []
    real = found.read_document

    def noted(path: Path, *more: object) -> object:
        read.append(path.name)
        return real(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(found, "read_document", noted)
    return read


def run(place: Path, *, own: bool = True) -> Report:
    settings = Settings(store=place / "s", layouts=place / "own" if own else None)
    return ingest([place / "plans"], settings)


def of(report: Report, name: str) -> tuple[str, dict[str, int]]:
    [document] = [d for d in report.documents if d.name == name]
    return document.form, dict(document.counts)


def test_a_plan_is_read_as_the_users_own_form(place: Path) -> None:
    form, counts = of(run(place), "aims.md")

    assert form == "Aims with a table of measures and a list of steps"
    assert {kind: counts[kind] for kind in ("Goal", "Metric", "Target", "Action")} == {
        "Goal": 1, "Metric": 1, "Target": 1, "Action": 1,
    }  # fmt: skip


def test_nothing_is_read_twice_by_the_same_layouts(place: Path, read_again: list[str]) -> None:
    run(place)
    assert sorted(read_again) == ["aims.md", "table.md"]
    report = run(place)

    assert sorted(read_again) == ["aims.md", "table.md"]
    assert {d.state for d in report.documents} == {"unchanged"}


def test_a_changed_layout_reads_again_just_the_files_it_could_hold_for(
    place: Path, read_again: list[str]
) -> None:
    run(place)
    read_again.clear()
    (place / "own" / "aims.yaml").write_text(AIMS.replace("is: Action", "is: Service"))
    report = run(place)

    assert read_again == ["aims.md"]
    assert of(report, "aims.md")[1]["Service"] == 1
    assert {d.name: d.state for d in report.documents} == {"aims.md": "changed", "table.md": "unchanged"}


def test_a_layout_for_other_files_reads_nothing_again(place: Path, read_again: list[str]) -> None:
    run(place)
    read_again.clear()
    (place / "own" / "other.yml").write_text(AIMS.replace("aim {number}", "chapter of hope {number}"))
    run(place)

    assert read_again == []


def test_a_run_without_the_layouts_says_so(place: Path) -> None:
    run(place)
    told = run(place, own=False)

    assert [n for n in told.notes if "aims.yaml" in n and "--layouts" in n]


def test_nothing_is_said_of_layouts_where_none_had_a_say(place: Path) -> None:
    (place / "plans" / "aims.md").unlink()
    run(place)

    assert run(place, own=False).notes == ()
    assert not (place / "s" / "layouts.json").exists()


def test_a_bad_layout_stops_the_run_before_anything_is_read(place: Path, read_again: list[str]) -> None:
    (place / "own" / "bad.yaml").write_text(AIMS.replace("under: [aim]", "under: [aims]"))

    with pytest.raises(BadForm, match=r"bad\.yaml.*'aims'"):
        run(place)

    assert read_again == []
    assert not (place / "s").exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"form: [", b"- a\n- b\n", b""])
def test_a_file_that_is_no_layout_is_one_sentence(place: Path, content: bytes) -> None:
    (place / "own" / "bad.yaml").write_bytes(content)

    with pytest.raises(BadForm, match=r"bad\.yaml"):
        run(place)


def test_a_folder_without_layouts_is_one_sentence(place: Path) -> None:
    (place / "own" / "aims.yaml").unlink()

    with pytest.raises(UnreadableFile, match="no layout"):
        run(place)
