"""Whatever stands in a file: it is read without an exception, and all that is said of it stands there."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import Graph

from graph.identifiers import document_graph
from graph.validation import misquoted, validate
from graph.vocabulary import GT
from ingest.findings import Findings
from ingest.layouts import recognise_all
from ingest.readers.text import document_from_text
from ingest.resolve import resolve
from ingest.source import Source
from ingest.statements import Statements, state

SAMPLE = sorted((Path(__file__).parents[2] / "sample").glob("*.txt")) + sorted(
    (Path(__file__).parents[2] / "sample").glob("*.md")
)
# Beginnings that the layouts know, to be put together as nobody would.
KNOWN = [
    "Goal\tResponsible\tAction\tShort-term\tLong-term",
    "Goals\tMetrics\tTargets",
    "Actions\tAdditional resources needed?",
    "School\tTier\tPrograms\tStatus",
    "Dual Language Programs\tSTEM\tArts",
    "Oak Elementary School (Proposed SDLI)\tElm Middle School\tAsh HS",
    "Red\tOffice of\tLend books • Read aloud\tX\t✓",
    "| Tier 1 (1-9 points) | Oak Elementary, Elm Middle School |",
    "Recommendation #2: Open the doors",
    "LCAP Goal 3: Pupils learn",
    "Priority 1: Open doors",
    "[Action 1] Lend books",
    "Metric:",
    "Target: 9",
    "Theory of Action",
    "If we read, then we grow, which will help",
    "Services",
    "Department: Yards",
    "Contact: Ana Ruiz, 555-010-0100, ana@example.org",
    "Budget",
    "Location 12: $1,000",
    "Total: $2,000",
    "The Library Care Council (LCC) met.",
    "Students of Oak Elementary School attend Elm Middle School for Spanish Immersion.",
    "Oak is at capacity and will expand the program in 2030-31.",
    "# Plans:",
    "- Parks Master Plan 2010-15",
    "1. Open the doors",
    "a) <b>Paint</b> the <ul><li>walls</li>",
    "* a footnote",
    "Year 1\tYear 2\tAction",
]
LINES = st.one_of(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.text(max_size=60), st.just(""))
NAME = "plan.txt"


def stated(text: str) -> tuple[Findings, Statements]:
    findings = recognise_all(document_from_text(Source(NAME, text)))
    if not findings.plan.label:  # as the ingest names a plan without a title
        words = next(iter(findings.document.texts()), None)
        findings.plan.label = str(words or "a plan")
        findings.plan.evidence.extend([words] if words else [])
    return findings, state(findings, NAME, resolve({NAME: findings}))


@settings(max_examples=60, deadline=None)
@example(["Contact: Ana Ruiz, 555-010-0100, ana@example.org", "<"], "\n")
@example(["Goal\tResponsible\tAction", "Red\tOffice of\tLend books", "Red\t\ufeff\tRead aloud"], "\n")
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_every_item_of_any_text_has_evidence_that_stands_in_it(lines: list[str], end: str) -> None:
    text = end.join(lines)
    findings, said = stated(text)

    data = Graph()
    for triple in said.graphs[document_graph(NAME)]:
        data.add(triple)
    assert not list(misquoted(data, text))
    assert all(data.value(s, GT.evidence) is not None for s in set(data.subjects(GT.inPlan, None)))
    assert all(str(quote).strip() for quote in data.objects(None, GT.quote))
    assert findings.plan in findings.items("Plan")


def change(lines: list[str], kind: str, i: int, j: int) -> list[str]:
    """Return lines with one change, such as a line left out."""
    i, j = sorted((i % len(lines), j % len(lines)))
    if kind == "drop":
        return lines[:i] + lines[i + 1 + j % 7 :] or ["x"]
    if kind == "double":
        return lines[:i] + lines[i : i + 9] + lines[i:]
    if kind == "swap":
        cells = lines[i].split("\t")
        return [*lines[:i], "\t".join(cells[::-1]), *lines[i + 1 :]]
    if kind == "control":
        return [*lines[:i], lines[i][:j] + "\x0b\u2028\ufeff" + lines[i][j:], *lines[i + 1 :]]
    if kind == "pipes":
        return [line.replace("\t", " | ") for line in lines]
    return [*lines[:i], " ".join(lines[i : j + 1]), *lines[j + 1 :]]


CHANGES = st.tuples(
    st.sampled_from(["drop", "double", "swap", "control", "pipes", "join"]),
    st.integers(0, 400),
    st.integers(0, 400),
)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: p.name)
@settings(max_examples=4, deadline=None)
@given(changes=st.lists(CHANGES, min_size=1, max_size=4))
def test_a_plan_that_was_changed_at_random_is_still_stored(
    path: Path, changes: list[tuple[str, int, int]]
) -> None:
    lines = path.read_text().split("\n")
    for kind, i, j in changes:
        lines = change(lines, kind, i, j)
    _, said = stated("\n".join(lines))

    validate((t for graph in said.graphs.values() for t in graph), NAME, "\n".join(lines))
