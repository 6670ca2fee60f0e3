"""A conversation with the command: at a real terminal, and with lines from another program."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

PROGRAM = Path(sys.executable).parent / "goldenthread"
QUESTION = "Which actions support Recommendation 6?"
PATIENCE = 30.0
PROMPT = "›"

pytestmark = pytest.mark.model


# The command needs the terminal as its own, so that Ctrl+C reaches it, and does what it does at a terminal
# also where the tests themselves run in the background, as whose children it would be left out.
_LAUNCH = (
    "import fcntl,os,signal,sys,termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """The command at a terminal of its own."""

    def __init__(self, store: Path) -> None:
        self._master, slave = pty.openpty()
        command = [sys.executable, "-c", _LAUNCH, PROGRAM, "ask", "--store", store]
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200"}
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self._read = b""

    @property
    def seen(self) -> str:
        """All that was shown; a sign of which only a part has come stays open."""
        return self._read.decode(errors="replace")

    def read_until(self, *texts: str) -> str:
        """Read what is shown until these come one after the other; it fails where they never do."""
        until, begun = monotonic() + PATIENCE, len(self._read)
        pattern = re.compile(b".*".join(re.escape(t.encode()) for t in texts), re.DOTALL)
        while not pattern.search(self._read, begun):
            assert monotonic() < until, self.seen
            if select.select([self._master], [], [], 0.2)[0]:
                self._read += os.read(self._master, 65536)
        return self._read[begun:].decode(errors="replace")

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def end(self, keys: str) -> int:
        """Type what ends the conversation, again where it came before the line editor listened for it."""
        until = monotonic() + PATIENCE
        while monotonic() < until:
            self.type(keys)
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(2.0)
        raise AssertionError(self.seen)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)


@pytest.fixture
def terminal(sample_store: Path) -> Iterator[Terminal]:
    opened = Terminal(sample_store)
    yield opened
    opened.close()


@pytest.mark.parametrize("end", ["\x04", "\x03", "quit\n"], ids=["Ctrl+D", "Ctrl+C", "quit"])
def test_a_conversation_at_a_terminal(terminal: Terminal, end: str) -> None:
    terminal.read_until(PROMPT)
    terminal.type(f"{QUESTION}\n")
    terminal.read_until("Read as:", PROMPT)
    terminal.type("how many of those?\n")
    shown = terminal.read_until("Read as:", PROMPT)

    assert terminal.end(end) == 0
    assert "Taken as" in shown
    assert "Traceback" not in terminal.seen


def test_the_line_before_can_be_brought_back(terminal: Terminal) -> None:
    terminal.read_until(PROMPT)
    terminal.type(f"{QUESTION}\n")
    terminal.read_until("Read as:", PROMPT)
    terminal.type("\x1b[A\n")

    assert QUESTION in terminal.read_until("Read as:", PROMPT)


def test_lines_from_another_program_are_answered_one_by_one(sample_store: Path) -> None:
    lines = f"{QUESTION}\nhow many of those?\n\nhow many of those?\n"
    command = [PROGRAM, "ask", "--json", "--store", sample_store]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 0, done.stderr
    assert [a["status"] for a in answers] == ["answered", "answered", "unanswerable"]
    assert answers[1]["count"] == len(answers[0]["answers"])


def test_no_lines_are_no_error(sample_store: Path) -> None:
    command = [PROGRAM, "ask", "--store", sample_store]
    done = subprocess.run(command, input="", capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")
