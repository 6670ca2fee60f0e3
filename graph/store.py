"""The store of quads: embedded on disk, SPARQL 1.1, one writer, any number of readers.

With graph.store_terms all that touches the engine (Oxigraph, by pyoxigraph and oxrdflib). What goes in
and out are rdflib terms, so that nothing else depends on the engine.

The engine's own union of named graphs gives a triple once for every graph that holds it, so that what
two documents say would be counted twice. The default graph therefore holds every triple once, kept
with each write, and queries run over it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import sleep
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from graph.errors import QueryError, StoreInvalid, StoreLocked, StoreMissing
from graph.same_thread import takes_nothing_along
from graph.store_terms import Terms, engine_term, term_of
from graph.swap import finish_swap
from graph.vocabulary import PREFIXES

__all__ = ["Binding", "Store"]

Binding = dict[str, Node]
_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_MERGED = ox.DefaultGraph()
_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH <graph> { ?s ?p ?o } }"
_DROP = """
DELETE { ?s ?p ?o } WHERE {
  GRAPH <graph> { ?s ?p ?o }
  FILTER NOT EXISTS { GRAPH ?other { ?s ?p ?o } FILTER(?other != <graph>) }
} ;
DROP SILENT GRAPH <graph>
"""
_NO_DATA = {"LOCK", "LOG"}
_QUADS = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}


class Store:
    """Quads on disk (or in memory) with SPARQL over all named graphs merged."""

    def __init__(self, engine: ox.Store, path: Path | None, state: str = "") -> None:
        self._engine = engine
        self.path = path
        self.state = state
        """What tells what the store held when it was opened from what it holds at other times; or nothing."""
        self._merged: bool | None = None

    @classmethod
    def in_memory(cls) -> "Store":
        """Return an empty store that lives as long as this object."""
        return cls(ox.Store(), None)

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Open the store in a folder for reading, beside whoever writes.

        Raises StoreMissing where nothing was ingested, StoreInvalid where the path holds no store.
        """
        _refuse_file(path)
        finish_swap(path)
        if not (path / "quads").exists():
            raise StoreMissing(path)
        state = _state(path / "quads")  # first: what is written meanwhile makes it a state that never was
        return cls(_open_beside_writer(path), path, state)

    @classmethod
    @contextmanager
    def writing(cls, path: Path) -> Iterator["Store"]:
        """Open the store in a folder for writing, made where it is not there.

        Raises StoreLocked while another process writes, StoreInvalid where the path cannot hold one.
        """
        _refuse_file(path)
        finish_swap(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            engine = ox.Store(str(path / "quads"))
        except (OSError, ValueError) as error:
            if "lock" in str(error).lower():
                raise StoreLocked(path) from error
            raise StoreInvalid(path, _first_line(error)) from error
        store = cls(engine, path)
        del engine  # the lock is given back when the last reference goes
        try:
            yield store
        finally:
            store._engine.flush()
            del store._engine

    @takes_nothing_along
    def select(self, query: str, bindings: Mapping[str, Node] | None = None) -> list[Binding]:
        """Run a SELECT and return its rows; a variable without a value is left out of its row.

        A bound variable must be projected by the query (pyoxigraph raises otherwise).
        """
        result = self._query(query, bindings)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("The query is not a SELECT; use one that returns rows.")
        names, terms = [v.value for v in result.variables], Terms()
        return [{n: terms[t] for n, t in zip(names, row, strict=True) if t is not None} for row in result]

    def ask(self, query: str, bindings: Mapping[str, Node] | None = None) -> bool:
        """Run an ASK."""
        return bool(self._query(query, bindings))

    @takes_nothing_along
    def construct(self, query: str, bindings: Mapping[str, Node] | None = None) -> Graph:
        """Run a CONSTRUCT or DESCRIBE and return its triples."""
        result = self._query(query, bindings)
        if not isinstance(result, ox.QueryTriples):
            raise QueryError("The query is not a CONSTRUCT; use one that returns triples.")
        return _as_graph(result)

    @takes_nothing_along
    def serialize_query(self, query: str, form: str, rows: int | None = None) -> bytes:
        """Run any read-only query and return its result in a W3C format (json, xml, csv, tsv, ttl, nt).

        Raises QueryError where the format does not fit the kind of query, or where it gives more rows
        than are allowed.
        """
        if rows is not None:
            self._refuse_more_than(rows, query)
        result = self._query(query, None)
        if isinstance(result, ox.QueryTriples):
            return _triples_as_text(_as_graph(result), form)
        if form not in _FORMATS:
            raise QueryError(f"A SELECT or ASK gives rows; use json, xml, csv or tsv, not {form}.")
        return bytes(result.serialize(format=_FORMATS[form]) or b"")

    @takes_nothing_along
    def graph(self, name: URIRef) -> Graph:
        """Return a copy of one named graph."""
        return _as_graph(self._engine.quads_for_pattern(None, None, None, ox.NamedNode(name)))

    def part(self, names: Iterable[URIRef]) -> "Store":
        """Return a copy, in memory, of some named graphs."""
        engine = ox.Store()
        for name in names:
            quads = list(self._engine.quads_for_pattern(None, None, None, ox.NamedNode(name)))
            engine.extend(quads)
            engine.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        return Store(engine, None)

    def graph_names(self) -> list[URIRef]:
        """Return the names of all graphs, sorted."""
        return sorted(URIRef(g.value) for g in self._engine.named_graphs())

    def replace_graph(self, name: URIRef, triples: Iterable[tuple[Node, Node, Node]]) -> None:
        """Put these triples in place of all that a named graph holds, in one transaction."""
        self.replace_graphs({name: triples})

    def replace_graphs(self, graphs: Mapping[URIRef, Iterable[tuple[Node, Node, Node]]]) -> None:
        """Put triples in place of all that these named graphs hold, all in one transaction.

        A graph for which there are none is not there afterwards.
        """
        steps: list[str] = [] if self._is_merged() else [_MERGE.replace("<graph>", "?graph")]
        for name, triples in graphs.items():
            body = "\n".join(f"{engine_term(s)} {engine_term(p)} {engine_term(o)} ." for s, p, o in triples)
            steps += [_DROP.replace("<graph>", f"<{name}>")]
            if body:
                steps += [
                    f"INSERT DATA {{ GRAPH <{name}> {{ {body} }} }}",
                    _MERGE.replace("<graph>", f"<{name}>"),
                ]
        self._engine.update(" ;\n".join(steps))

    def flush(self) -> None:
        """Make what was written so far outlast a power cut."""
        self._engine.flush()

    def drop_graph(self, name: URIRef) -> None:
        """Take a named graph out of the store."""
        self.replace_graphs({name: ()})

    def dump(self, form: str) -> bytes:
        """Return all quads of named graphs as 'trig' or 'nq'."""
        quads = (q for q in self._engine if q.graph_name != _MERGED)
        return bytes(ox.serialize(quads, format=_QUADS[form], prefixes=PREFIXES) or b"")

    def dataset(self) -> Dataset:
        """Return the rdflib API over this very store; its default graph holds every triple."""
        import oxrdflib  # noqa: PLC0415  # brings a SPARQL engine of its own, which takes long to import

        return Dataset(store=oxrdflib.OxigraphStore(store=self._engine), default_union=not self._is_merged())

    def __len__(self) -> int:
        [row] = self.select("SELECT (COUNT(*) AS ?triples) { ?s ?p ?o }")
        return int(str(row["triples"]))

    def _is_merged(self) -> bool:
        """Whether the default graph is kept; in a store of an older version it is not."""
        if self._merged is None or not self.state:  # what is open for reading stays as it was
            self._merged = any(True for _ in self._engine.quads_for_pattern(None, None, None, _MERGED))
        return self._merged

    def _refuse_more_than(self, rows: int, query: str) -> None:
        """Count before writing: the engine's results can be read only once."""
        result = self._query(query, None)
        if not isinstance(result, ox.QueryBoolean) and any(True for _ in islice(result, rows, None)):
            raise QueryError(f"The query gives more than {rows:,} rows; add a LIMIT or ask for less.")

    def _query(self, query: str, bindings: Mapping[str, Node] | None) -> Any:
        try:
            given: dict[ox.Variable, Any] = {
                ox.Variable(k): engine_term(v) for k, v in (bindings or {}).items()
            }
            return self._engine.query(
                query,
                prefixes=PREFIXES,
                use_default_graph_as_union=not self._is_merged(),
                substitutions=given or None,
            )
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"The query does not parse: {_first_line(error)}") from error


