"""Makes ready what pages stand on, in the background, after the start and after each change of the store."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from api.aligned import Asked, asked_table
from api.answers import examples, known
from api.audited import conflicts_of
from api.deps import House
from api.leaders import choices_of, loads_of, plans_of, timeline_of
from api.schools import programs_of
from graph.documents import documents
from graph.errors import GoldenthreadError
from graph.listing import list_items
from graph.live import Rest
from graph.planned.wanted import Wanted

__all__ = ["Warming"]

_LOOK = 1.0  # seconds
_END = 0.5  # seconds that the end of the server waits; what is still being made ends with the process

# What the first visitor is most likely to ask for comes first. Errors are told to who asks.
_MADE: tuple[Callable[[House], object], ...] = (
    lambda house: house.kept("sources", documents),
    examples,
    lambda house: house.kept("listing", list_items),
    known,
    plans_of,
    choices_of,
    lambda house: asked_table(house, Asked()),
    lambda house: timeline_of(house, "", Wanted()),
    lambda house: loads_of(house, Wanted()),
    conflicts_of,
    programs_of,
)


class Warming:
    """Looks whether the store has changed and come to rest, and then makes ready what is kept of it."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._rest = Rest(house.settings.store)
        self._ended = Event()
        self._thread = Thread(target=self._run, name="warming", daemon=True)

    def start(self) -> None:
        """Begin; nobody waits for it."""
        self._thread.start()

    def close(self) -> None:
        """Begin nothing more."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(_END)

    def make(self) -> None:
        """Make ready all that is kept of the store as it is now."""
        for make in _MADE:
            if self._ended.is_set():
                return
            with suppress(GoldenthreadError):
                make(self._house)

    def _run(self) -> None:
        while not self._ended.is_set():
            if self._rest.is_new():
                self.make()
            self._ended.wait(_LOOK)
