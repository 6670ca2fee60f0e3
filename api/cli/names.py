"""`goldenthread names`: which names were taken to be one thing, and what a person may decide."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read
from graph.errors import StoreMissing

if TYPE_CHECKING:
    from graph.settings import Settings

__all__ = ["names"]


def names(
    decide: Annotated[
        Path | None,
        typer.Option(
            "--decide",
            metavar="FILE",
            help="Keep the decisions of a YAML file (same: [[A, B]], different: [[A, B]]) in the store.",
            show_default=False,
        ),
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> int:
    """Show which names were taken to be one thing and why, and the near misses to decide.

    Example: goldenthread names --decide names.yaml
    """
    from api.cli.names_tables import names_tables
    from ingest.folder import StoreFolder
    from ingest.one_names import names_report

    settings = settings_to_read(store)
    folder = StoreFolder(settings.store)
    if not folder.state.exists():
        raise StoreMissing(settings.store)
    problems = _kept(decide, settings) if decide else ()
    report = names_report(folder, settings.names)
    for sentence in (*problems, *(p for p in report.problems if p not in problems)):
        typer.echo(sentence, err=True)
    typer.echo(
        json.dumps(report.as_json(), indent=2, ensure_ascii=False) if as_json else names_tables(report)
    )
    return 1 if problems or report.problems else 0


def _kept(file: Path, settings: "Settings") -> tuple[str, ...]:
    """Add a file's decisions to the store's, before those that it contradicts; return what is wrong."""
    from ingest.decisions import Decisions
    from ingest.names_file import NamesFile

    told = NamesFile(file).read()
    own = NamesFile(settings.store / "names.yaml")
    before = own.read() if own.path.exists() else None
    decisions = Decisions.of((*told.decisions, *(before.decisions if before else ())))
    own.write(decisions)
    typer.echo(
        f"{len(told.decisions)} decisions were kept; run 'goldenthread ingest' on the plans again.",
        err=True,
    )
    return (*told.problems, *decisions.contradictions())
