"""Keeps what was learnt of a store in a file beside it, so that the next question need not learn it again.

The file is only a copy: where it is missing, damaged, of another version of the program or of another
state of the store, it is made again.
"""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph.ask.learnt import Learnt
from graph.ask.packing import packed_rest, packed_things, unpacked
from graph.ask.spelling import Spelling
from graph.ask.tokens import known_stems, remember_stems
from graph.ask.version import engine_version
from graph.files import replacing

__all__ = ["Shelf"]

_FILE = "questions.sqlite"
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE parts (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE things (number INTEGER PRIMARY KEY, iri TEXT NOT NULL, body TEXT NOT NULL);
"""
_DAMAGED = (sqlite3.Error, ValueError, TypeError, KeyError, IndexError, AttributeError)


class Shelf:
    """The file in which what was learnt of a store is kept, good for one state of the store."""

    def __init__(self, folder: Path, state: str) -> None:
        self._file = folder / _FILE
        self._key = sha256(f"{engine_version()}\n{state}".encode()).hexdigest() if state else ""

    def read(self) -> Learnt | None:
        """Return what was learnt of the store as it is now, or None where that is not kept whole."""
        if not self._key or not self._file.is_file():
            return None
        try:
            with closing(sqlite3.connect(f"{self._file.resolve().as_uri()}?mode=ro", uri=True)) as opened:
                return self._read(opened)
        except _DAMAGED:
            return None

    def _read(self, opened: sqlite3.Connection) -> Learnt | None:
        parts = {name: json.loads(body) for name, body in opened.execute("SELECT name, body FROM parts")}
        if parts["key"] != self._key:
            return None
        things = [
            (iri, json.loads(body))
            for iri, body in opened.execute("SELECT iri, body FROM things ORDER BY number")
        ]
        if len(things) != parts["size"]:
            return None
        remember_stems(parts["stems"])
        return replace(unpacked(parts["graph"], things), spelling=Spelling.known_by(*parts["words"]))

    def write(self, learnt: Learnt, spelling: Spelling) -> None:
        """Keep what was learnt; where nothing can be written, nothing is kept."""
        if not self._key:
            return
        parts = {
            "key": self._key,
            "size": len(learnt.entities),
            "graph": packed_rest(learnt),
            "words": [sorted(spelling.known), sorted(spelling.stems)],
            "stems": known_stems(),
        }
        try:
            with replacing(self._file) as part, closing(sqlite3.connect(part)) as opened:
                _fill(opened, parts, packed_things(learnt))
        except (OSError, sqlite3.Error):
            return


def _fill(opened: sqlite3.Connection, parts: dict[str, Any], things: Iterable[tuple[str, Any]]) -> None:
    opened.executescript(_TABLES)
    opened.executemany("INSERT INTO things (iri, body) VALUES (?, ?)", ((i, _packed(b)) for i, b in things))
    opened.executemany("INSERT INTO parts VALUES (?, ?)", ((n, _packed(b)) for n, b in parts.items()))
    opened.commit()


def _packed(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
