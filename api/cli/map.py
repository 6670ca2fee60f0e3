"""`goldenthread map`: a map as one page that opens offline, or as a picture."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreOption, settings_to_read

__all__ = ["draw_map"]


def draw_map(  # noqa: PLR0913, PLR0917  # one parameter for each option
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="feeder, alignment, trace, programs or organisation.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE.html", help="The page to write, or FILE.svg.")],
    item: Annotated[str, typer.Option("--item", help="What the map is about; what to trace.")] = "",
    by: Annotated[
        str, typer.Option("--by", help="Group the map alignment by direction, goal, priority, unit or plan.")
    ] = "",
    program: Annotated[str, typer.Option("--program", help="Only this program: feeder, programs.")] = "",
    school: Annotated[
        str, typer.Option("--school", help="Only the ways through this school: feeder, programs.")
    ] = "",
    status: Annotated[
        str, typer.Option("--status", help="Only what is existing or proposed: feeder, programs.")
    ] = "",
    store: StoreOption = None,
) -> None:
    """Draw an interactive map that opens in a browser without a network.

    Example: goldenthread map feeder --out feeder.html
    """
    from graph.export import write_page
    from graph.store import Store
    from viz.maps import drawn_for
    from viz.wanted import Wanted

    wanted = Wanted(item, by, program, school, status)
    write_page(out, drawn_for(out.suffix, Store.open(settings_to_read(store).store), kind, wanted))
