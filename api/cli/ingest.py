"""`goldenthread ingest`: reads plans into the store."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_for

__all__ = ["ingest"]


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders to read.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> int:
    """Read plans (text, Markdown, PDF, DOCX) into the store; safe to repeat.

    Example: goldenthread ingest plans/
    """
    from ingest.pipeline import Ingest

    settings = settings_for(store)
    report = Ingest(settings.store).run(paths)
    for error in report.errors:
        typer.echo(error, err=True)
    if as_json:
        typer.echo(json.dumps(report.as_json(), indent=2, ensure_ascii=False))
    return 1 if report.errors else 0
