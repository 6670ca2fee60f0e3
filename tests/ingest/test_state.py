"""The next run touches the districts in which something is new, and no others."""

from pathlib import Path

import pytest

from ingest.converge import Convergence
from ingest.pipeline import ingest
from ingest.state import State
from ingest.version import reader_version
from tests.ingest.simple import plan, read_simply, settings

HELD = State(reader_version(), "", {"a": ("1", "oak"), "b": ("2", "elm")})


def test_a_state_is_kept_as_it_is(tmp_path: Path) -> None:
    HELD.write(tmp_path / "state.json")

    assert State.read(tmp_path / "state.json") == HELD
    assert State.read(tmp_path / "nothing") == State("", "", {})


def test_what_is_begun_is_not_done(tmp_path: Path) -> None:
    HELD.write(tmp_path / "state.json", begun=frozenset({"oak"}))
    begun = State.read(tmp_path / "state.json")

    assert not begun.holds({"a": "1", "b": "2"}, "")
    assert HELD.holds({"a": "1", "b": "2"}, "")
    assert begun.differs_in(HELD) == {"oak"}


@pytest.mark.parametrize(
    ("documents", "touched"),
    [
        ({"a": ("1", "oak"), "b": ("2", "elm")}, set()),
        ({"a": ("1", "oak"), "b": ("3", "elm")}, {"elm"}),
        ({"a": ("1", "oak")}, {"elm"}),
        ({"a": ("1", "elm"), "b": ("2", "elm")}, {"oak", "elm"}),
        ({"a": ("1", "oak"), "b": ("2", "elm"), "c": ("4", "ash")}, {"ash"}),
    ],
)
def test_a_district_is_touched_if_one_of_its_documents_differs(
    documents: dict[str, tuple[str, str]], touched: set[str]
) -> None:
    assert HELD.differs_in(State(reader_version(), "", documents)) == touched


@pytest.mark.parametrize(
    "wanted", [State("other rules", "", HELD.documents), State(HELD.rules, "m", HELD.documents)]
)
def test_other_rules_or_another_model_touch_all(wanted: State) -> None:
    assert HELD.differs_in(wanted) == {"oak", "elm"}


def test_a_document_of_another_district_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_simply(monkeypatch)
    looked_at: list[str] = []
    run = Convergence.run
    monkeypatch.setattr(Convergence, "run", lambda self, kept: looked_at.extend(kept) or run(self, kept))
    for name, district in (("a.txt", "River"), ("b.txt", "Hill"), ("c.txt", "River")):
        (tmp_path / name).write_text(plan(f"Plan {name}").replace("River Unified", f"{district} Unified"))
        ingest([tmp_path / name], settings(tmp_path / "store"))

    assert looked_at == ["a.txt", "b.txt", "a.txt", "c.txt"]
