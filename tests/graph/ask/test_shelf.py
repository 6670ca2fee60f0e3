"""What was learnt of a store is kept beside it, and never believed where it is not whole or not of now."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.ask.files import load_graph
from graph.ask.homes import Home
from graph.ask.learnt import Learnt
from graph.ask.lexicon import Lexicon
from graph.ask.packing import packed_rest, packed_things, unpacked
from graph.ask.shelf import Shelf

HERE = Path(__file__).parent


@pytest.fixture(params=["plan.ttl", "museum.ttl"])
def learnt(request: pytest.FixtureRequest) -> Learnt:
    lexicon = Lexicon.of_plans() if request.param == "plan.ttl" else Lexicon()
    return Learnt.of(load_graph(HERE / request.param), lexicon)


@pytest.fixture
def kept(tmp_path: Path, learnt: Learnt) -> Path:
    Shelf(tmp_path, "a state").keep(lambda: [(Home("", ()), learnt)])
    return tmp_path / "questions.sqlite"


def test_all_that_was_learnt_comes_back_as_it_was(learnt: Learnt) -> None:
    through_json = json.loads(json.dumps([packed_rest(learnt), packed_things(learnt)]))

    assert unpacked(*through_json, learnt.base) == learnt


def test_it_comes_back_in_the_same_order(learnt: Learnt) -> None:
    back = unpacked(packed_rest(learnt), packed_things(learnt), learnt.base)

    assert list(back.entities) == list(learnt.entities)
    assert list(back.profile.classes) == list(learnt.profile.classes)
    assert list(back.profile.values) == list(learnt.profile.values)


def test_what_is_kept_is_read_again(kept: Path, learnt: Learnt) -> None:
    found = Shelf(kept.parent, "a state").open()

    assert found is not None
    assert found.all == learnt


def test_another_state_of_the_store_is_learnt_anew(kept: Path) -> None:
    assert Shelf(kept.parent, "a later state").open() is None


def test_another_version_of_the_engine_learns_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ask.shelf.engine_version", lambda: "another")

    assert Shelf(kept.parent, "a state").open() is None


def test_a_store_without_a_known_state_keeps_nothing(tmp_path: Path, learnt: Learnt) -> None:
    found = Shelf(tmp_path, "").keep(lambda: [(Home("", ()), learnt)])

    assert found.all == learnt
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path, learnt: Learnt) -> None:
    (tmp_path / "file").write_text("")

    found = Shelf(tmp_path / "file", "a state").keep(lambda: [(Home("", ()), learnt)])

    assert found.all == learnt


@pytest.mark.parametrize("cut", [0, 10, 4096, 20_000])
def test_a_file_that_is_cut_off_is_not_believed(kept: Path, cut: int) -> None:
    kept.write_bytes(kept.read_bytes()[:cut])

    assert Shelf(kept.parent, "a state").open() is None


def test_a_file_of_other_bytes_is_not_believed(kept: Path) -> None:
    kept.write_bytes(b"\0" * len(kept.read_bytes()))

    assert Shelf(kept.parent, "a state").open() is None


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM things WHERE number = 0",
        "UPDATE things SET body = '[' WHERE number = 0",
        "UPDATE things SET body = '{}' WHERE number = 0",
        "DELETE FROM about WHERE name = 'stems'",
        "UPDATE about SET body = '[]' WHERE name = 'base'",
        "UPDATE homes SET body = '[]'",
        "DELETE FROM homes",
        "DROP TABLE things",
    ],
)
def test_a_file_that_lacks_something_is_not_believed(kept: Path, damage: str) -> None:
    with closing(sqlite3.connect(kept)) as opened:
        opened.execute(damage)
        opened.commit()

    assert Shelf(kept.parent, "a state").open() is None
