"""What the tests of schools, programs and lists share: a plan read by these layouts alone."""

from collections.abc import Callable, Iterator

import pytest

from ingest.findings import Findings, Item, Named, Object
from ingest.layouts import (
    abbreviations,
    feeder,
    feeder_lines,
    named_plans,
    planning_statements,
    program_chart,
    registers,
    school_charts,
    school_tables,
    schools,
    tier_list,
    vision,
)
from ingest.readers.text import document_from_text
from ingest.source import Source, Text

_LAYOUTS = (
    abbreviations,
    school_tables,
    feeder_lines,
    school_charts,
    tier_list,
    program_chart,
    schools,
    planning_statements,
    feeder,
    registers,
    named_plans,
    vision,
)


def _words(value: Object) -> str:
    if isinstance(value, Item):
        return value.label
    return value.name if isinstance(value, Named) else str(value)


class Plan:
    """A plan that was read, with what its items say as words."""

    def __init__(self, text: str) -> None:
        self.findings = Findings(document_from_text(Source("plan.txt", text)))
        for layout in _LAYOUTS:
            layout.recognise(self.findings)

    def labels(self, kind: str) -> list[str]:
        return [item.label for item in self.findings.items(kind) if item is not self.findings.plan]

    def item(self, kind: str, label: str = "") -> Item:
        return next(i for i in self.findings.items(kind) if not label or i.label == label)

    def facts(self, kind: str, *props: str) -> Iterator[tuple[str, ...]]:
        for item in self.findings.items(kind):
            yield tuple(" / ".join(_words(v) for v in item.get(prop)) for prop in props)

    def quotes(self, item: Item) -> list[str]:
        source = self.findings.document.source
        return [source.raw[a:b] for t in item.evidence for a, b in Text.spans(t, raw=source.raw)]


@pytest.fixture
def read() -> Callable[[str], Plan]:
    """Return a function that reads a plan's text by the layouts of schools, programs and lists."""
    return Plan
