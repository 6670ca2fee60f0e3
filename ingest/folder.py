"""What lies in a store's folder beside the quads: the register, what was found, passages, vectors."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph.errors import StoreInvalid
from graph.files import write_atomically
from ingest.memory import FindingsFile, Kept
from ingest.register import Register
from ingest.version import reader_version

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

    def kept(self, content_hash: str) -> FindingsFile:
        """Return the place of what was found in a content, by the rules of today."""
        return FindingsFile(self.path / "findings", content_hash, reader_version())

    def is_complete(self, register: Register, model: str) -> bool:
        """Tell whether the last run brought the store to what this register says, and got to its end."""
        if not register.paths() and not (self.path / "quads").exists():
            return True  # there is nothing, and nothing to be done
        file = self.path / "complete"
        return file.exists() and file.read_bytes() == _state(register, model)

    def mark_complete(self, register: Register, model: str) -> None:
        """Note that the store is what this register says."""
        write_atomically(self.path / "complete", _state(register, model))

    def mark_begun(self) -> None:
        """Note that the store is being changed; a run that is killed leaves it so."""
        (self.path / "complete").unlink(missing_ok=True)

    def kept_documents(self, register: Register) -> dict[str, Kept]:
        """Return what was found in each document; one that only older rules read comes as they read it."""
        files = {name: self.kept(sha).or_older() for name, sha in register.documents().items()}
        return {name: file.read() for name, file in files.items() if file}

    def forget_others(self, register: Register) -> None:
        """Take away the findings that no document rests on any more."""
        files = (self.kept(sha).or_older() for sha in register.documents().values())
        wanted = {file.path for file in files if file}
        for file in (self.path / "findings").glob("*"):
            if file not in wanted:
                file.unlink(missing_ok=True)


def _state(register: Register, model: str) -> bytes:
    body = json.dumps([reader_version(), model, register.documents()])
    return sha256(body.encode()).hexdigest().encode()