def _as_graph(triples: Iterable[ox.Triple | ox.Quad]) -> Graph:
    graph = Graph()
    for prefix, name in PREFIXES.items():
        graph.bind(prefix, name, override=True, replace=True)
    for t in triples:
        graph.add((term_of(t.subject), term_of(t.predicate), term_of(t.object)))
    return graph


def _triples_as_text(graph: Graph, form: str) -> bytes:
    names = {"ttl": "turtle", "nt": "nt", "xml": "xml"}
    if form not in names:
        raise QueryError(f"A CONSTRUCT or DESCRIBE gives triples; use the format ttl, not {form}.")
    try:
        return graph.serialize(format=names[form], encoding="utf-8")
    except ValueError as error:  # a property that has no name in XML
        raise QueryError(f"The triples cannot be written as {form} ({error}); use the format ttl.") from error


def _state(quads: Path) -> str:
    """Return the engine's own name of the store with its files, which are never changed but by growing."""
    try:
        sizes = sorted(f"{f.name} {f.stat().st_size}" for f in quads.iterdir() if f.name not in _NO_DATA)
        return "\n".join([(quads / "IDENTITY").read_text(), *sizes])
    except OSError:  # a writer took a file away between the listing and this look
        return ""


def _open_beside_writer(path: Path) -> ox.Store:
    """Open read-only; a writer that compacts at this moment can take a file away, so try again."""
    for pause in (0.02, 0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            return ox.Store.read_only(str(path / "quads"))
        except RuntimeError:
            sleep(pause)
        except (OSError, ValueError) as error:
            raise StoreInvalid(path, _first_line(error)) from error
    raise StoreLocked(path)


def _refuse_file(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise StoreInvalid(path, "it is a file, not a folder")


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or ["unknown reason"])[0].strip().rstrip(".")
