"""`goldenthread sparql`: runs a read-only query over the store."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import StoreOption, settings_to_read
from graph.errors import QueryError, UnreadableFile

if TYPE_CHECKING:
    from graph.store import Store

__all__ = ["sparql"]

FORMS = ("table", "json", "csv", "tsv", "xml", "ttl", "nt")


def sparql(
    query: Annotated[
        str, typer.Argument(metavar="QUERY|@FILE", help="A SPARQL 1.1 query, or @ and a file that holds one.")
    ],
    form: Annotated[str, typer.Option("--format", help="One of " + ", ".join(FORMS) + ".")] = "table",
    store: StoreOption = None,
) -> None:
    """Run a read-only SPARQL 1.1 query over all graphs of the store.

    Example: goldenthread sparql 'SELECT ?goal { ?goal a gt:Goal }' --format csv
    """
    from graph.readonly import refuse_writing
    from graph.store import Store

    if form not in FORMS:
        raise QueryError(f"There is no format {form!r}; use one of {', '.join(FORMS)}.")
    text = _text(query)
    refuse_writing(text)
    settings = settings_to_read(store)
    with _time_limit(settings.query_seconds):
        opened = Store.open(settings.store)
        if form == "table":
            _print_table(opened, text, settings.query_rows)
        else:
            sys.stdout.buffer.write(opened.serialize_query(text, form, settings.query_rows))


def _text(query: str) -> str:
    if not query.startswith("@"):
        return query
    path = Path(query[1:])
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, "it is no readable text", "name a file that holds a query") from error


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """End the process where a query runs too long: the engine itself cannot be told to stop."""
    timer = Timer(seconds, _give_up, (seconds,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _give_up(seconds: float) -> None:
    sys.stderr.write(
        f"The query ran longer than {seconds:g} seconds; ask for less, or set GOLDENTHREAD_QUERY_SECONDS.\n"
    )
    sys.stderr.flush()
    os._exit(1)


def _print_table(store: "Store", text: str, limit: int) -> None:
    from api.cli.show import query_table  # rich is slow to import and the other forms do not need it

    sys.stdout.write(query_table(store, text, limit))
