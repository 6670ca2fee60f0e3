"""Opens the question engine over a store's folder, or over any RDF file."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from rdflib import URIRef

from graph.ask.contents import Vectoriser
from graph.ask.districts import Districts
from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.homes import Home, homes_of
from graph.ask.kept import Kept
from graph.ask.learnt import Learnt
from graph.ask.lexicon import Lexicon
from graph.ask.shelf import Shelf
from graph.embedding import VectorCache, check_model, open_embedder
from graph.passages import load_passages
from graph.settings import Settings
from graph.store import Store

__all__ = ["Opening", "open_engine", "open_file_engine"]

_TOGETHER = 30  # districts whose plans can be asked all at once


def open_engine(settings: Settings, store: Store | None = None) -> Engine:
    """Open the engine over the plans in a store; raises StoreMissing where nothing was ingested,
    and OtherModel where that was done with another embedding model.

    What is learnt of the store, and the vectors of its texts, are kept in its folder, so that it is
    learnt once, by whoever comes first: the ingest, or the first question after a change.
    """
    store = store or Store.open(settings.store)
    check_model(settings)
    opening = Opening(settings.store, store, VectorCache(settings.store / "vectors", open_embedder(settings)))
    return opening.engine()


def open_file_engine(file: Path, settings: Settings) -> Engine:
    """Open the engine over an RDF file, with what its own labels give and no lexicon."""
    cache = VectorCache(settings.store / "vectors", open_embedder(settings))
    return Engine.open(load_graph(file), cache, Lexicon(), file.name)


class Vectors(Vectoriser, Protocol):
    """Gives texts vectors, and keeps those that it is told to."""

    def add(self, texts: Iterable[str]) -> int:
        """Keep the vectors of some texts."""


@dataclass(frozen=True)
class Opening:
    """What is learnt of a store, read from beside it or learnt now, and the engine over it."""

    folder: Path
    store: Store
    cache: Vectors

    def engine(self) -> Engine:
        """Return the engine over all plans, or over each district's where there are several districts."""
        shelf = Shelf(self.folder, self.store.state)
        kept = shelf.open()  # first of all: what it remembers of words makes all else faster
        lexicon = Lexicon.of_plans()
        kept = kept or shelf.keep(self._learnt, lexicon.listed("names"))
        if not kept.homes:
            return self._over(self.store, kept.all, None)
        apart = kept.homes > _TOGETHER
        engine = Engine.over(self.store, kept.all, lexicon, self.cache)
        return replace(engine, districts=Districts(kept, lexicon, lambda n: self._of(kept, n), apart=apart))

    def _of(self, kept: Kept, numbers: tuple[int, ...]) -> Engine:
        """Return the engine over the plans of some districts; of all where none is given."""
        if not numbers:
            return self._over(self.store, kept.learnt(kept.homes + 1), None)
        homes, names = zip(*(kept.home(n) for n in numbers), strict=True)
        graphs = tuple(dict.fromkeys(g for home in homes for g in home.graphs))
        part = self.store.part(map(URIRef, graphs))
        learnt = kept.learnt(*numbers) if len(numbers) == 1 else Learnt.of(part, Lexicon.of_plans())
        engine = self._over(part, learnt, {s for home in homes for s in home.documents})
        return replace(engine, about_only=(" and ".join(names), graphs))

    def _over(self, store: Store, learnt: Learnt, slugs: Collection[str] | None) -> Engine:
        passages = load_passages(self.folder, slugs)
        return Engine.over(store, learnt, Lexicon.of_plans(), self.cache, passages=passages)

    def _learnt(self) -> Iterator[tuple[Home, Learnt]]:
        """Learn all, and each district where there are several; the vectors of their texts are made too."""
        lexicon = Lexicon.of_plans()
        homes = homes_of(self.store, lexicon)
        Engine.over(self.store, Learnt.of(self.store.part(()), lexicon), lexicon)  # for its words
        if len(homes) > 1:
            common = frozenset.intersection(*(frozenset(h.graphs) for h in homes))
            yield Home("", ()), Learnt.of(self.store.part(map(URIRef, sorted(common))), lexicon)
            for home in homes:
                learnt = Learnt.of(self.store.part(map(URIRef, home.graphs)), lexicon)
                yield home, self._embedded(learnt, home.documents)
        if len(homes) <= _TOGETHER:
            yield Home("", ()), self._embedded(Learnt.of(self.store, lexicon), None)

    def _embedded(self, learnt: Learnt, slugs: Collection[str] | None) -> Learnt:
        passages = load_passages(self.folder, slugs)
        self.cache.add([*(t.text for t in learnt.texts), *(p.text for p in passages)])
        return learnt
