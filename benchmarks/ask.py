"""Measures how long answers take: cold from the shell, and warm over a file of questions.

    python benchmarks/ask.py QUESTIONS.jsonl --store DIR [--cold 5]

Cold is the whole command, from its start to its end; warm is the engine's own time for one answer, after
the first. Figures are in milliseconds. Run it on a machine that does nothing else.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from graph.ask.opening import open_engine
from graph.ask.questions import read_questions
from graph.ask.scoring import percentiles
from graph.settings import Settings

__all__ = ["main"]


def cold(question: str, store: Path, times: int) -> list[float]:
    """Return how long the command takes, each time in a process of its own."""
    command = [str(Path(sys.executable).parent / "goldenthread"), "ask", question, "--store", str(store)]
    seconds = []
    for _ in range(times):
        begun = perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(perf_counter() - begun)
    return seconds


def warm(questions: list[str], store: Path) -> list[float]:
    """Return how long each answer takes once the engine is open."""
    engine = open_engine(Settings(store=store))
    engine.answer(questions[0])
    return [engine.answer(q).seconds for q in questions]


def main() -> None:
    """Measure, and print two lines."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("questions", type=Path)
    parser.add_argument("--store", type=Path, default=Path(".goldenthread"))
    parser.add_argument("--cold", type=int, default=5)
    options = parser.parse_args()
    questions = [q.question for q in read_questions(options.questions)]
    for name, seconds in (
        ("cold", cold(questions[0], options.store, options.cold)),
        ("warm", warm(questions, options.store)),
    ):
        figures = ", ".join(f"{at} {1000 * value:.0f}" for at, value in percentiles(seconds).items())
        print(f"{name}: {figures} ms")


if __name__ == "__main__":
    main()
