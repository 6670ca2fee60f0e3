"""Reads a fixture of a department's form, and tells what was found in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.findings import Findings, Item
from ingest.layouts import (
    contacts,
    form_sections,
    front_matter,
    goal_table,
    people,
    priority_outline,
    resource_table,
    submission,
    theory_of_action,
)
from ingest.readers.text import document_from_text
from ingest.source import Source

HERE = Path(__file__).parent
_LAYOUTS = (
    front_matter,
    contacts,
    submission,
    priority_outline,
    form_sections,
    theory_of_action,
    goal_table,
    resource_table,
    people,
)


def found_in(text: str) -> Findings:
    findings = Findings(document_from_text(Source("form.txt", text)))
    for layout in _LAYOUTS:
        layout.recognise(findings)
    return findings


@pytest.fixture
def read() -> Callable[[str], Findings]:
    """Return a function that reads the words of a form."""
    return found_in


@pytest.fixture(scope="session")
def scanned() -> Findings:
    return found_in((HERE / "scanned_form.txt").read_text())


@pytest.fixture(scope="session")
def headed() -> Findings:
    return found_in((HERE / "headers_in_between.md").read_text())


@pytest.fixture(scope="session")
def twice() -> Findings:
    return found_in((HERE / "printed_twice.md").read_text())


@pytest.fixture(scope="session")
def broken() -> Findings:
    return found_in((HERE / "broken_rows.txt").read_text())


@pytest.fixture(scope="session")
def labels() -> Callable[[Findings, str], list[str]]:
    """Return a function that gives the labels of a kind, in order."""
    return lambda findings, kind: [item.label for item in findings.items(kind)]


@pytest.fixture(scope="session")
def item() -> Callable[[Findings, str, str], Item]:
    """Return a function that gives the one item of a kind whose label begins so."""

    def one(findings: Findings, kind: str, start: str) -> Item:
        (only,) = [i for i in findings.items(kind) if i.label.startswith(start)]
        return only

    return one
