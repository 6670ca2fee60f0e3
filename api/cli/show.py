"""What the commands print of a store for people: places with their quotes, and the results of queries."""

import json

from rich.table import Column, Table

from api.cli.printed import clipped, rendered
from graph.citations import cited_places
from graph.errors import QueryError
from graph.model import Evidence
from graph.store import Store
from graph.vocabulary import PREFIXES

__all__ = ["cited", "query_table"]


def cited(evidence: tuple[Evidence, ...], shown: int = 1, length: int = 100) -> list[str]:
    """Return the first places of evidence with their quotes, one a line, each place once."""
    places = cited_places(evidence)
    lines = [f"{p.citation}: “{clipped(p.quote, length)}”" for p in places[:shown]]
    more = len(places) - shown
    return lines + ([f"and {more} more {'place' if more == 1 else 'places'}"] if more > 0 else [])


def query_table(store: Store, text: str, limit: int) -> str:
    """Return a query's result as a table, a yes or no, or Turtle."""
    try:
        result = json.loads(store.serialize_query(text, "json", limit))
    except QueryError as error:
        if "CONSTRUCT" not in str(error):
            raise
        return store.serialize_query(text, "ttl", limit).decode()
    if "boolean" in result:
        return "yes\n" if result["boolean"] else "no\n"
    names, found = result["head"]["vars"], result["results"]["bindings"]
    table = Table(*(Column(name, overflow="fold") for name in names))
    for row in found:
        table.add_row(*(_shortened(row[n]["value"]) if n in row else "" for n in names))
    return rendered(table) + f"{len(found)} {'row' if len(found) == 1 else 'rows'}\n"


def _shortened(value: str) -> str:
    """Return an IRI with its prefix; other values as they are."""
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and "/" not in value[len(namespace) :]:
            return f"{prefix}:{value[len(namespace) :]}"
    return clipped(value, 200)
