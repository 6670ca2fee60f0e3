"""Measures how soon a map is drawn, from the store and in headless Chromium, at 10, 60, 500 and 3,000 items.

    python -m benchmarks.maps [--sizes 10 60 500 3000] [--times 5]

For each kind of map over a made district (`made_maps.py`, the same every time): the seconds to find what it
shows, to write its page as a file, the page's size, what is drawn of how much, and the milliseconds from
opening the page to the first complete drawing (medians; the browser is warm). `every box` is the feeder map
with summaries switched off: what vis-network alone takes. Fails where 500 items take two seconds or more.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

from playwright.sync_api import Page, sync_playwright

from benchmarks.made_maps import SIZES, made
from graph.items import Reader
from viz.maps import KINDS, view_of
from viz.page import page as drawn_page
from viz.view import View
from viz.wanted import ALL, Wanted

__all__ = ["main"]

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_LONGEST = 2000.0  # milliseconds to the first drawing
_AT = 500  # items
_DRAWN = "performance.getEntriesByName('drawn').length > 0"
_WHEN = "performance.getEntriesByName('drawn')[0].startTime"


def first_drawing(opened: Page, file: Path, times: int) -> float:
    """Return the milliseconds from opening a page to its first complete drawing."""
    taken = []
    for _ in range(times):
        opened.goto(file.as_uri())
        opened.wait_for_function(_DRAWN)
        taken.append(float(opened.evaluate(_WHEN)))
    return median(taken)


def measured(opened: Page, make: Callable[[], View], folder: Path, times: int) -> tuple[str, float]:
    """Return the figures of a map as a line, and the milliseconds to its first drawing."""
    begun = perf_counter()
    view = make()
    found = perf_counter()
    file = folder / "map.html"
    file.write_text(drawn_page(view), encoding="utf-8")
    written = perf_counter()
    sheet = view.sheets[0]
    taken = first_drawing(opened, file, times)
    drawn = f"{len(sheet.graph):>5} boxes {sheet.graph.number_of_edges():>5} lines"
    size = file.stat().st_size / 1e6
    return (
        f"{found - begun:7.2f} s {written - found:7.2f} s {size:6.1f} MB  {drawn} {taken:8.0f} ms",
        taken,
    )


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    if _CHROMIUM is None:
        print("There is no Chromium; install one to measure drawings.", file=sys.stderr)
        return 1
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=sandbox)
        opened = browser.new_page(viewport={"width": 1440, "height": 900})
        slow = [size for size in given.sizes if table(opened, size, Path(folder), given.times) >= _LONGEST]
        browser.close()
    return int(_AT in slow)


def table(opened: Page, size: int, folder: Path, times: int) -> float:
    """Print the figures of all maps of one size, and return the longest milliseconds to a first drawing."""
    store = made(size)
    longest = 0.0
    for kind in KINDS:
        wanted = Wanted(item="Master Plan") if kind == "trace" else ALL
        line, taken = measured(opened, partial(view_of, Reader(store), kind, wanted), folder, times)
        print(f"{size:>5} {kind:<14} {line}", flush=True)
        longest = max(longest, taken)
    if size <= _AT:
        with patch("viz.fold.is_legible", return_value=True):
            line, _ = measured(opened, partial(view_of, Reader(store), "feeder"), folder, times)
        print(f"{size:>5} {'every box':<14} {line}", flush=True)
    return longest


if __name__ == "__main__":
    raise SystemExit(main())
