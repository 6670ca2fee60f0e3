"""Processes beside this one: they call, they fail, they end with the one who asks."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.workers import Workers, processors

ROOT = Path(__file__).parents[2]
KILLED = """
import time
from ingest.workers import Workers
from tests.ingest.test_workers import process_of

workers = Workers(1)
print(workers.submit(process_of, 1).result(), flush=True)
time.sleep(60)
"""


def process_of(_number: int) -> int:
    return os.getpid()


def inverse(number: int) -> float:
    return 1 / number


def end(_number: int) -> int:
    if processors() == 1 and os.environ.get("GOLDENTHREAD_WORKER"):
        os._exit(3)
    return 7


def test_calls_are_made_in_other_processes_and_answered_in_order() -> None:
    with Workers(2) as workers:
        assert list(workers.map(inverse, [(n,) for n in (1, 2, 4)])) == [1, 0.5, 0.25]
        assert os.getpid() not in set(workers.map(process_of, [(n,) for n in range(4)]))


def test_what_a_call_raises_is_raised_here() -> None:
    with Workers(1) as workers, pytest.raises(ZeroDivisionError):
        workers.submit(inverse, 0).result()


def test_a_call_whose_process_ends_is_made_here() -> None:
    with Workers(1) as workers:
        assert workers.submit(end, 1).result() == 7
        assert workers.submit(inverse, 2).result() == 0.5


def test_processes_end_with_the_work() -> None:
    with Workers(1) as workers:
        number = workers.submit(process_of, 1).result()

        assert _is_running(number)
    assert not _is_running(number)


def test_processes_end_with_one_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], cwd=ROOT, stdout=subprocess.PIPE) as asking:
        assert asking.stdout
        number = int(asking.stdout.readline())
        asking.send_signal(signal.SIGKILL)
        asking.wait()

    for _ in range(200):
        if not _is_running(number):
            return
        time.sleep(0.05)
    pytest.fail("the process went on alone")


def _is_running(number: int) -> bool:
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"
