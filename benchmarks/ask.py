"""Measures how long answers take, cold from the shell and warm, and that they are the same every time.

    python benchmarks/ask.py QUESTIONS.jsonl --store DIR [--cold 5] [--same 3]

Cold is the whole command, from its start to its end; warm is the engine's own time for one answer, after
the first. `cpu` is what the processor worked for it, which depends less on what else the machine does.
Figures are in milliseconds. `--same N` answers all questions in N processes, each with another seed for
the order of sets, and compares the bytes of the answers, but for `seconds`.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

from graph.ask.opening import open_engine
from graph.ask.questions import read_questions
from graph.ask.scoring import percentiles
from graph.settings import Settings

__all__ = ["cold", "main", "same", "warm"]

Figures = dict[str, list[float]]
_COMMAND = Path(sys.executable).parent / "goldenthread"


def cold(command: Path, question: str, store: Path, times: int) -> Figures:
    """Return how long the command takes, each time in a process of its own."""
    wall, cpu = [], []
    for _ in range(times):
        begun, worked = perf_counter(), _worked()
        arguments = [str(command), "ask", question, "--store", str(store)]
        subprocess.run(arguments, check=True, capture_output=True)
        wall.append(perf_counter() - begun)
        cpu.append(_worked() - worked)
    return {"cold": wall, "cold cpu": cpu}


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def warm(questions: list[str], store: Path) -> Figures:
    """Return how long each answer takes once the engine is open."""
    engine = open_engine(Settings(store=store))
    engine.answer(questions[0])
    wall, cpu = [], []
    for question in questions:
        worked = process_time()
        wall.append(engine.answer(question).seconds)
        cpu.append(process_time() - worked)
    return {"warm": wall, "warm cpu": cpu}


def same(command: Path, questions: Path, store: Path, times: int) -> bool:
    """Say whether all answers are the same bytes in several processes, but for `seconds`."""
    digests = set()
    for seed in range(times):
        arguments = [str(command), "ask", "--file", str(questions), "--store", str(store), "--json"]
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        done = subprocess.run(arguments, check=True, capture_output=True, env=environment)
        digests.add(sha256(b"\n".join(map(_timeless, done.stdout.splitlines()))).hexdigest())
    return len(digests) == 1


def _timeless(line: bytes) -> bytes:
    answer = json.loads(line)
    del answer["seconds"]
    return json.dumps(answer, ensure_ascii=False).encode()


def main() -> None:
    """Measure, and print a line for each figure."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--store", type=Path, default=Path(".goldenthread"))
    parser.add_argument("--cold", type=int, default=5)
    parser.add_argument("--same", type=int, default=0, help="processes whose answers are compared")
    parser.add_argument("--command", type=Path, default=_COMMAND)
    given = parser.parse_args()
    questions = [q.question for q in read_questions(given.questions)]
    figures = warm(questions, given.store)
    figures |= cold(given.command, questions[0], given.store, given.cold)
    for name, seconds in figures.items():
        told = ", ".join(f"{at} {1000 * value:.0f}" for at, value in percentiles(seconds).items())
        print(f"{name}: {told} ms")
    if given.same:
        alike = same(given.command, given.questions, given.store, given.same)
        print(f"{given.same} runs: {'the same bytes' if alike else 'DIFFERENT ANSWERS'}, but for seconds")


if __name__ == "__main__":
    main()
