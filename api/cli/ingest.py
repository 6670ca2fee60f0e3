"""`goldenthread ingest`: reads plans into the store."""

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import JsonOption, LayoutsOption, StoreOption, settings_for

if TYPE_CHECKING:
    from graph.settings import Settings
    from ingest.report import Report

__all__ = ["ingest"]


def ingest(
    paths: Annotated[
        list[Path],
        # A folder that may not be read is told like any bad file, and stops no other.
        typer.Argument(metavar="PATH...", help="Files and folders to read.", readable=False),
    ],
    prune: Annotated[
        bool, typer.Option("--prune", help="Take out documents whose files are no longer there.")
    ] = False,
    district: Annotated[
        str,
        typer.Option(
            "--district",
            metavar="NAME",
            help="The district that these files are of, where they do not say it or say another.",
            show_default=False,
        ),
    ] = "",
    layouts: LayoutsOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> int:
    """Read plans (PDF, Office, OpenDocument, web pages, CSV, text, ZIP) into the store; safe to repeat.

    Example: goldenthread ingest plans/
    """
    from ingest.again import Again, store_meant

    meant = store_meant(store)
    again = Again(meant, (*paths,), (str(prune), district, str(layouts))) if meant else None
    report = again.report() if again else None
    if report is None:
        settings = settings_for(store, layouts)
        report = _ingested(paths, settings, prune=prune, district=district)
        if again and report.lasting:
            again.keep(report.lasting, settings)
    return _told(report, as_json=as_json)


def _ingested(paths: list[Path], settings: "Settings", *, prune: bool, district: str) -> "Report":
    """Bring the store to what the files say."""
    from api.cli.progress import progress_bar
    from ingest.pipeline import ingest as read_into_store

    with progress_bar() as progress:
        report = read_into_store(paths, settings, prune=prune, district=district, progress=progress)
        if any(document.state != "unchanged" for document in report.documents):
            progress("Learning what can be asked", 0, 0)
            _learn(settings)
    return report


def _told(report: "Report", *, as_json: bool) -> int:
    """Tell what was done, and return the exit code."""
    from api.cli.ingest_table import ingest_table

    for sentence in (*report.notes, *report.errors):
        typer.echo(sentence, err=True)
    if as_json:
        typer.echo(json.dumps(report.as_json(), indent=2, ensure_ascii=False))
    elif report.documents:
        typer.echo(ingest_table(report))
    elif not report.errors:
        kinds = "PDF, Word, Excel, PowerPoint, OpenDocument, RTF, web, CSV, StratML, text or ZIP files"
        typer.echo(f"No file was found that can be read; plans are {kinds}.", err=True)
    return 1 if report.errors else 0


def _learn(settings: "Settings") -> None:
    """Make ready what questions need, so that the first one need not wait."""
    from graph.ask.opening import open_engine
    from graph.errors import ModelUnavailable

    with suppress(ModelUnavailable):  # told by the ingest
        open_engine(settings)
