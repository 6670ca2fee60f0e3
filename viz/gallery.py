"""The maps of one store as a server shows them: what was made last is kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import TypeVar

from graph.items import Item, Reader
from graph.store import Store
from viz.maps import view_of
from viz.view import View
from viz.wanted import Wanted

__all__ = ["Gallery"]

_VIEWS = 64
_PAGES = 16  # half a megabyte each, and more

_Made = TypeVar("_Made")
_Name = TypeVar("_Name")


class Gallery:
    """Makes maps, and keeps the last ones of a store that does not change."""

    def __init__(self, store: Store, known: Iterable[Item] = ()) -> None:
        self._reader = Reader(store)
        self._reader.know(known)
        self._views: OrderedDict[tuple[str, Wanted], View] = OrderedDict()
        self._pages: OrderedDict[tuple[str, ...], str] = OrderedDict()
        self._lock = Lock()

    def view(self, kind: str, wanted: Wanted) -> View:
        """Return what a map shows; raises UsageError where there is no such kind, filter or choice."""
        return self._kept(self._views, _VIEWS, (kind, wanted), lambda: view_of(self._reader, kind, wanted))

    def page(self, name: tuple[str, ...], make: Callable[[], str]) -> str:
        """Return a page by its name, made where it is not kept."""
        return self._kept(self._pages, _PAGES, name, make)

    def _kept(
        self, kept: "OrderedDict[_Name, _Made]", most: int, name: "_Name", make: Callable[[], _Made]
    ) -> _Made:
        with self._lock:
            if name in kept:
                kept.move_to_end(name)
                return kept[name]
        made = make()
        with self._lock:
            kept[name] = made
            while len(kept) > most:
                kept.popitem(last=False)
        return made
