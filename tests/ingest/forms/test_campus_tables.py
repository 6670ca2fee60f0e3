"""Campus plans whose objectives have tables of strategies: groups in brackets, criteria, dated reviews."""

import pytest

from ingest.findings import Findings
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

PLAN = """\
# Campus Improvement Plan

## Comprehensive Needs Assessment: Student Achievement Needs

- Pupils need more time to read.
- Teachers need one common test.

## Goal 1. Every pupil reads.

Objective 1. Loans will rise.

| Activity/Strategy | Person(s) Responsible | Timeline | Resources | Evaluation |
|---|---|---|---|---|
| 1. Open the library early. (Target Group: ECD,SPED) (Title I SW Elements: 2.4) | Librarian | Daily | \
(L)Local - $900 | Criteria: Loan records 11/14/25 - On Track |

# Resources

| Resource | Source |
|---|---|
| Local Funds | Local |
"""


@pytest.fixture(name="plan", scope="module")
def _plan() -> Findings:
    findings = Findings(document_from_text(Source("plan.md", PLAN, "text/markdown")))
    recognise(findings)
    return findings


def test_the_lists_of_needs_are_needs(plan: Findings) -> None:
    assert [n.label for n in plan.items("Need")] == [
        "Pupils need more time to read.",
        "Teachers need one common test.",
    ]


def test_what_stands_labelled_in_brackets_is_no_part_of_the_title(plan: Findings) -> None:
    [action] = plan.items("Action")

    assert action.label == "Open the library early."
    assert [str(g) for g in action.get("studentGroup")] == ["ECD", "SPED"]
    assert [g.label for g in action.get("underGoal")] == ["Loans will rise."]


def test_a_measure_is_told_without_its_label_and_its_reviews(plan: Findings) -> None:
    assert [m.label for m in plan.items("Metric")] == ["Loan records"]
