"""`goldenthread export`: the graph as a file."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreOption, settings_to_read

__all__ = ["export"]


def export(
    form: Annotated[
        str, typer.Option("--format", help="ttl, trig, nq, jsonld, graphml, csv, xlsx or stratml.")
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="PATH", help="The file; for csv and stratml a folder, or a .zip file."),
    ],
    store: StoreOption = None,
) -> None:
    """Write the whole graph, or the part that the format can hold.

    Example: goldenthread export --format csv --out plans.zip
    """
    from graph.export import export as exported
    from graph.store import Store

    exported(Store.open(settings_to_read(store).store), form, out)
