"""`goldenthread gaps`: what is missing from the plans or contradicts itself."""

import json
from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read

__all__ = ["gaps"]


def gaps(
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="R", help="Run one rule only, such as G9.")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what is missing or contradictory, by rule, with the place in the documents.

    Example: goldenthread gaps --rule G9
    """
    from api.cli.gap_tables import gap_tables
    from graph.gaps import find_gaps
    from graph.store import Store

    report = find_gaps(Store.open(settings_to_read(store).store), rule)
    text = json.dumps(report.as_json(), indent=2, ensure_ascii=False) if as_json else gap_tables(report)
    typer.echo(text)
