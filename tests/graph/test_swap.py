"""A store that stands ready takes the place of another, whole wherever the change is cut off."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from rdflib import URIRef

from graph import swap as swapping
from graph.errors import StoreLocked
from graph.files import write_atomically
from graph.live import LiveStore
from graph.store import Store
from graph.swap import finish_swap, locked_for_swap, swap

GRAPH, A, B = (URIRef(f"urn:x:{name}") for name in ("graph", "a", "b"))
ROOT = Path(__file__).parents[2]
_KILLED = """
import os, signal, sys
from pathlib import Path
from graph import swap
left = int(sys.argv[2])
def counted(whole):
    def killing(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*given, **named)
    return killing
swap._exchange = counted(swap._exchange)
Path.replace = counted(Path.replace)
Path.unlink = counted(Path.unlink)
store = Path(sys.argv[1])
moves = [(store / "jobs" / "plan.txt", store / "documents" / "plan.txt")]
swap.swap(store, store / "jobs" / "one", ["quads", "findings", "register.json"], moves)
"""


def _filled(path: Path, node: URIRef, words: str) -> Path:
    with Store.writing(path) as store:
        store.replace_graph(GRAPH, [(node, node, node)])
    (path / "findings").mkdir()
    (path / "findings" / words).write_text(words)
    (path / "register.json").write_text(words)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = _filled(tmp_path / "store", A, "old")
    _filled(path / "jobs" / "one", B, "new")
    (path / "jobs" / "plan.txt").write_text("plan")
    return path


def _nodes(path: Path) -> set[str]:
    return {str(row["s"]) for row in Store.open(path).select("SELECT ?s { ?s ?p ?o }")}


def _is_new(path: Path) -> bool:
    """Tell whether a store is wholly new; fails where it is a mixture."""
    finish_swap(path)
    told = (_nodes(path) == {str(B)}, (path / "register.json").read_text() == "new")
    told += ((path / "findings" / "new").exists(), (path / "documents" / "plan.txt").exists())
    assert len(set(told)) == 1, told
    return told[0]


def test_all_parts_come_at_once(store: Path) -> None:
    swap(store, store / "jobs" / "one", ["quads", "findings", "register.json"],
         [(store / "jobs" / "plan.txt", store / "documents" / "plan.txt")])  # fmt: skip

    assert _is_new(store)
    assert not (store / "swap.json").exists()


def test_it_works_where_folders_cannot_change_places_in_one_step(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swapping.ctypes, "CDLL", lambda *_, **__: object())
    swap(store, store / "jobs" / "one", ["quads"])

    assert _nodes(store) == {str(B)}


@pytest.mark.parametrize("moment", range(1, 8))
def test_one_that_is_killed_is_old_or_new(store: Path, moment: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, store, str(moment)],
        cwd=ROOT, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    written = moment > 1  # the first replacing puts the list of what is to be done in place

    assert done.returncode in {-signal.SIGKILL, 0}
    assert _is_new(store) == written


def test_what_was_done_is_not_done_again(store: Path) -> None:
    swap(store, store / "jobs" / "one", ["quads"])
    finish_swap(store)

    assert _nodes(store) == {str(B)}


def test_one_who_waited_does_not_take_the_next_change_for_the_last(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store / "swap.json").write_text('{"ready": "jobs/one", "folders": {}, "moves": []}')
    opened, alone = threading.Event(), swapping._alone
    monkeypatch.setattr(swapping, "_alone", lambda file: opened.set() or alone(file))
    with (store / "swap.json").open("rb") as doing, alone(doing.fileno()):
        waiting = threading.Thread(target=finish_swap, args=[store])
        waiting.start()
        assert opened.wait(10)
        write_atomically(
            store / "swap.json",
            b'{"ready": "jobs/one", "folders": {}, "moves": [["jobs/plan.txt", "documents/plan.txt"]]}',
        )
    waiting.join(10)

    assert (store / "documents" / "plan.txt").exists()
    assert not (store / "swap.json").exists()


def test_a_reader_goes_on_and_then_sees_the_new(store: Path) -> None:
    live = LiveStore(store)
    before = live.get()
    swap(store, store / "jobs" / "one", ["quads"])

    assert {str(row["s"]) for row in before.select("SELECT ?s { ?s ?p ?o }")} == {str(A)}
    assert {str(row["s"]) for row in live.get().select("SELECT ?s { ?s ?p ?o }")} == {str(B)}


def test_a_writer_elsewhere_keeps_a_change_out(store: Path) -> None:
    writing = "import sys; from pathlib import Path; from graph.store import Store\n"
    writing += "with Store.writing(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", writing, store],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as other:  # fmt: skip
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(StoreLocked), locked_for_swap(store):
            pass
        other.communicate(b"")
    with locked_for_swap(store):
        pass
