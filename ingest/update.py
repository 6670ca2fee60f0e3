"""The slow part of an ingest, run only when something is new: graphs, passages, vectors, computed links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rdflib.term import Node

from graph.alignment import likely_links, mentions
from graph.embedding.model import model_identity
from graph.errors import ModelUnavailable
from graph.identifiers import computed_graph, document_graph
from graph.settings import Settings
from graph.store import Store
from ingest.arrangement import Arrangement, Said
from ingest.between import districts_beside, versions_beside
from ingest.converge import Convergence
from ingest.embedding import Embedding
from ingest.folder import StoreFolder
from ingest.progress import Progress
from ingest.register import Register
from ingest.said_mark import said_mark
from ingest.state import State

__all__ = ["Update"]

_Computed = Mapping[str, Iterable[tuple[Node, Node, Node]]]


@dataclass
class Update:
    """One change of a store to what a register says, in the districts in which something is new."""

    settings: Settings
    store: Store
    folder: StoreFolder
    embedding: Embedding
    progress: Progress
    said: Said = field(default_factory=Said)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)

    def run(self, register: Register) -> Register:
        """Change the store, and return the register without the documents that were refused."""
        convergence = Convergence(
            self.folder, self.store, self.embedding.put, self.progress, self.errors, self.notes, self.written
        )
        convergence.decisions = self.said.decisions
        held = self.folder.register()
        touched, wanted, refused = self._changed(register, convergence)
        while refused:
            register = register.without_documents(refused, held)
            more, wanted, refused = self._changed(register, convergence)
            touched |= more
        convergence.drop_others(wanted.documents)
        self.folder.write_register(register)
        self.folder.forget_others(register)
        self.state = wanted
        self._stand_beside(wanted)
        self._compute(wanted, touched)
        return register

    def _changed(
        self, register: Register, convergence: Convergence
    ) -> tuple[frozenset[str], State, set[str]]:
        """Write the documents of the districts that differ; return these, the state wanted, the refused."""
        documents = register.documents()
        before = State.read(self.folder.state)
        self.arrangement = arranged = Arrangement.of(self.folder, register, self.said)
        homes = {name: home.path for name, home in arranged.homes.items()}
        wanted = State.of(
            self.folder.readings(documents),
            homes,
            model_identity(self.settings),
            arranged.versions.replaced,
            said_mark(self.folder.path, self.settings.names, register),
        )
        wanted = replace(wanted, notes=tuple(arranged.notes()), problems=self.said.problems)
        convergence.homes = arranged.homes
        convergence.earlier = arranged.versions.earlier
        touched = before.differs_in(wanted)
        before.write(self.folder.state, begun=touched)
        refused: set[str] = set()
        for home in sorted(touched):
            kept = self.folder.kept_documents(_documents_of(wanted, home))
            refused |= convergence.run(kept)
        return touched, wanted, refused

    def _stand_beside(self, wanted: State) -> None:
        """Write what no document says of itself: its district, and which plans take the place of which."""
        arranged = self.arrangement
        for by, computed in (
            ("districts", districts_beside(self.store, arranged.homes)),
            ("versions", versions_beside(self.store, arranged.versions)),
        ):
            self._replace(by, {name: computed.get(name, ()) for name in wanted.documents})

    def _compute(self, wanted: State, touched: Iterable[str]) -> None:
        """Compute mentions and likely links; without a model the next run does, and completes the state."""
        self.progress("Looking for names", 0, 0)
        groups = [sorted(_documents_of(wanted, home)) for home in sorted(touched)]
        for group in groups:
            found = mentions(self.store, [document_graph(name) for name in group])
            self._replace("mentions", {name: found.get(document_graph(name), ()) for name in group})
        self.progress("Embedding", 0, 0)
        try:
            vectors = self.embedding.finish().vectors
        except ModelUnavailable as error:
            self.errors.append(f"{error} What was read is stored; the likely links are not computed.")
            return
        for group in groups:
            links = likely_links(self.store, [document_graph(name) for name in group], vectors)
            self._replace("alignment", {name: links.get(document_graph(name), ()) for name in group})
        self.store.flush()
        wanted.write(self.folder.state)

    def _replace(self, by: str, computed: _Computed) -> None:
        """Write the computed graphs that differ."""
        for name, triples in computed.items():
            graph, wanted = computed_graph(by, name), set(triples)
            if wanted != set(self.store.graph(graph)):
                self.store.replace_graph(graph, wanted)


def _documents_of(state: State, home: str) -> dict[str, str]:
    return {name: sha.partition("+")[0] for name, (sha, of) in state.documents.items() if of == home}
