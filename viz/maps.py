"""All kinds of maps, by name: as a page, as a picture, or as what they show."""

from collections.abc import Callable, Mapping

from graph.errors import UsageError
from graph.items import Reader
from graph.store import Store
from viz.alignment import alignment
from viz.feeder import feeder
from viz.organisation import organisation
from viz.page import ALONE, Setting, page
from viz.programs import programs
from viz.svg import svg
from viz.thread import thread
from viz.view import View
from viz.wanted import ALL, KINDS, Wanted

__all__ = ["KINDS", "draw", "draw_svg", "drawn_for", "view_of"]

_VIEWS: Mapping[str, Callable[[Reader, Wanted], View]] = {
    "feeder": feeder,
    "alignment": alignment,
    "trace": thread,
    "programs": programs,
    "organisation": organisation,
}


def view_of(reader: Reader, kind: str, wanted: Wanted = ALL) -> View:
    """Return what a map shows; raises UsageError where there is no such kind, filter or choice."""
    wanted = wanted.checked(kind)
    return _VIEWS[kind](reader, wanted)


def draw(store: Store, kind: str, wanted: Wanted = ALL, setting: Setting = ALONE) -> str:
    """Return a map as one page; raises UsageError where there is no such kind, filter or choice."""
    return page(view_of(Reader(store), kind, wanted), setting)


def drawn_for(suffix: str, store: Store, kind: str, wanted: Wanted) -> str:
    """Return a map as a file of that ending holds it; raises UsageError where no map is written so."""
    ways = {".html": draw, ".htm": draw, ".svg": draw_svg}
    if suffix.lower() not in ways:
        raise UsageError(f"A map is written as .html or .svg, not as {suffix or 'a file without ending'!r}.")
    return ways[suffix.lower()](store, kind, wanted)


def draw_svg(store: Store, kind: str, wanted: Wanted = ALL) -> str:
    """Return a map as a picture; raises UsageError where there is no such kind, filter or choice."""
    return svg(view_of(Reader(store), kind, wanted))
