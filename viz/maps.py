"""All kinds of maps, by name."""

from collections.abc import Callable

from graph.errors import UsageError
from graph.store import Store
from viz.alignment import alignment
from viz.feeder import feeder
from viz.organisation import organisation
from viz.page import page
from viz.programs import programs
from viz.thread import thread
from viz.view import View

__all__ = ["KINDS", "draw"]

_PLAIN: dict[str, Callable[[Store], View]] = {
    "feeder": feeder,
    "programs": programs,
    "organisation": organisation,
}
KINDS = ("feeder", "alignment", "trace", "programs", "organisation")


def draw(store: Store, kind: str, item: str = "", by: str = "") -> str:
    """Return a map as a page; `item` is what to trace, `by` what alignment is grouped by.

    Raises UsageError where there is no such kind or grouping, or no item to trace.
    """
    if kind == "trace":
        if not item:
            raise UsageError("A trace is of one item; name it with --item (item= in an address).")
        return page(thread(store, item))
    if kind == "alignment":
        return page(alignment(store, by))
    if kind not in _PLAIN:
        raise UsageError(f"There is no map {kind!r}; the maps are {', '.join(KINDS)}.")
    return page(_PLAIN[kind](store))
