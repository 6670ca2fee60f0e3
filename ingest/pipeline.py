"""Files into the store: all or nothing for each document, the same whatever the order, safe to repeat."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.settings import Settings
from graph.store import Store
from ingest.embedding import Embedding, first_texts_of
from ingest.folder import StoreFolder
from ingest.progress import Progress, silent
from ingest.reading import Reading
from ingest.register import Register
from ingest.report import Report
from ingest.tally import tally

__all__ = ["ingest"]


def ingest(
    paths: Iterable[Path], settings: Settings, *, prune: bool = False, progress: Progress = silent
) -> Report:
    """Read what is new or changed in these files and folders into the store of the settings.

    A file that cannot be read is told in the report and stops no other; what the store held of it
    stays. With `prune`, documents whose files are gone are taken out.
    Raises StoreError where the store cannot be written to.
    """
    with Store.writing(settings.store) as store:
        return _Run(settings, store, progress).run([*paths], prune=prune)


@dataclass
class _Run:
    settings: Settings
    store: Store
    progress: Progress

    def __post_init__(self) -> None:
        self.folder = StoreFolder(self.settings.store)
        self.embedding = Embedding(self.settings, self.folder.path)
        self.reading = Reading(
            self.folder, lambda kept: self.embedding.put(first_texts_of(kept)), self.progress
        )
        self.written: dict[str, str] = {}

    def run(self, paths: list[Path], *, prune: bool) -> Report:
        """Read, bring the store to what the files say, and tell what was done."""
        held = self.folder.register()
        register = self.reading.read(paths, held)
        gone = [path for path in register.paths() if not path.exists()]
        if prune:
            register = register.without(set(gone))
        else:
            self._tell_gone(gone, paths)
        if not self.folder.is_complete(register, self.settings.model):
            register = self._update(register)
        self._tell_copies(register)
        shown = register.names_of(self.reading.seen)
        documents = tally(self.store, shown, self.written)
        return Report(documents, tuple(self.reading.errors), tuple(self.reading.notes))

    def _update(self, register: Register) -> Register:
        """Make the store what the register says; the mark of completeness is set last."""
        from ingest.update import Update  # noqa: PLC0415  # slow, and a run in which nothing is new needs none

        update = Update(self.settings, self.store, self.folder, self.embedding, self.progress)
        register = update.run(register)
        self.reading.errors.extend(update.errors)
        self.reading.notes.extend(update.notes)
        self.written = update.written
        return register

    def _tell_gone(self, gone: list[Path], paths: list[Path]) -> None:
        """Note the files that are gone from the folders named; the store keeps what it holds."""
        folders = [path.resolve() for path in paths]
        for path in gone:
            if any(path.is_relative_to(folder) for folder in folders):
                self.reading.notes.append(
                    f"{path}: the file is gone; the store keeps what was read of it, unless --prune is given."
                )

    def _tell_copies(self, register: Register) -> None:
        for path, name in register.copies().items():
            if path in self.reading.seen:
                self.reading.notes.append(f"{path}: the same content as {name}, held once.")
