"""The audit log: who changed what and when, a line of JSON for each, never taken back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from graph.paging import paged

__all__ = ["AuditLog", "AuditPage", "Change"]

_ON_A_PAGE = 50


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


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of the changes that were asked for, and what they can be narrowed to."""

    changes: tuple[Change, ...]
    total: int
    at: int
    last: int
    people: tuple[str, ...]
    kinds: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object."""
        return {
            "changes": [change.as_json() for change in self.changes],
            "total": self.total,
            "page": self.at,
            "pages": self.last,
            "people": list(self.people),
            "kinds": list(self.kinds),
        }


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
        for line in reversed(self._file.read_text(encoding="utf-8").split("\n")):
            if change := _change(line):
                yield change

    def page(self, who: str = "", what: str = "", words: str = "", at: int = 1) -> AuditPage:
        """Return one page of the changes by someone, of a kind, about something that holds some words."""
        everything = tuple(self.changes())
        wanted = words.casefold()
        found = tuple(
            c for c in everything
            if who in {"", c.who} and what in {"", c.what} and wanted in c.about.casefold()
        )  # fmt: skip
        shown, at, last = paged(found, at, _ON_A_PAGE)
        return AuditPage(
            shown,
            len(found),
            at,
            last,
            tuple(sorted({c.who for c in everything})),
            tuple(sorted({c.what for c in everything})),
        )


def _change(line: str) -> Change | None:
    """Return a line of the log, or nothing where a power cut left half of one."""
    try:
        return Change(**json.loads(line))
    except (ValueError, TypeError):
        return None
