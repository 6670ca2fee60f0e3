"""The data sets that a user has registered by name; the engine over each is opened when it is first asked."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from graph.ask.engine import Engine
from graph.ask.opening import open_engine, open_file_engine
from graph.errors import UnknownDataset
from graph.settings import Settings

__all__ = ["Datasets"]


class Datasets:
    """Engines over registered data sets, each opened once and kept."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._places: Mapping[str, Path] = settings.datasets
        self._locks = {name: Lock() for name in self._places}
        self._engines: dict[str, Engine] = {}

    def __contains__(self, name: str) -> bool:
        """Say whether a data set is registered."""
        return name in self._places

    def names(self) -> tuple[str, ...]:
        """Return the names of all registered data sets."""
        return tuple(self._places)

    def engine(self, name: str) -> Engine:
        """Return the engine over a data set.

        Raises UnknownDataset, and what opening its file or store raises.
        """
        if name not in self._places:
            raise UnknownDataset(name, self.names())
        with self._locks[name]:
            if name not in self._engines:
                self._engines[name] = self._opened(self._places[name])
            return self._engines[name]

    def _opened(self, place: Path) -> Engine:
        """A folder is a store of plans, everything else an RDF file."""
        if place.is_dir():
            return open_engine(self._settings.model_copy(update={"store": place}))
        return open_file_engine(place, self._settings)
