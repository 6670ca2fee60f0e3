"""A wish to change a store: documents to add or take out, or decisions to apply; and how far it is."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from graph.files import write_atomically

__all__ = ["Job", "JobFolder"]

Kind = Literal["add", "take out", "names"]
State = Literal["waiting", "reading", "ready", "failed", "accepted", "discarded"]


@dataclass(frozen=True, slots=True)
class Job:
    """One wish: its files by name or the document to take out, who wished it, and its state."""

    id: str
    kind: Kind
    names: tuple[str, ...]
    by: str
    made_at: str
    district: str = ""
    state: State = "waiting"
    problem: str = ""

    @classmethod
    def new(cls, kind: Kind, names: tuple[str, ...], by: str, district: str = "") -> "Job":
        """Return a new wish; its identifiers sort by when they were made."""
        now = datetime.now(UTC)
        made = now.isoformat(timespec="seconds")
        return cls(f"{now:%Y%m%d-%H%M%S-%f}-{uuid4().hex[:6]}", kind, names, by, made, district)

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in {"waiting", "reading"}

    def as_json(self) -> dict[str, Any]:
        """Return the job as a JSON object."""
        return {**asdict(self), "names": [*self.names]}


@dataclass(frozen=True, slots=True)
class JobFolder:
    """Where a job is kept below the store: its files, the copy of the store, what it tells."""

    path: Path

    @property
    def documents(self) -> Path:
        """The files that were uploaded."""
        return self.path / "documents"

    @property
    def trial(self) -> Path:
        """The copy of the store in which they are read."""
        return self.path / "store"

    def job(self) -> Job:
        """Return the job as it was last written down."""
        body = json.loads((self.path / "job.json").read_bytes())
        return Job(**body | {"names": tuple(body["names"])})

    def write(self, job: Job) -> Job:
        """Keep the job."""
        write_atomically(self.path / "job.json", json.dumps(job.as_json()).encode("utf-8", "replace"))
        return job

    def to(self, state: State, problem: str = "") -> Job:
        """Bring the job to another state."""
        return self.write(replace(self.job(), state=state, problem=problem))

    def tell(self, name: str, body: dict[str, Any]) -> None:
        """Write something that the job's process tells: 'progress', 'preview' or 'base'."""
        write_atomically(self.path / f"{name}.json", json.dumps(body).encode("utf-8", "replace"))

    def told(self, name: str) -> dict[str, Any]:
        """Return what was told; empty where nothing was."""
        try:
            body: dict[str, Any] = json.loads((self.path / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return body
