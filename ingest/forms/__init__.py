"""Layouts described in YAML: forms whose labels, columns and nesting an analyst writes down."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from ingest.document import Document
from ingest.findings import Findings
from ingest.forms.chooser import chosen
from ingest.forms.filling import Filled, fill
from ingest.forms.form import Form, load_form
from ingest.forms.stating import state
from ingest.layouts.other_documents import is_another_document
from ingest.layouts.stream import every_piece

__all__ = ["described", "forms", "recognise"]


def recognise(findings: Findings, own: Sequence[Form] = ()) -> frozenset[int]:
    """Read the document as the form that fits it best; return the numbers of the blocks that it explains.

    A user's own form is taken before a built-in one that explains as much.
    """
    tried = [*own, *forms()]
    best = chosen(_fitting(tried, findings.document))
    if best is None:
        return frozenset()
    form, filled = best
    findings.form = form.form
    state(findings, filled.records)
    findings.mark_read(*filled.labels)
    return frozenset(filled.blocks)


def _fitting(tried: Sequence[Form], document: Document) -> Iterator[tuple[Form, Filled]]:
    another = is_another_document(every_piece(document))
    for form in tried:
        if form.prose and another:
            continue  # minutes and letters speak of goals and steps too
        filled = fill(form, document)
        if filled.holds(form) and filled.explained >= form.share * len(document.blocks):
            yield form, filled


def forms() -> tuple[Form, ...]:
    """Return the forms that come with the program, by name."""
    return tuple(described().values())


@cache
def described() -> dict[str, Form]:
    """Return the forms that come with the program, by the names of their files."""
    folder = files(__name__).joinpath("described")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return {f.name: load_form(f.name, f.read_text(encoding="utf-8")) for f in found}
