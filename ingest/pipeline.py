"""Files into the store: all or nothing for each document, the same whatever the order, safe to repeat."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.embedding.model import model_identity
from graph.errors import StoreInvalid
from graph.settings import Settings
from graph.store import Store
from ingest.files import is_gone
from ingest.folder import StoreFolder
from ingest.own_layouts import OwnLayouts
from ingest.progress import Progress, silent
from ingest.reading import Reading
from ingest.register import Register
from ingest.report import DocumentReport, Report
from ingest.said_mark import said_mark
from ingest.state import State
from ingest.tally import tally

if TYPE_CHECKING:
    from ingest.embedding import Embedding
    from ingest.forms.shelf import Shelf
    from ingest.memory import Kept

__all__ = ["ingest"]

_MOST_NOTES = 30


def ingest(
    paths: Iterable[Path],
    settings: Settings,
    *,
    prune: bool = False,
    district: str = "",
    progress: Progress = silent,
) -> Report:
    """Read what is new or changed in these files and folders into the store of the settings.

    A file that cannot be read is told in the report and stops no other; what the store held of it
    stays. With `prune`, documents whose files are gone are taken out. `district` is the one that a
    person says the files are of.
    Raises StoreError where the store cannot be written to, and BadForm where a layout of the user is not well
    described, before anything is read.
    """
    shelf = _shelf(settings.layouts) if settings.layouts else None
    with _telling_of_disk(settings.store), ExitStack() as stack:
        own = OwnLayouts(settings.store, shelf)
        folder = StoreFolder(settings.store, own if shelf else None)
        folder.prepare()
        run = _Run(settings, folder, progress, stack, district)
        report = run.run([*paths], prune=prune)
        own.write(in_use=folder.holds_own)
        return report.with_note(own.note) if own.note and folder.holds_own else report


def _shelf(folder: Path) -> "Shelf":
    from ingest.forms.shelf import Shelf  # noqa: PLC0415  # slow, and a run without own layouts needs none

    return Shelf.of(folder)


@contextmanager
def _telling_of_disk(path: Path) -> Iterator[None]:
    """Turn what the operating system says of the store's folder into a sentence."""
    try:
        yield
    except OSError as error:
        raise StoreInvalid(path, (error.strerror or str(error)).lower()) from error


@dataclass
class _Run:
    settings: Settings
    folder: StoreFolder
    progress: Progress
    stack: ExitStack
    district: str = ""
    writer: Store | None = None

    def __post_init__(self) -> None:
        self.reading = Reading(self.folder, self._lock, self._embed, self.progress)
        self.written: dict[str, str] = {}

    def run(self, paths: list[Path], *, prune: bool) -> Report:
        """Read, bring the store to what the files say, and tell what was done."""
        fresh = self.reading.read(paths)
        register = self.folder.register().with_files(fresh, " ".join(self.district.split()))
        gone = {path for path in register.paths() if is_gone(path)}
        if prune:
            register = register.without(gone)
        else:
            self._tell_gone(gone, paths)
        told = said_mark(self.folder.path, self.settings.names, register)
        readings = self.folder.readings(register.documents())
        state = State.read(self.folder.state)
        settled = state.holds(readings, model_identity(self.settings), told)
        if not settled:
            register, state, settled = self._update(register)
        self._tell_copies(register, fresh)
        names = register.names_of(fresh)
        self.reading.errors.extend(state.problems)
        self.reading.notes.extend(note for about, note in state.notes if names & {*about})
        report = Report(self._documents(names), tuple(self.reading.errors), _shortened(self.reading.notes))
        return replace(report, lasting=self._lasting(report)) if settled else report

    def _lasting(self, report: Report) -> Report:
        """Return what this run says again as long as nothing changes."""
        documents = tuple(replace(document, state="unchanged") for document in report.documents)
        notes = [note for note in self.reading.notes if note not in self.reading.news]
        return Report(documents, report.errors, _shortened(notes))

    def _lock(self) -> Store:
        """Open the store for writing with the first thing that is new; it stays so until the end."""
        if self.writer is None:
            self.writer = self.stack.enter_context(Store.writing(self.folder.path))
        return self.writer

    @cached_property
    def embedding(self) -> "Embedding":
        """What embeds the texts of this run, beside the rest of it."""
        from ingest.embedding import Embedding  # noqa: PLC0415  # slow, and only what is new needs it

        return Embedding(self.settings, self.folder.path)

    def _embed(self, kept: "Kept") -> None:
        from ingest.embedding import first_texts_of  # noqa: PLC0415  # as above

        self.embedding.put(first_texts_of(kept))

    def _update(self, register: Register) -> tuple[Register, State, bool]:
        """Make the store what the register says, and tell whether nothing is left to do.

        The mark of completeness is set last.
        """
        from ingest.arrangement import Said  # noqa: PLC0415  # as below
        from ingest.update import Update  # noqa: PLC0415  # slow, and a run in which nothing is new needs none

        said = Said.of(self.folder.path, self.settings.names)
        update = Update(self.settings, self._lock(), self.folder, self.embedding, self.progress, said)
        register = update.run(register)
        self.reading.errors.extend(update.errors)
        self.reading.notes.extend(update.notes)
        self.reading.news.update(update.notes)
        self.written = update.written
        return register, update.state, not update.errors

    def _documents(self, names: set[str]) -> tuple[DocumentReport, ...]:
        if not names:
            return ()
        return tally(self.writer or Store.open(self.folder.path), names, self.written)

    def _tell_gone(self, gone: set[Path], paths: list[Path]) -> None:
        """Note the files that are gone from the folders named; the store keeps what it holds."""
        folders = [path.resolve() for path in paths]
        for path in sorted(gone):
            if any(path.is_relative_to(folder) for folder in folders):
                self.reading.notes.append(
                    f"{path}: the file is gone; the store keeps what was read of it, unless --prune is given."
                )

    def _tell_copies(self, register: Register, fresh: Iterable[Path]) -> None:
        copies = register.copies()
        for path in sorted(set(fresh) & set(copies)):
            self.reading.notes.append(f"{path}: the same content as {copies[path]}, held once.")


def _shortened(notes: list[str]) -> tuple[str, ...]:
    more = len(notes) - _MOST_NOTES
    return (*notes[:_MOST_NOTES], *([f"{more} more notes of this kind are left out."] if more > 0 else ()))
