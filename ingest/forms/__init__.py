"""Layouts described in YAML: forms whose labels, columns and nesting an analyst writes down."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ingest.document import Document
from ingest.findings import Findings
from ingest.forms.filling import Filled, fill
from ingest.forms.form import Form, load_form
from ingest.forms.stating import state

__all__ = ["recognise"]


def recognise(findings: Findings) -> frozenset[int]:
    """Read the document as the form that fits it best; return the numbers of the blocks that it explains."""
    best = max(_fitting(findings.document), key=lambda f: len(f.blocks), default=None)
    if best is None:
        return frozenset()
    state(findings, best.records)
    findings.mark_read(*best.labels)
    return frozenset(best.blocks)


def _fitting(document: Document) -> Iterator[Filled]:
    for form in forms():
        filled = fill(form, document)
        if all(filled.count(name) >= least for name, least in form.needs.items()):
            yield filled


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms that come with the program, by name."""
    folder = files(__name__).joinpath("described")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return tuple(load_form(f.name, f.read_text(encoding="utf-8")) for f in found)
