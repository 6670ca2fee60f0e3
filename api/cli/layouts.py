"""`goldenthread layouts`: lists the described layouts, checks one, tries them on a document."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import JsonOption, LayoutsOption, settings_for

if TYPE_CHECKING:
    from ingest.forms.form import Form

__all__ = ["layouts"]


def layouts(
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Check one layout (.yaml) of your own.")
    ] = None,
    attempt: Annotated[
        Path | None,
        typer.Option(
            "--try", metavar="DOCUMENT", help="Show what the layouts, or the one checked, find in a document."
        ),
    ] = None,
    folder: LayoutsOption = None,
    as_json: JsonOption = False,
) -> int:
    """List the described layouts with what they need, check one, or try them on a document, without a store.

    Example: goldenthread layouts --check my-form.yaml --try plan.docx
    """
    from api.cli.layouts_table import checked_text, layouts_table, trial_text
    from ingest.forms.shelf import read_form
    from ingest.forms.trial import try_forms

    forms = {check.name: read_form(check)} if check else _all(folder)
    if attempt is not None:
        best, *_ = trials = try_forms(forms.values(), attempt)
        told = best.as_json() | {"others": [t.form.form for t in trials[1:] if t.holds]}
        typer.echo(json.dumps(told, indent=2, ensure_ascii=False) if as_json else trial_text(best, attempt))
        return 0 if best.holds else 1
    if as_json:
        listed = [
            {"file": file, "form": form.form, "needs": form.needs, "records": sorted(form.records)}
            for file, form in forms.items()
        ]
        typer.echo(json.dumps(listed, indent=2, ensure_ascii=False))
    else:
        typer.echo(checked_text(check, forms[check.name]) if check else layouts_table(forms))
    return 0


def _all(folder: Path | None) -> "dict[str, Form]":
    """Return the user's own layouts, if a folder of them is set, and the built-in ones, by their files."""
    from ingest.forms import described
    from ingest.forms.shelf import Shelf

    place = settings_for(None, folder).layouts
    own = {str(place / name): form for name, form in Shelf.of(place).forms.items()} if place else {}
    return own | described()
