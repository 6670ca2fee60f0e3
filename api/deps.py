"""What the routes stand on: the store as it is now, the question engine, the SPARQL endpoint."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from api.access.audit import AuditLog
from api.answerers import Answerers, Answering
from graph.endpoint import Endpoint
from graph.errors import UnknownDataset
from graph.live import LiveStore
from graph.settings import Settings
from graph.store import Store
from ingest.uploads import Uploads

if TYPE_CHECKING:
    from graph.ask.conversation import Conversation
    from graph.ask.datasets import Datasets
    from graph.ask.engine import Engine
    from graph.model import Answer

__all__ = ["EndpointDep", "House", "HouseDep", "StoreDep"]

_STORE = "plans"
_Made = TypeVar("_Made")


@dataclass
class _Kept:
    """Something made of the store; who asks for it while it is made waits."""

    lock: RLock = field(default_factory=RLock)  # what is made may be made of other things, never in a circle
    is_made: bool = False
    value: Any = None


class House:
    """Holds what one application opens; nothing is opened before it is asked for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.endpoint = Endpoint(settings)
        self.audit = AuditLog(settings.store)
        self.uploads = Uploads(settings)
        self._live = LiveStore(settings.store)
        self._lock = Lock()
        self._engine: Engine | None = None
        self._learnt: Store | None = None
        self._datasets: Datasets | None = None
        self._answerers: Answerers | None = None
        self._opening = Lock()
        self._kept: dict[str, _Kept] = {}
        self._kept_of: Store | None = None

    def open(self) -> None:
        """Start the processes that answer questions, where the settings name more than one."""
        if self.settings.workers > 1 and self._answerers is None:
            self._answerers = Answerers(self.settings, self)

    def store(self) -> Store:
        """Return the store, opened anew where it has changed."""
        return self._live.get()

    def kept(self, name: str, make: Callable[[Store], _Made]) -> _Made:
        """Return what is made of the store as it is now, made once and kept until the store changes.

        Of two that ask at the same moment one makes it and the other waits.
        """
        store = self.store()
        with self._lock:
            if self._kept_of is not store:
                self._kept, self._kept_of = {}, store
            kept = self._kept.setdefault(name, _Kept())
        with kept.lock:
            if not kept.is_made:
                kept.value, kept.is_made = make(store), True
            return cast("_Made", kept.value)

    def engine(self) -> "Engine":
        """Return the question engine over the store as it is now."""
        from graph.ask.opening import open_engine  # noqa: PLC0415  # slow to import, and not always asked for

        store = self.store()
        with self._opening:  # a lock of its own, for it takes seconds
            if self._engine is None or self._learnt is not store:
                self._engine = open_engine(self.settings, store)
                self._learnt = store
            return self._engine

    def conversation(self) -> "Conversation":
        """Return what answers questions one after the other, with a model's help if the settings name one."""
        from graph.ask.conversation import Conversation  # noqa: PLC0415  # as above
        from graph.ask.proposals import Proposals  # noqa: PLC0415
        from graph.ask.remembered import Remembered  # noqa: PLC0415

        turns: Remembered[Any, Any] = self.kept("turns", lambda _: Remembered())
        engine = self.engine()
        return Conversation(engine, Proposals.of(self.settings, engine, self.endpoint), turns)

    def answer(self, text: str, previous: Sequence[str] = ()) -> "Answer":
        """Answer a question after earlier ones, in this process."""
        return self.conversation().answer(text, previous)

    def answering(self) -> Answering:
        """Return what answers the questions of people: the processes for it, or this one."""
        return self._answerers or self

    def dataset(self, name: str) -> "Engine":
        """Return the engine over a registered data set; the store itself is called 'plans'.

        Where none is registered, there is only the store, whatever it is called. Raises UnknownDataset.
        """
        from graph.ask.datasets import Datasets  # noqa: PLC0415  # as above

        if not self.settings.datasets or (name == _STORE and name not in self.settings.datasets):
            return self.engine()
        with self._lock:
            self._datasets = self._datasets or Datasets(self.settings)
        if name not in self._datasets:
            raise UnknownDataset(name, (_STORE, *self._datasets.names()))
        return self._datasets.engine(name)

    def close(self) -> None:
        """Give back what was opened."""
        self.uploads.close()
        self.endpoint.close()
        if self._answerers:
            self._answerers.close()


def _house(request: Request) -> House:
    return cast("House", request.app.state.house)


def _store(house: Annotated[House, Depends(_house)]) -> Store:
    return house.store()


def _endpoint(house: Annotated[House, Depends(_house)]) -> Endpoint:
    return house.endpoint


HouseDep = Annotated[House, Depends(_house)]
StoreDep = Annotated[Store, Depends(_store)]
EndpointDep = Annotated[Endpoint, Depends(_endpoint)]
