"""What is said of schools in a text, as short tuples that tests compare."""

from ingest.findings import Findings, Item, Named
from ingest.layouts import recognise_all
from ingest.readers.text import document_from_text
from ingest.source import Source


def read(text: str) -> Findings:
    """Return what all layouts find in a text."""
    return recognise_all(document_from_text(Source("schools.md", text)))


def name(item: Item, prop: str) -> str:
    """Return the first value of a property in words."""
    value = next(iter(item.get(prop)), "")
    return value.name if isinstance(value, Named) else value.label if isinstance(value, Item) else str(value)


def offered(findings: Findings) -> list[tuple[str, str, str]]:
    """Return which school offers which program, and its status."""
    items = findings.items("ProgramOffering")
    return sorted((name(i, "atSchool"), name(i, "ofProgram"), name(i, "status")) for i in items)


def fed(findings: Findings) -> list[tuple[str, str]]:
    """Return which school feeds into which."""
    return sorted((name(i, "fromSchool"), name(i, "toSchool")) for i in findings.items("FeederLink"))


def fed_on(findings: Findings) -> list[tuple[str, str, str]]:
    """Return which school feeds into which, and on what basis that is said."""
    items = findings.items("FeederLink")
    return sorted((name(i, "fromSchool"), name(i, "toSchool"), name(i, "basis")) for i in items)
