"""Memory is counted of a process and all that it began; a reading that takes too much is ended."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import uploads
from ingest.footprint import memory_of
from ingest.job import Job
from ingest.uploads import Uploads
from tests.ingest.simple import plan, settings
from tests.ingest.tried import settled, store_of_two

MEGABYTE = 2**20
HOLD = "held = bytearray(b'x') * {size}; print('held', flush=True); input()"
# The child holds what the parent does not; both wait for the test to end them.
BEGIN = (
    "import subprocess, sys; subprocess.run([sys.executable, '-c', "
    "\"held = bytearray(b'x') * {size}; print('held', flush=True); input()\"])"
)


def holding(program: str, megabytes: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program.format(size=megabytes * MEGABYTE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.fixture(params=[HOLD, BEGIN], ids=["itself", "what it began"])
def process(request: pytest.FixtureRequest) -> "Iterator[subprocess.Popen[str]]":
    with holding(request.param, 96) as opened:
        assert opened.stdout
        assert opened.stdout.readline() == "held\n"
        yield opened
        uploads._end(opened)  # type: ignore[arg-type]


def test_what_a_process_and_its_children_hold_is_counted(process: "subprocess.Popen[str]") -> None:
    held = memory_of(process.pid)

    assert 96 * MEGABYTE < held < 200 * MEGABYTE


def test_a_process_that_ended_holds_nothing(process: "subprocess.Popen[str]") -> None:
    uploads._end(process)  # type: ignore[arg-type]
    process.wait()

    assert memory_of(process.pid) == 0


def test_a_reading_that_takes_too_much_is_ended_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of_two(tmp_path, monkeypatch)
    greedy = tmp_path / "greedy"
    hold = f"import time; held = bytearray(b'x') * {160 * MEGABYTE}; time.sleep(60)"
    greedy.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{hold}"\n')
    greedy.chmod(0o700)
    monkeypatch.setattr("ingest.uploads.sys.executable", str(greedy))
    queue = Uploads(settings(store).model_copy(update={"upload_memory": 128}))

    def put(folder: Path) -> None:
        (folder / "new.txt").write_text(plan("Plan of the hill schools", "Hill Elementary"))

    folder = settled(queue, queue.add(Job.new("add", ("new.txt",), "me"), put))
    queue.close()

    assert folder.job().state == "failed"
    assert "more than 128 MB of memory" in folder.job().problem
    assert "GOLDENTHREAD_UPLOAD_MEMORY" in folder.job().problem
