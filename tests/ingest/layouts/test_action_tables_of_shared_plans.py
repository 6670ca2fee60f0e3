"""The real master plan: how the pages of its action tables pair with recommendations and goals."""

import json
from collections import Counter
from pathlib import Path

import pytest

from ingest.findings import Findings, Item
from ingest.layouts import recognise_all
from ingest.readers import read_document

pytestmark = pytest.mark.shared

# Rows, the recommendation of the list, the number printed, the LCAP goal: one line for each page.
PAGES = [
    (8, "1", "1", "1"),
    (9, "1", "1", "1"),
    (13, "2", "2", "2"),
    (6, "4", "3", "3"),
    (7, "7", "7", "3"),
    (7, "3", "4", "5"),
    (6, "3", "4", "5"),
    (8, "5", "5", "4"),
    (7, "6", "6", "4"),
]


@pytest.fixture(scope="module")
def findings(shared: Path) -> Findings:
    path = next((shared / "plans").glob("004_*.txt"))
    return recognise_all(read_document(path, path.read_bytes(), ""))


def rows(findings: Findings) -> list[Item]:
    return [item for item in findings.items("Action") if item.links]


def test_each_page_supports_its_recommendation_and_its_goal(findings: Findings) -> None:
    found = rows(findings)
    at = 0
    for count, recommendation, printed, goal in PAGES:
        for action in found[at : at + count]:
            links = {link.target.kind: (link.target.notation, link.cited) for link in action.links}
            assert links == {"Recommendation": (recommendation, printed), "Goal": (goal, goal)}, action.label
        at += count
    assert at == len(found)


def test_two_recommendations_are_reported_as_printed_under_each_others_number(findings: Findings) -> None:
    numbers = [c for c in findings.items("Conflict") if c.get("conflictKind") == ["numbering"]]

    assert len(numbers) == 2
    assert all(len(c.evidence) == 2 for c in numbers)


def test_the_rows_are_those_of_the_gold_facts(findings: Findings, shared: Path) -> None:
    gold = [json.loads(line) for line in (shared / "eval" / "facts.jsonl").read_text().splitlines()]
    wanted = Counter(
        min(fact["lines"])
        for fact in gold
        if fact["relation"] == "action" and fact["document"].startswith("004")
    )
    source = findings.document.source
    found = Counter(source.line_of(item.evidence[0].offsets[0]) for item in rows(findings))

    assert set(wanted) <= set(found)
