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

__all__ = ["StoreFolder"]


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The places in one store's folder."""

    path: Path

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

        return FindingsFile(self.path / "findings", content_hash, reader_version())

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
