"""Opens the question engine over a store's folder, or over any RDF file."""

from pathlib import Path

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon
from graph.embedding import VectorCache, open_embedder
from graph.passages import load_passages
from graph.settings import Settings
from graph.store import Store

__all__ = ["open_engine", "open_file_engine"]


def open_engine(settings: Settings, store: Store | None = None) -> Engine:
    """Open the engine over the plans in a store; raises StoreMissing where nothing was ingested.

    The vectors of the graph's texts are kept in the store's folder, so that they are made once.
    """
    store = store or Store.open(settings.store)
    cache = VectorCache(settings.store / "vectors", open_embedder(settings))
    engine = Engine.open(store, cache, passages=load_passages(settings.store))
    cache.add([*(t.text for t in engine.index.texts), *engine.decider.passages.texts()])
    return engine


def open_file_engine(file: Path, settings: Settings) -> Engine:
    """Open the engine over an RDF file, with what its own labels give and no lexicon."""
    cache = VectorCache(settings.store / "vectors", open_embedder(settings))
    return Engine.open(load_graph(file), cache, Lexicon(), file.name)
