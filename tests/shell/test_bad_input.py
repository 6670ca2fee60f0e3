"""Whatever is given to `goldenthread ingest` from the shell: one clear sentence, and nothing is lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import which
from time import sleep

import pytest

pytestmark = pytest.mark.model

Done = subprocess.CompletedProcess[str]
_COMMAND = Path(sys.executable).parent / "goldenthread"
_GOOD = "planning-department-plan-2023-24.md"
_BAD = ["binary.txt", "blank.md", "cut.docx", "cut.pdf", "empty.txt", "noise.pdf", "recipe.txt"]


_RIGHTS = "-dac_override,-dac_read_search"
_AS_OTHERS = ["setpriv", "--bounding-set", _RIGHTS, "--inh-caps", _RIGHTS] if os.geteuid() == 0 else []


def _ingest(store: Path, *paths: Path, before: Sequence[str] = ()) -> Done:
    command = [*before, _COMMAND, "ingest", *paths, "--store", store]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _graph(store: Path, folder: Path) -> list[str]:
    out = folder / "graph.nq"
    command = [_COMMAND, "export", "--format", "nq", "--out", out, "--store", store]
    subprocess.run(command, capture_output=True, check=True)
    return sorted(out.read_text(encoding="utf-8").splitlines())


def _documents(store: Path) -> str:
    query = "SELECT ?l WHERE { ?d a gt:SourceDocument ; rdfs:label ?l } ORDER BY ?l"
    command = [_COMMAND, "sparql", query, "--format", "csv", "--store", store]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _cut(file: Path) -> bytes:
    whole = file.read_bytes()
    return whole[: len(whole) // 2]


def _bad_files(sample: Path) -> dict[str, bytes]:
    return {
        "empty.txt": b"",
        "blank.md": b" \n\n\t\n",
        "binary.txt": bytes(range(256)) * 40,
        "recipe.txt": b"Pancakes\n\nTake two eggs, some milk and flour, and stir.\n",
        "cut.pdf": _cut(sample / "academics-annual-plan-2020-21.pdf"),
        "cut.docx": _cut(sample / "tk12-department-plan-2023-24.docx"),
        "noise.pdf": b"%PDF-1.4\n" + bytes(range(255, 0, -1)) * 20,
    }


@pytest.fixture(scope="module")
def told(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Path]:
    """Return what one ingest of all bad files and a good one said, and its store."""
    folder = tmp_path_factory.mktemp("bad")
    for name, content in _bad_files(sample).items():
        (folder / name).write_bytes(content)
    return _ingest(folder / "store", *sorted(folder.iterdir()), sample / _GOOD), folder / "store"


@pytest.mark.parametrize("name", _BAD)
def test_a_bad_file_is_told_in_one_sentence(name: str, told: tuple[Done, Path]) -> None:
    lines = [line for line in told[0].stderr.splitlines() if name in line]

    assert told[0].returncode == 1
    assert len(lines) == 1
    assert lines[0].endswith(".")


def test_bad_files_stop_no_other(told: tuple[Done, Path]) -> None:
    done, store = told

    assert len(done.stderr.splitlines()) == len(_BAD)
    assert _documents(store).split() == ["l", _GOOD]


@pytest.mark.skipif(bool(_AS_OTHERS) and which("setpriv") is None, reason="root may open every folder")
@pytest.mark.parametrize("named", ["closed", "."])
def test_a_folder_without_permission_is_told(named: str, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    (folder / "closed").mkdir(parents=True)
    (folder / "closed").chmod(0)

    done = _ingest(tmp_path / "store", folder / named, sample / _GOOD, before=_AS_OTHERS)
    (folder / "closed").chmod(0o700)

    assert done.returncode == 1
    assert done.stderr == f"{folder / 'closed'}: permission to open it is denied; change its permissions.\n"
    assert _GOOD in _documents(tmp_path / "store")


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = _ingest(tmp_path / "store", tmp_path / "nowhere")

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_store_path_that_is_a_file_is_told_and_left_alone(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("keep me")

    done = _ingest(file, sample / _GOOD)

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert file.read_text() == "keep me"


@pytest.mark.parametrize("kept", [1, 5])
def test_a_killed_ingest_is_finished_by_the_next(
    kept: int, sample: Path, sample_store: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    command = [_COMMAND, "ingest", sample, "--store", store]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None and not _begun(store, kept):
            sleep(0.01)
        running.send_signal(signal.SIGKILL)

    done = _ingest(store, sample)

    assert done.returncode == 0, done.stderr
    assert _graph(store, tmp_path) == _graph(sample_store, tmp_path)


def _begun(store: Path, kept: int) -> bool:
    return store.exists() and len(list((store / "findings").glob("*"))) >= kept
