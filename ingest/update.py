"""The slow part of an ingest, run only when something is new: graphs, passages, vectors, computed links."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import URIRef
from rdflib.term import Node

from graph.alignment import likely_links, mentions
from graph.embedding import VectorCache
from graph.errors import ModelUnavailable
from graph.identifiers import computed_graph, document_graph
from graph.settings import Settings
from graph.store import Store
from ingest.converge import Convergence
from ingest.embedding import Embedding
from ingest.folder import StoreFolder
from ingest.progress import Progress
from ingest.register import Register

__all__ = ["Update"]


@dataclass
class Update:
    """One change of a store to what a register says."""

    settings: Settings
    store: Store
    folder: StoreFolder
    embedding: Embedding
    progress: Progress
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)

    def run(self, register: Register) -> Register:
        """Change the store, and return the register without the documents that were refused."""
        self.folder.mark_begun()
        kept = self.folder.kept_documents(register)
        convergence = Convergence(
            self.folder, self.store, self.embedding.put, self.progress, self.errors, self.notes, self.written
        )
        register = convergence.run(register, kept)
        self.folder.write_register(register)
        self.folder.forget_others(register)
        self._write_mentions(register)
        self._finish(register)
        return register

    def _finish(self, register: Register) -> None:
        """Wait for the vectors and compute what rests on them; without a model the next run does."""
        self.progress("Embedding", 0, 0)
        try:
            vectors: VectorCache = self.embedding.finish()
        except ModelUnavailable as error:
            self.errors.append(f"{error} What was read is stored; the likely links are not computed.")
            return
        self._replace(computed_graph("alignment"), likely_links(self.store, vectors.vectors))
        self.folder.mark_complete(register, self.settings.model)

    def _write_mentions(self, register: Register) -> None:
        self.progress("Looking for names", 0, 0)
        found = mentions(self.store)
        for name in register.documents():
            self._replace(computed_graph("mentions", name), found.get(document_graph(name), ()))

    def _replace(self, graph: URIRef, triples: Iterable[tuple[Node, Node, Node]]) -> None:
        """Write a computed graph only where it differs."""
        wanted = set(triples)
        if wanted != set(self.store.graph(graph)):
            self.store.replace_graph(graph, wanted)
