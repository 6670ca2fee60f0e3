"""What was learnt of a store as tables: of all of it, and of each district, which words name it."""

import json
import sqlite3
from array import array
from collections.abc import Iterable
from threading import Lock
from typing import Any

from graph.ask.homes import Home
from graph.ask.learnt import Learnt
from graph.ask.packing import packed_rest, packed_things, packed_words, unpacked, unpacked_words
from graph.ask.tokens import known_stems, remember_stems, stems

__all__ = ["DAMAGED", "Kept", "fill"]

DAMAGED = (sqlite3.Error, ValueError, TypeError, KeyError, IndexError, AttributeError)
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE about (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE homes (home INTEGER PRIMARY KEY, iri TEXT, label TEXT, graphs TEXT, size INTEGER, body TEXT);
CREATE TABLE things (home INTEGER, number INTEGER, iri TEXT, body TEXT, PRIMARY KEY (home, number))
  WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, named BLOB, said BLOB) WITHOUT ROWID;
"""
_ALL = 0  # the number of what was learnt of everything


class Kept:
    """The tables, read as far as they are needed."""

    def __init__(self, opened: sqlite3.Connection) -> None:
        self._opened = opened
        self._lock = Lock()
        self._about: dict[str, Any] = {
            n: json.loads(b) for n, b in self._rows("SELECT name, body FROM about")
        }
        self.key = str(self._about["key"])
        self.homes = int(self._about["homes"])
        """How many districts there are, numbered from 1, where there are several."""
        remember_stems(self._about["stems"])
        self._base = unpacked_words(self._about["base"])
        self.all = self.learnt(_ALL)

    def learnt(self, home: int = _ALL) -> Learnt:
        """Return what was learnt of all, or of one district."""
        [(size, body)] = self._rows("SELECT size, body FROM homes WHERE home = ?", home)
        rows = self._rows("SELECT iri, body FROM things WHERE home = ? ORDER BY number", home)
        if len(rows) != size:
            raise IndexError(home)
        things = ((iri, json.loads(packed)) for iri, packed in rows)
        return unpacked(json.loads(body), things, self._base)

    def home(self, number: int) -> tuple[Home, str]:
        """Return a district and what it is called."""
        [(iri, label, graphs)] = self._rows("SELECT iri, label, graphs FROM homes WHERE home = ?", number)
        return Home(iri, tuple(json.loads(graphs))), label

    def labels(self, most: int) -> list[str]:
        """Return the names of the first districts."""
        rows = self._rows("SELECT label FROM homes WHERE home > 0 ORDER BY home LIMIT ?", most)
        return [label for (label,) in rows]

    def words(self, stems_: Iterable[str]) -> dict[str, tuple[frozenset[int], frozenset[int]]]:
        """Return the districts in which each word names something, and in which it stands at all."""
        asked = sorted(set(stems_))
        marks = ",".join("?" * len(asked))
        rows = self._rows(f"SELECT word, named, said FROM words WHERE word IN ({marks})", *asked)  # noqa: S608  # marks
        return {word: (_numbers(named), _numbers(said)) for word, named, said in rows}

    def _rows(self, sql: str, *given: object) -> list[Any]:
        with self._lock:
            return self._opened.execute(sql, given).fetchall()


def fill(
    opened: sqlite3.Connection, key: str, parts: Iterable[tuple[Home, Learnt]], names: frozenset[str]
) -> None:
    """Write all that was learnt: of everything or of what is common, then of each district by itself.

    Where there are districts, what was learnt of everything may come last.

    `names` are the classes whose things have names rather than texts.
    """
    opened.executescript(_TABLES)
    about: dict[str, Any] = {"key": key}
    named: dict[str, array[int]] = {}
    said: dict[str, array[int]] = {}
    for number, (home, learnt) in enumerate(parts):
        _add(opened, number, home, learnt)
        about["homes"] = about.get("homes", 0) + bool(home.iri)
        if number == _ALL:
            about |= {"stems": known_stems(), "base": packed_words(learnt.base)}
        if not home.iri:
            continue
        for word in sorted({w for t in learnt.texts for w in t.stems}):
            said.setdefault(word, array("i")).append(number)
        for word in sorted(_naming(learnt, names)):
            named.setdefault(word, array("i")).append(number)
    rows = ((w, named[w].tobytes() if w in named else b"", said[w].tobytes()) for w in sorted(said))
    opened.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
    opened.executemany("INSERT INTO about VALUES (?, ?)", ((n, _packed(b)) for n, b in about.items()))
    opened.commit()


def _naming(learnt: Learnt, classes: frozenset[str]) -> set[str]:
    """The words of names, and not of texts."""
    named = [e for e in learnt.entities.values() if classes & set(e.classes)]
    return {w for e in named for n in e.names for w in stems(n)}


def _add(opened: sqlite3.Connection, number: int, home: Home, learnt: Learnt) -> None:
    known = learnt.entities.get(home.iri)
    label = known.label if known else home.iri
    row = (number, home.iri, label, _packed(home.graphs), len(learnt.entities), _packed(packed_rest(learnt)))
    opened.execute("INSERT INTO homes VALUES (?, ?, ?, ?, ?, ?)", row)
    things = ((number, n, iri, _packed(b)) for n, (iri, b) in enumerate(packed_things(learnt)))
    opened.executemany("INSERT INTO things VALUES (?, ?, ?, ?)", things)


def _packed(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _numbers(packed: bytes) -> frozenset[int]:
    found = array("i")
    found.frombytes(packed)
    return frozenset(found)
