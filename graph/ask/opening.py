"""Opens the question engine over a store's folder, or over any RDF file."""

from pathlib import Path

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.learnt import Learnt
from graph.ask.lexicon import Lexicon
from graph.ask.shelf import Shelf
from graph.embedding import VectorCache, open_embedder
from graph.passages import load_passages
from graph.settings import Settings
from graph.store import Store

__all__ = ["open_engine", "open_file_engine"]


def open_engine(settings: Settings, store: Store | None = None) -> Engine:
    """Open the engine over the plans in a store; raises StoreMissing where nothing was ingested.

    What is learnt of the store, and the vectors of its texts, are kept in its folder, so that it is
    learnt once, by whoever comes first: the ingest, or the first question after a change.
    """
    store = store or Store.open(settings.store)
    cache = VectorCache(settings.store / "vectors", open_embedder(settings))
    shelf = Shelf(settings.store, store.state)
    kept = shelf.read()
    lexicon, passages = Lexicon.of_plans(), load_passages(settings.store)
    if kept:
        return Engine.over(store, kept, lexicon, cache, passages=passages)
    engine = Engine.over(store, learnt := Learnt.of(store, lexicon), lexicon, cache, passages=passages)
    cache.add([*(t.text for t in learnt.texts), *engine.decider.passages.texts()])
    shelf.write(learnt, engine.spelling)
    return engine


def open_file_engine(file: Path, settings: Settings) -> Engine:
    """Open the engine over an RDF file, with what its own labels give and no lexicon."""
    cache = VectorCache(settings.store / "vectors", open_embedder(settings))
    return Engine.open(load_graph(file), cache, Lexicon(), file.name)
