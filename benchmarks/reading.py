"""Measures the reading of a PDF against the plain text extraction of the same PDF by the same library.

    python -m benchmarks.reading FILE.pdf|FOLDER [--times 3]

Prints pages per second of both and their ratio, and how long the whole command takes on a new store, how
much memory it and its processes take together, and how long and how much faster it is when nothing is new.
Of a folder of any plans only the command is measured. Ratios say
more than seconds, since machines differ; run it on a machine that does nothing else. The embedding model
is exported before, as `make` does. Memory is measured where /proc tells it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import pdfplumber

from ingest.readers.pdf_pages import page_count, read_pages
from ingest.readers.pdf_writer import written
from ingest.workers import processors

__all__ = ["main"]

_COMMAND = str(Path(sys.executable).parent / "goldenthread")
_HIGHEST_RATIO = 3.0  # of our reading to plain text extraction
_LONGEST = 60.0  # seconds of the command for an accountability plan of 144 pages
_MOST_MEMORY = 1024  # MiB
_FASTER = 100  # times, when nothing is new
_SHORTEST = 0.25  # seconds of the command when nothing is new
_PAGE_SIZE = 4096


def plain_text(path: Path) -> float:
    """Return the seconds in which pdfplumber extracts the text of all pages."""
    begun = perf_counter()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
    return perf_counter() - begun


def one_process(content: bytes, pages: int) -> float:
    """Return the seconds in which one process reads the same pages: lines, columns, tables, blocks."""
    begun = perf_counter()
    written(read_pages(content, range(1, pages + 1))).document("plan.pdf", "application/pdf", "")
    return perf_counter() - begun


def command(path: Path, store: Path) -> tuple[float, float]:
    """Return the seconds of an ingest by the command, and the MiB that its processes took at most."""
    begun = perf_counter()
    most = 0.0
    with subprocess.Popen([_COMMAND, "ingest", path, "--store", store], stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, memory(running.pid))
            sleep(0.1 if most else 0.02)
    return perf_counter() - begun, most


def memory(process: int) -> float:
    """Return the MiB that a process and those that it started take; 0 where it cannot be told."""
    taken: dict[int, int] = {}
    parents: dict[int, int] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue  # it has just ended
        parents[int(place.parent.name)], taken[int(place.parent.name)] = int(fields[1]), int(fields[21])
    family, before = {process}, set[int]()
    while family != before:
        before, family = family, family | {child for child, parent in parents.items() if parent in family}
    return sum(taken.get(one, 0) for one in family) * _PAGE_SIZE / 2**20


def judged(holds: bool) -> str:
    """Return a word for whether a limit holds."""
    return "within" if holds else "OVER"


def main() -> None:
    """Print the measurements, each with its limit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    subprocess.run([_COMMAND, "model"], check=True, capture_output=True)
    if given.path.is_file():
        print_reading(given.path, given.times)
    print_command(given.path, given.times)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def print_reading(file: Path, times: int) -> None:
    """Print how fast the pages of a PDF are read."""
    content = file.read_bytes()
    pages = page_count(content)
    plain = median(plain_text(file) for _ in range(times))
    ours = median(one_process(content, pages) for _ in range(times))
    print(f"{pages} pages, {processors()} processes")
    print(f"plain text     {pages / plain:8.1f} pages/s")
    print(f"our reading    {pages / ours:8.1f} pages/s in one process")
    print(f"ratio          {ours / plain:8.2f}  {judged(ours <= _HIGHEST_RATIO * plain)} {_HIGHEST_RATIO}")


def print_command(path: Path, times: int) -> None:
    """Print how long the command takes, at first and again."""
    with tempfile.TemporaryDirectory() as place:
        first, most = command(path, Path(place) / "store")
        again = median(command(path, Path(place) / "store")[0] for _ in range(times))
    limit = f"  {judged(first <= _LONGEST)} {_LONGEST:.0f} s" if path.is_file() else ""
    print(f"first ingest   {first:8.1f} s{limit}")
    print(f"memory         {most:8.0f} MiB  {judged(most <= _MOST_MEMORY)} {_MOST_MEMORY} MiB")
    print(f"nothing new    {again:8.2f} s  {judged(again <= _SHORTEST)} {_SHORTEST} s")
    print(f"that is        {first / again:8.0f} times faster  {judged(first >= _FASTER * again)} {_FASTER}")


if __name__ == "__main__":
    main()
