"""What lies in a store's folder beside the quads: the register, what was found, passages, vectors."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreInvalid
from ingest.register import Register
from ingest.state import State
from ingest.version import reader_version

if TYPE_CHECKING:
    from ingest.memory import FindingsFile, Kept
    from ingest.own_layouts import OwnLayouts

__all__ = ["StoreFolder"]


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The places in one store's folder."""

    path: Path
    own: "OwnLayouts | None" = None
    """The user's own layouts, in a run that reads with such."""

    def prepare(self) -> None:
        """Make the folder, or see that it is one; raises StoreInvalid."""
        if self.path.exists() and not self.path.is_dir():
            raise StoreInvalid(self.path, "it is a file, not a folder")
        self.path.mkdir(parents=True, exist_ok=True)

    def register(self) -> Register:
        """Return the register of the files that the store holds."""
        return Register.read(self.path / "register.json")

    def write_register(self, register: Register) -> None:
        """Keep the register."""
        register.write(self.path / "register.json")

    def kept(self, content_hash: str) -> "FindingsFile":
        """Return the place of what was found in a content, by the rules of today."""
        from ingest.memory import FindingsFile  # noqa: PLC0415  # slow to import; who only asks needs none

        place, version = self.path / "findings", reader_version()
        if self.own is None:
            return FindingsFile(place, content_hash, version)
        mark = self.own.mark(content_hash)
        if mark is None and (known := FindingsFile(place, content_hash, version).or_older()):
            mark = self.own.learn(content_hash, known.read().findings.document.source.raw)
        return FindingsFile(place, content_hash, version if mark == "" else f"{version}+{mark or 'new'}")

    def readings(self, documents: Mapping[str, str]) -> dict[str, str]:
        """Return each document with its content hash and the mark of the own layouts that could hold."""
        marks = {sha: self.kept(sha).mark for sha in documents.values()} if self.own else {}
        return {name: f"{sha}{marks.get(sha, '')}" for name, sha in documents.items()}

    @property
    def state(self) -> Path:
        """The file of what the store was brought to."""
        return self.path / "state.json"

    @property
    def unfinished(self) -> bool:
        """Whether a run began here and did not end, so that the store may hold a part of the plans."""
        if self.state.exists():
            return bool(State.read(self.state).begun)
        return (self.path / "findings").is_dir()

    @property
    def holds_own(self) -> bool:
        """Whether something was read here with a user's own layouts."""
        return any((self.path / "findings").glob("*+*"))

    def kept_documents(self, documents: Mapping[str, str]) -> "dict[str, Kept]":
        """Return what was found in each document; one that only older rules read comes as they read it."""
        files = {name: self.kept(sha).or_older() for name, sha in sorted(documents.items())}
        return {name: file.read() for name, file in files.items() if file}

    def forget_others(self, register: Register) -> None:
        """Take away the findings that no document rests on any more."""
        files = (self.kept(sha).or_older() for sha in register.documents().values())
        wanted = {file.path for file in files if file}
        for file in (self.path / "findings").glob("*"):
            if file not in wanted:
                file.unlink(missing_ok=True)
