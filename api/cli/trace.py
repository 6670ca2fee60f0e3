"""`goldenthread trace`: the thread through one item, up to its goals and down to its metrics."""

import json
from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read

__all__ = ["trace"]


def trace(
    item: Annotated[
        str,
        typer.Argument(
            metavar="ITEM", help="An IRI, an identifier, a number such as 'Recommendation 6', or a name."
        ),
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the thread through one item, with the basis and place of every link.

    Example: goldenthread trace "Recommendation 6"
    """
    from api.cli.trace_tree import trace_tree
    from graph.store import Store
    from graph.trace import trace as traced

    thread = traced(Store.open(settings_to_read(store).store), item)
    typer.echo(json.dumps(thread.as_json(), indent=2, ensure_ascii=False) if as_json else trace_tree(thread))
