"""Runs readings against the store and keeps what they found."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rdflib import Literal
from rdflib.term import Node

from graph.ask.compose import Composed, asked_only, compose
from graph.ask.reading import Reading
from graph.errors import QueryError
from graph.store import Store

__all__ = ["Executor", "Found", "Row"]

_REMEMBERED = 64  # queries: the kinds that everybody asks after; more would hold the rows of large stores


@dataclass(frozen=True, slots=True)
class Row:
    """One thing or value found, with the thing it belongs to and those that bear witness, way by way."""

    value: str
    literal: bool
    thing: str
    witnesses: tuple[str, ...] = ()
    count: float | None = None
    ways: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What one reading found."""

    reading: Reading
    composed: Composed
    rows: tuple[Row, ...]
    places: int = 1
    """How many of the first places are asked for, where things are ranked."""

    @property
    def sparql(self) -> str:
        """The query that gives just what was asked for."""
        last = self.rows[min(self.places, len(self.rows)) - 1].count if self.rows else None
        winners = max((i + 1 for i, r in enumerate(self.rows) if r.count == last), default=1)
        return asked_only(self.reading.operation, self.composed, winners)


class Executor:
    """Runs readings; what a query found is remembered, since many questions come to the same ones."""

    def __init__(self, store: Store, wholes: Mapping[str, str], holder: Mapping[str, str]) -> None:
        self._store = store
        self._holder = holder
        self._wholes = wholes
        self._selected = lru_cache(_REMEMBERED)(self._select)
        self._found = lru_cache(_REMEMBERED)(self._run)

    def select(self, sparql: str, given: Mapping[str, Node]) -> tuple[dict[str, Node], ...]:
        """Run a stored query."""
        return self._selected(sparql, frozenset(given.items()))

    def _select(self, sparql: str, given: frozenset[tuple[str, Node]]) -> tuple[dict[str, Node], ...]:
        return tuple(self._store.select(sparql, dict(given)))

    def run(self, reading: Reading) -> Found:
        """Run one reading; one that cannot be run finds nothing."""
        composed = compose(reading, self._wholes, self._holder)
        return Found(reading, composed, self._found(composed))

    def _run(self, composed: Composed) -> tuple[Row, ...]:
        try:
            return tuple(_rows(self._store.select(composed.sparql), composed))
        except QueryError:
            return ()


def _rows(rows: list[dict[str, Node]], composed: Composed) -> list[Row]:
    """One row for each value; further rows of it only add witnesses."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        value = row.get(composed.value)
        if value is None:
            continue
        thing = str(row.get(composed.thing, ""))
        key = (str(value), thing if isinstance(value, Literal) else "")
        witnesses = tuple(str(row[w]) for w in composed.witnesses if w in row)
        known = found.get(key)
        ways: tuple[tuple[str, ...], ...] = (witnesses,)
        if known:
            ways = (*known.ways, witnesses)
            witnesses = tuple(dict.fromkeys([*known.witnesses, *witnesses]))
        amount = row.get("count", row.get("measure"))
        count = float(str(amount)) if amount is not None else None
        found[key] = Row(str(value), isinstance(value, Literal), thing, witnesses, count, ways)
    return list(found.values())
