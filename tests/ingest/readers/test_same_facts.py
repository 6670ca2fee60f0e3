"""The same plan as text, PDF and DOCX states the same facts."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.findings import Item, Named, Object
from ingest.layouts import recognise_all
from ingest.readers import read_document
from tests.ingest.readers.converted import as_docx, as_pdf

PLANS = ["secondary-planning-form-2016-17.txt", "planning-department-plan-2023-24.md"]


def facts(document: Document) -> Counter[tuple[str, ...]]:
    """Return what the layouts find, in words."""
    said: Counter[tuple[str, ...]] = Counter()
    for item in recognise_all(document):
        said[item.kind, item.notation, item.label] += 1
        said.update((item.kind, item.label, fact.prop, in_words(fact.value)) for fact in item.facts)
        said.update((item.kind, item.label, link.basis, link.target.label) for link in item.links)
    return said


def in_words(value: Object) -> str:
    """Return the words of a fact's object."""
    if isinstance(value, Item):
        return value.label
    return value.name if isinstance(value, Named) else str(value)


@pytest.mark.parametrize("write", [as_pdf, as_docx], ids=["pdf", "docx"])
@pytest.mark.parametrize("name", PLANS)
def test_the_facts_are_the_same(name: str, write: Callable[[Document], bytes], sample: Path) -> None:
    text = read_document(Path(name), (sample / name).read_bytes(), "0" * 64)
    other = read_document(Path("plan"), write(text), "0" * 64)
    wanted, found = facts(text), facts(other)

    assert len(wanted) > 50
    assert (wanted - found, found - wanted) == (Counter(), Counter())
