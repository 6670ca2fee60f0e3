"""Times the first and later visits of pages while the store grows: their cost must not grow faster than it.

    python benchmarks/growth.py FOLDER [--items 1000 10000 50000] [--pages /gaps /items]

FOLDER takes a store of invented districts for each size, and is kept (see `scale.py`; the vectors are random
ones, for no question is asked). For each size a server is started and each page visited at once, so that the
first visit does, or waits for, the work that is done in the background; `later` is the 95th percentile of the
visits after it. The ratios are to the smallest store.
"""

import argparse
import http.client
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from scale import build
from web import serving

from graph.ask.scoring import percentiles
from graph.listing import list_items
from graph.store import Store

__all__ = ["main", "visits"]

_A_DISTRICT = 189  # items
_SIZES = (1_000, 10_000, 50_000)
_PAGES = (
    "/gaps",
    "/items",
    "/conflicts",
    "/alignment",
    "/plans",
    "/leads",
    "/timeline",
    "/schools",
    "/programs",
    "/trace",
)
_PATIENCE = 600  # seconds

Visits = dict[str, tuple[float, float]]


def visits(host: str, pages: Sequence[str], times: int) -> Visits:
    """Return the seconds of each page's first visit, and of the slower ones of those after it."""
    connection = http.client.HTTPConnection(host, timeout=_PATIENCE)
    found = {page: [_timed(connection, page) for _ in range(times + 1)] for page in pages}
    connection.close()
    return {page: (first, percentiles(later)["p95"]) for page, (first, *later) in found.items()}


def _timed(connection: http.client.HTTPConnection, page: str) -> float:
    begun = perf_counter()
    connection.request("GET", page, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise SystemExit(f"The server answered {answer.status} to {page}.")
    return perf_counter() - begun


def _measured(folder: Path, items: int, given: argparse.Namespace) -> tuple[int, Visits]:
    """Return how many items a store holds and what visits of it took; it is made where it is not there."""
    districts = max(1, round(items / _A_DISTRICT))
    store = folder / f"{districts}-districts"
    build(store, districts, None, random_vectors=True)
    held = len(list_items(Store.open(store)).items)
    with serving(given.command, store, 1) as host:
        return held, visits(host, given.pages, given.times)


def _print(held: int, found: Visits, fewest: int, smallest: Visits) -> None:
    print(f"{held:,} items ({held / fewest:.0f} times)")
    for page, (first, later) in found.items():
        ratios = f"{first / smallest[page][0]:.1f} and {later / smallest[page][1]:.1f} times"
        print(f"  {page:<12} first {first:6.2f} s, later {1000 * later:6.0f} ms: {ratios}", flush=True)


def main() -> None:
    """Make the stores, visit the pages, and print what it took."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, nargs="+", default=_SIZES, help="about how many items")
    parser.add_argument("--pages", nargs="+", default=_PAGES)
    parser.add_argument("--times", type=int, default=5, help="later visits of each page")
    parser.add_argument("--command", type=Path, default=Path(sys.executable).parent / "goldenthread")
    given = parser.parse_args()
    smallest: tuple[int, Visits] | None = None
    for items in sorted(given.items):
        found = _measured(given.folder, items, given)
        smallest = smallest or found
        _print(*found, *smallest)


if __name__ == "__main__":
    main()
