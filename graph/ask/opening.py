"""Opens the question engine over a store's folder, or over any RDF file."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from rdflib import URIRef

from graph.ask.contents import Vectoriser
from graph.ask.districts import Districts
from graph.ask.editions import Earlier, Editions, OfDistricts, earlier_plans
from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.homes import Home, homes_of
from graph.ask.kept import Kept
from graph.ask.learnt import Learnt
from graph.ask.lexicon import Lexicon
from graph.ask.shelf import Shelf
from graph.embedding.cache import VectorCache
from graph.embedding.embedder import open_embedder
from graph.embedding.match import check_model
from graph.identifiers import slug_in
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
            return self._newest_alone(kept)
        apart = kept.homes > _TOGETHER
        engine = Engine.over(self._newest, kept.all, lexicon, self.cache)
        districts = Districts(kept, lexicon, lambda n: self._of(kept, n), apart=apart)
        if not self.earlier:
            return replace(engine, districts=districts)
        return replace(engine, districts=Editions(self.earlier, lambda n: self._wide(kept, n), districts))

    def _newest_alone(self, kept: Kept) -> Engine:
        """Return the engine over the plans of one district, the newest where several years are held."""
        if not self.earlier:
            return self._over(self.store, kept.all, None)
        graphs = self.earlier.without(map(str, self.store.graph_names()))
        engine = self._over(self._newest, kept.all, _slugs(graphs))
        editions = Editions(self.earlier, lambda n: self._wide(kept, n))
        return replace(engine, about_only=("", graphs, self.earlier), districts=editions)

    def _of(self, kept: Kept, numbers: tuple[int, ...]) -> Engine:
        """Return the engine over the plans of some districts; of all where none is given."""
        if not numbers:
            graphs = self.earlier.without(map(str, self.store.graph_names())) if self.earlier else ()
            engine = self._over(self._newest, kept.learnt(kept.homes + 1), _slugs(graphs) or None)
            of = {s: n for h, n in map(kept.home, range(1, kept.homes + 1)) for s in h.documents}
            return replace(engine, about_only=("", graphs, OfDistricts(of, self.earlier)))
        homes, names = zip(*(kept.home(n) for n in numbers), strict=True)
        graphs = tuple(dict.fromkeys(g for home in homes for g in home.graphs))
        part = self.store.part(map(URIRef, graphs))
        learnt = kept.learnt(*numbers) if len(numbers) == 1 else Learnt.of(part, Lexicon.of_plans())
        engine = self._over(part, learnt, {s for home in homes for s in home.documents})
        return replace(engine, about_only=(" and ".join(names), graphs, self.earlier))

    def _wide(self, kept: Kept, numbers: tuple[int, ...]) -> Engine:
        """Return the engine over all years of the plans of some districts, or of all districts."""
        lexicon = Lexicon.of_plans()
        if not numbers:
            return self._over(self.store, Learnt.of(self.store, lexicon), None)
        iris, names = zip(*((h.iri, name) for h, name in map(kept.home, numbers)), strict=True)
        homes = [h for h in homes_of(self.store, lexicon) if h.iri in iris]
        graphs = tuple(dict.fromkeys(g for home in homes for g in home.graphs))
        part = self.store.part(map(URIRef, graphs))
        engine = self._over(part, Learnt.of(part, lexicon), {s for home in homes for s in home.documents})
        return replace(engine, about_only=(" and ".join(names), graphs, None))

    @cached_property
    def earlier(self) -> Earlier:
        """The plans of earlier years, which are asked only where a question is about them."""
        return earlier_plans(self.store, Lexicon.of_plans())

    @cached_property
    def _newest(self) -> Store:
        """The store without the plans of earlier years."""
        if not self.earlier:
            return self.store
        return self.store.part(map(URIRef, self.earlier.without(map(str, self.store.graph_names()))))

    def _over(self, store: Store, learnt: Learnt, slugs: Collection[str] | None) -> Engine:
        passages = load_passages(self.folder, slugs)
        return Engine.over(store, learnt, Lexicon.of_plans(), self.cache, passages=passages)

    def _learnt(self) -> Iterator[tuple[Home, Learnt]]:
        """Learn all, and each district where there are several; the vectors of their texts are made too."""
        lexicon = Lexicon.of_plans()
        homes = [Home(h.iri, self.earlier.without(h.graphs)) for h in homes_of(self.store, lexicon)]
        Engine.over(self.store, Learnt.of(self.store.part(()), lexicon), lexicon)  # for its words
        if len(homes) > 1:
            common = frozenset.intersection(*(frozenset(h.graphs) for h in homes))
            yield Home("", ()), Learnt.of(self.store.part(map(URIRef, sorted(common))), lexicon)
            for home in homes:
                learnt = Learnt.of(self.store.part(map(URIRef, home.graphs)), lexicon)
                yield home, self._embedded(learnt, home.documents)
        if len(homes) <= _TOGETHER:
            yield Home("", ()), self._embedded(Learnt.of(self._newest, lexicon), None)

    def _embedded(self, learnt: Learnt, slugs: Collection[str] | None) -> Learnt:
        passages = load_passages(self.folder, slugs)
        self.cache.add([*(t.text for t in learnt.texts), *(p.text for p in passages)])
        return learnt


def _slugs(graphs: Iterable[str]) -> set[str]:
    return {slug for graph in graphs if (slug := slug_in(URIRef(graph)))}
