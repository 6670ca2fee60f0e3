"""The stored questions and checks: one file each, documented in its own head, loaded by name.

A head is made of lines that begin with `#+`: `#+ title: …`, `#+ question: …`, `#+ parameter: item - …`
(one for each), `#+ empty: …` for what an empty answer means; checks add `#+ rule: …` and `#+ message: …`.
A line `#+   …` goes on with the line before. Parameters are bound, never written into the text, so
each one must be projected by its query.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.errors import UsageError
from graph.store import Binding, Store

__all__ = ["Parameter", "StoredQuery", "checks", "queries", "query", "read_query", "rows"]

_ORDER = re.compile(r"^ORDER BY(?P<names>(?: \?\w+)+)\s*\Z", re.MULTILINE)
_HEAD = re.compile(r"^#\+(?P<space> +)(?:(?P<key>[a-z]+): *)?(?P<value>.*)$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that is bound before it runs, and what it stands for."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A query with what its head says of it."""

    name: str
    text: str
    head: Mapping[str, str]
    parameters: tuple[Parameter, ...]

    @property
    def title(self) -> str:
        """The name of the query for people."""
        return self.head["title"]

    @property
    def question(self) -> str:
        """The question that the query answers, in words."""
        return self.head["question"]

    @property
    def empty(self) -> str:
        """What it means when the query finds nothing."""
        return self.head["empty"]

    def rows(self, store: Store, **bindings: Node) -> list[Binding]:
        """Run the query with its parameters bound and return its rows.

        Raises UsageError where a parameter is missing or unknown.
        """
        wanted = {p.name for p in self.parameters}
        if wanted != set(bindings):
            raise UsageError(f"The query {self.name} takes {_listed(wanted)}, not {_listed(set(bindings))}.")
        order = _ORDER.search(self.text)
        if not order:
            return store.select(self.text, bindings)
        # The engine reads a term from disk for every comparison; of many rows that takes most of the time.
        found = store.select(self.text[: order.start()], bindings)
        names = order["names"].replace("?", "").split()
        return sorted(found, key=lambda row: [_rank(row.get(name)) for name in names])


def read_query(name: str, text: str) -> StoredQuery:
    """Return a query from its text, with its head read.

    >>> read_query("all", "#+ title: All\\n#+   of them\\nSELECT ?item {}").title
    'All of them'
    """
    pairs: list[tuple[str, str]] = []
    for line in text.splitlines():
        found = _HEAD.match(line)
        if not found:
            continue
        if found["key"] and len(found["space"]) == 1:
            pairs.append((found["key"], found["value"].strip()))
        elif pairs:
            key, before = pairs[-1]
            pairs[-1] = key, f"{before} {line[2:].strip()}"
    parameters = tuple(
        Parameter(*(part.strip() for part in v.split(" - ", 1))) for k, v in pairs if k == "parameter"
    )
    return StoredQuery(name, text, {k: v for k, v in pairs if k != "parameter"}, parameters)


def queries() -> Iterator[StoredQuery]:
    """Yield all stored questions, by name."""
    return iter(_folder("queries").values())


def checks() -> Iterator[StoredQuery]:
    """Yield all checks, by name."""
    return iter(_folder("checks").values())


def query(name: str) -> StoredQuery:
    """Return a stored question by its name."""
    return _read("queries", name)


def rows(store: Store, name: str, **bindings: Node) -> list[Binding]:
    """Run a stored question by its name, with its parameters bound."""
    return query(name).rows(store, **bindings)


def _folder(folder: str) -> dict[str, StoredQuery]:
    names = sorted(f.name[:-3] for f in files("graph").joinpath(folder).iterdir() if f.name.endswith(".rq"))
    return {name: _read(folder, name) for name in names}


@cache
def _read(folder: str, name: str) -> StoredQuery:
    file = files("graph").joinpath(folder).joinpath(f"{name}.rq")
    return read_query(name, file.read_text(encoding="utf-8"))


def _rank(term: Node | None) -> tuple[int, float, str]:
    """Return what orders terms as SPARQL does: none, then IRIs, numbers by value, and words."""
    if term is None:
        return 0, 0.0, ""
    if isinstance(term, Literal):
        number = term.value
        if isinstance(number, int | float | Decimal) and not isinstance(number, bool):
            return 3, float(number), ""
        return 4, 0.0, str(term)
    return (2 if isinstance(term, URIRef) else 1), 0.0, str(term)


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "no parameters"
