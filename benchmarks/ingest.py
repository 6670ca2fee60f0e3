"""Measures an ingest against the plain reading of the same files: the first, the next, and one changed file.

    python benchmarks/ingest.py FOLDER [--times 3]

Each run is the whole command from the shell, its start included, into a store made for it. Ratios say
more than seconds, since machines differ; run it on a machine that does nothing else. The embedding
model is exported before, as `make` does.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

__all__ = ["main"]

_COMMAND = str(Path(sys.executable).parent / "goldenthread")
_LONGEST_FIRST, _LONGEST_NEXT = 10.0, 2.0  # seconds that the five plans of the first issue may take


def ingest(folder: Path, store: Path) -> float:
    """Return the seconds that the command takes; files that cannot be read do not matter here."""
    begun = perf_counter()
    subprocess.run([_COMMAND, "ingest", folder, "--store", store], check=False, capture_output=True)
    return perf_counter() - begun


def plain_reading(folder: Path) -> float:
    """Return the seconds that it takes to read the files' bytes and no more."""
    begun = perf_counter()
    for file in folder.rglob("*"):
        if file.is_file():
            file.read_bytes()
    return perf_counter() - begun


def change_one(folder: Path) -> None:
    """Add a line to the first text of a folder."""
    text = next(f for f in sorted(folder.rglob("*")) if f.suffix in {".txt", ".md"})
    text.write_text(
        text.read_text(encoding="utf-8", errors="replace") + "\nOne more line.\n", encoding="utf-8"
    )


def one_round(folder: Path) -> dict[str, float]:
    """Return the seconds of each kind of run over a copy of the folder."""
    with tempfile.TemporaryDirectory() as place:
        copy, store = Path(place) / "plans", Path(place) / "store"
        shutil.copytree(folder, copy)
        steps: dict[str, Callable[[], float]] = {
            "plain reading": lambda: plain_reading(copy),
            "first ingest": lambda: ingest(copy, store),
            "nothing new": lambda: ingest(copy, store),
        }
        seconds = {name: step() for name, step in steps.items()}
        change_one(copy)
        return seconds | {"one file changed": ingest(copy, store)}


def main() -> None:
    """Print a line for each kind of run: seconds, and its ratio to the first ingest."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    subprocess.run([_COMMAND, "model"], check=True, capture_output=True)
    rounds = [one_round(given.folder) for _ in range(given.times)]
    medians = {name: median(r[name] for r in rounds) for name in rounds[0]}
    for name, seconds in medians.items():
        print(f"{name:18} {seconds:8.3f} s {seconds / medians['first ingest']:8.4f} of a first ingest")
    for name, limit in (("first ingest", _LONGEST_FIRST), ("nothing new", _LONGEST_NEXT)):
        print(f"{name:18} {'within' if medians[name] < limit else 'OVER'} {limit:.0f} s")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
