"""Embeds the words of documents beside the other work, so that questions find them at once."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from graph.embedding.cache import VectorCache
from graph.embedding.embedder import open_embedder
from graph.errors import ModelUnavailable
from graph.settings import Settings
from ingest.iris import Names
from ingest.memory import Kept
from ingest.resolve import names_of

__all__ = ["Embedding", "first_texts_of", "texts_of"]


class Embedding:
    """Embeds in a thread of its own, which begins with the first texts; `finish` gives the vectors."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        self._queue: SimpleQueue[list[str] | None] = SimpleQueue()
        self._cache: VectorCache | None = None
        self._error: ModelUnavailable | None = None
        self._thread: Thread | None = None
        self._ended = False

    def put(self, texts: Iterable[str]) -> None:
        """Ask for the vectors of texts."""
        self._queue.put([*texts])
        if self._thread is None:
            self._thread = Thread(target=self._work, name="embedding", daemon=True)
            self._thread.start()

    def finish(self) -> VectorCache:
        """Wait until all is embedded; raises ModelUnavailable where the model cannot be had."""
        self.put(())
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join()
        if self._cache is None:
            raise self._error or ModelUnavailable("The embedding failed; run the same command again.")
        return self._cache

    def _next(self) -> set[str]:
        """Wait for texts and return all that have come, since many at a time go faster; none at the end."""
        texts: set[str] = set()
        while not (self._ended and self._queue.empty()):
            part = self._queue.get()
            self._ended = part is None
            texts.update(part or ())
            if texts and self._queue.empty():
                break
        return texts

    def _work(self) -> None:
        try:
            cache = VectorCache(self._folder / "vectors", open_embedder(self._settings))
            while texts := self._next():
                cache.add(texts)
            self._cache = cache
        except ModelUnavailable as error:
            self._error = error
        except (OSError, RuntimeError) as error:
            self._error = ModelUnavailable(f"The vectors could not be made or kept: {error}.")


def first_texts_of(kept: Kept) -> Iterator[str]:
    """Yield the words that a document has before its names are resolved."""
    for item in kept.findings:
        yield from (text for text in (item.label, *item.aliases) if text)
    yield from (piece.text for piece in kept.pieces)


def texts_of(document: str, kept: Kept, names: Names) -> Iterator[str]:
    """Yield all words of a document that a question may be held against: labels, names, passages."""
    yield from first_texts_of(kept)
    for named in names_of(kept.findings):
        yield named.name
        if resource := names.of(document, named):
            yield from (resource.label, *resource.alt_labels)
