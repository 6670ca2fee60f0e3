"""`goldenthread map`: a map as one page that opens offline."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreOption, settings_to_read

__all__ = ["draw_map"]


def draw_map(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="feeder, alignment, trace, programs or organisation.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.html", help="The page to write.")],
    item: Annotated[str, typer.Option("--item", help="What to trace, for the map trace.")] = "",
    by: Annotated[
        str, typer.Option("--by", help="Group the map alignment by direction, goal, priority, unit or plan.")
    ] = "",
    store: StoreOption = None,
) -> None:
    """Draw an interactive map that opens in a browser without a network.

    Example: goldenthread map feeder --out feeder.html
    """
    from graph.export import write_page
    from graph.store import Store
    from viz.maps import draw

    write_page(out, draw(Store.open(settings_to_read(store).store), kind, item, by))
