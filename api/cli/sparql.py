"""`goldenthread sparql`: runs a read-only query over the store."""

from pathlib import Path
import sys
from typing import Annotated

import typer

from api.cli.options import StoreOption, settings_for
from graph.store import Store

__all__ = ["sparql"]


def sparql(
    query: Annotated[str, typer.Argument(metavar="QUERY|@FILE", help="A SPARQL 1.1 query, or @ and a file that holds one.")],
    form: Annotated[str, typer.Option("--format", help="table, json, csv, tsv, xml or ttl.")] = "table",
    store: StoreOption = None,
) -> None:
    """Run a read-only SPARQL 1.1 query over all graphs of the store.

    Example: goldenthread sparql 'SELECT ?g { ?g a gt:Goal }' --format csv
    """
    text = Path(query[1:]).read_text() if query.startswith("@") else query
    result = Store.open(settings_for(store).store).serialize_query(text, "tsv" if form == "table" else form)
    sys.stdout.buffer.write(result)
