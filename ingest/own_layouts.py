"""Which of a user's own layouts could hold for a content, so that a change reads again just what it must."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from graph.files import write_atomically
from ingest.version import reader_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.forms.form import Form
    from ingest.forms.shelf import Shelf

__all__ = ["OwnLayouts"]

_FILE = "layouts.json"


class OwnLayouts:
    """A shelf of forms and the mark that it gives each content, remembered beside a store."""

    def __init__(self, store: Path, shelf: "Shelf | None") -> None:
        self._file = store / _FILE
        self.shelf = shelf
        self.version = shelf.version if shelf else ""
        self.before: tuple[str, ...] = ()
        """The own layouts with which the store was filled until now."""
        self._marks: dict[str, str] = {}
        if self._file.exists():
            body = json.loads(self._file.read_text())
            self.before = tuple(body["files"])
            self._marks = body["marks"] if body["rules"] == self.rules else {}

    @property
    def rules(self) -> str:
        """The version of all rules by which documents are read now."""
        return f"{reader_version()}-{self.version}" if self.version else reader_version()

    @property
    def note(self) -> str:
        """What is to be said where a store was filled with own layouts, and this run has none."""
        if self.shelf is not None or not self.before:
            return ""
        return (
            f"This store was filled with layouts of your own ({', '.join(self.before)}), and this run has "
            "none: name their folder with --layouts to read new files with them too."
        )

    @property
    def forms(self) -> "Sequence[Form]":
        """The forms themselves."""
        return tuple(self.shelf.forms.values()) if self.shelf else ()

    def mark(self, content_hash: str) -> str | None:
        """Return the mark of a content; None where it is not known yet."""
        return self._marks.get(content_hash) if self.shelf else ""

    def learn(self, content_hash: str, raw: str) -> str:
        """Work out the mark of a content from its text."""
        if self.shelf is None:
            return ""
        self._marks[content_hash] = self.shelf.mark(raw)
        return self._marks[content_hash]

    def write(self, *, in_use: bool) -> None:
        """Keep the marks, or forget them where nothing in the store rests on own layouts any more."""
        if self.shelf is not None:
            files = sorted(self.shelf.forms)
            body = {"rules": self.rules, "files": files, "marks": self._marks}
            write_atomically(self._file, json.dumps(body, ensure_ascii=False).encode())
        elif self.before and not in_use:
            self._file.unlink(missing_ok=True)
