"""The audit log: who changed what and when, a line of JSON for each, never taken back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

__all__ = ["AuditLog", "Change"]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log."""

    when: str
    who: str
    what: str
    about: str

    def as_json(self) -> dict[str, Any]:
        """Return the line as a JSON object."""
        return {"when": self.when, "who": self.who, "what": self.what, "about": self.about}


class AuditLog:
    """A file beside the store to which lines are only added."""

    def __init__(self, store: Path) -> None:
        self._file = store / "audit.jsonl"
        self._lock = Lock()

    def add(self, who: str, what: str, about: str) -> None:
        """Write that someone did something to a thing, such as 'accepted document' and its name."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        line = json.dumps(Change(now, who, what, about).as_json(), ensure_ascii=False)
        with self._lock:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as opened:
                opened.write(f"{line}\n")

    def changes(self) -> Iterator[Change]:
        """Yield the lines, the newest first."""
        if not self._file.exists():
            return
        for line in reversed(self._file.read_text(encoding="utf-8").splitlines()):
            yield Change(**json.loads(line))
