"""The slow part of an ingest, run only when something is new: graphs, passages, vectors, computed links."""

from dataclasses import dataclass, field

from graph.settings import Settings
from graph.store import Store
from ingest.converge import Convergence
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
    progress: Progress
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)

    def run(self, register: Register) -> Register:
        """Change the store, and return the register without the documents that were refused."""
        self.folder.mark_begun()
        kept = self.folder.kept_documents(register)
        convergence = Convergence(self.folder, self.store, self.progress, self.errors, self.notes, self.written)
        register = convergence.run(register, kept)
        self.folder.write_register(register)
        self.folder.forget_others(register)
        self.folder.mark_complete(register, self.settings.model)
        return register
