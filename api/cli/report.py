"""`goldenthread report`: shows of each document what was read and what was not."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_to_read

__all__ = ["report"]


def report(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE.html", help="The page to write; it opens offline.")
    ] = None,
    document: Annotated[
        str, typer.Option("--document", metavar="NAME", help="Only documents with these words in their name.")
    ] = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show of each document the share that was read, what is unread or doubtful, and its text marked.

    Example: goldenthread report --out report.html
    """
    from api.cli.progress import progress_bar
    from api.cli.report_page import check_page_file, write_page
    from api.cli.report_table import report_table
    from ingest.examined import Examination

    if out is not None:
        check_page_file(out)
    with progress_bar() as progress:
        examination = Examination(settings_to_read(store).store, document, progress)
        found, told = [], []
        for examined, raw in examination.documents():
            found.append(examined)
            told.append(examined.as_json(raw) if as_json else {})
        if out is not None:
            write_page(examination, found, out)
    if as_json:
        typer.echo(json.dumps({"documents": told}, indent=2, ensure_ascii=False))
    else:
        typer.echo(report_table(found))
        if out is not None:
            typer.echo(f"The page is {out}.")
