"""What one wrong item says is left out and told, rather than the whole document refused."""

from dataclasses import replace

import pytest

from graph.identifiers import document_graph
from graph.validation import validate
from graph.vocabulary import GT
from ingest.document import Document, Paragraph
from ingest.findings import Findings
from ingest.resolve import resolve
from ingest.source import Source, Text
from ingest.statements import Statements, state


@pytest.fixture
def findings() -> Findings:
    source = Source("plan.txt", "The Garden Plan\nRed: 1-5 points, 6-9 points\n*")
    lines = list(source.lines())
    found = Findings(Document(source, tuple(Paragraph(line) for line in lines)))
    found.plan.label = "The Garden Plan"
    found.plan.evidence.append(lines[0])
    return found


def _stated(findings: Findings) -> Statements:
    name = findings.document.source.name
    said = state(findings, name, resolve({name: findings}))
    validate((t for graph in said.graphs.values() for t in graph), name, findings.document.source.raw)
    return said


@pytest.mark.parametrize("line", [2, 9])
def test_an_item_without_words_or_place_is_left_out(findings: Findings, line: int) -> None:
    lines = [*findings.document.source.lines()]
    findings.add("Metric", lines[line]) if line < len(lines) else findings.add("Metric", "Words nowhere")

    assert [words for words in _stated(findings).left_out if words.startswith("Metric")]


def test_the_first_of_two_values_stands_where_there_may_be_one(findings: Findings) -> None:
    line = [*findings.document.source.lines()][1]
    findings.add("Tier", line[:3]).set("minPoints", 1).set("minPoints", 6)

    said = _stated(findings)

    triples = said.graphs[document_graph("plan.txt")]
    assert [int(str(o)) for _, p, o in triples if p == GT.minPoints] == [1]
    assert said.said_twice == ["Tier 'Red': minPoints"]


def test_joining_blanks_are_no_place(findings: Findings) -> None:
    findings.add("Metric", "Words", [Text("Words", (-1,) * 5)])

    assert _stated(findings).left_out == ["Metric 'Words'"]


def test_items_of_a_scan_are_less_sure(findings: Findings) -> None:
    source = replace(findings.document.source, marks=((0, 1), (16, 2)), unsure=((2, 0.83),))
    findings.document = replace(findings.document, source=source)
    findings.add("Tier", [*findings.document.source.lines()][1][:3])

    triples = _stated(findings).graphs[document_graph("plan.txt")]

    sure = {str(o) for s, p, o in triples if p == GT.confidence}
    assert sure == {"0.83"}
    assert len([s for s, p, _ in triples if p == GT.confidence]) == 1  # the tier; the plan stands on page 1


def test_items_of_a_text_say_nothing_of_how_sure_they_are(findings: Findings) -> None:
    assert not [p for _, p, _ in _stated(findings).graphs[document_graph("plan.txt")] if p == GT.confidence]
