"""Described layouts, and what one finds in a document, as text for people."""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from rich.table import Table

from api.cli.printed import rendered
from ingest.forms.form import Form
from ingest.forms.trial import Line, Trial

__all__ = ["checked_text", "layouts_table", "trial_text"]

_MOST_RECORDS = 400
_MOST_LEFT = 40


def layouts_table(forms: Mapping[str, Form]) -> str:
    """Return a row for each form: what it is called, its file, what it needs, its records."""
    table = Table("Layout", "File", "Needs", "Records", show_lines=True, expand=True)
    for file, form in forms.items():
        table.add_row(form.form, file, _needs(form), _records(form))
    return rendered(table).rstrip()


def checked_text(file: Path, form: Form) -> str:
    """Say that a form is well described, and what it reads."""
    return f"{file}: well described: “{form.form}”.\nNeeds: {_needs(form)}\nRecords: {_records(form)}"


def trial_text(trial: Trial, document: Path) -> str:
    """Say whether a form holds for a document, with the records found and the lines that none explains."""
    verdict = "would be taken" if trial.holds else f"would not be taken: {'; '.join(trial.missing)}"
    found = ", ".join(f"{number} {name}" for name, number in trial.counts.items())
    left = list(trial.unexplained())
    parts = [f"{document}: the layout “{trial.form.form}” {verdict}.", f"Found: {found}."]
    parts += [*_shown(trial.lines(), _MOST_RECORDS)]
    parts += ["", f"Lines and rows that it leaves to the other layouts: {len(left)}"]
    return "\n".join([*parts, *_shown(left, _MOST_LEFT)])


def _shown(lines: Iterable[Line], most: int) -> Iterable[str]:
    found = iter(lines)
    for line in islice(found, most):
        yield f"{'  ' * line.depth}{line.words}{f'  [{line.place}]' if line.place else ''}"
    if more := sum(1 for _ in found):
        yield f"… and {more} more"


def _needs(form: Form) -> str:
    return " or ".join(", ".join(f"{least} {name}" for name, least in way.items()) for way in form.ways)


def _records(form: Form) -> str:
    return ", ".join(f"{name} ({kind.kind})" for name, kind in form.records.items())
