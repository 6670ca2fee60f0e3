"""A comprehensive education plan of a school: commitments, reasons, strategies, how success is gauged."""

import pytest

from ingest.findings import Findings, Item, Named
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

PLAN = """\
# School Comprehensive Education Plan

| District | School Name | Grades Served |
|---|---|---|
| Pebble Falls City School District | Juniper Elementary School | K-5 |

## Commitment 1

### Our Commitment

| What is one commitment we will promote for 2031-32? | We commit to daily writing in every room. |
|---|---|
| Why are we making this commitment? | Pupils told us that they seldom write. |

### Key Strategies and Resources

| STRATEGY | METHODS | GAUGING SUCCESS | RESOURCES |
|---|---|---|---|
| What strategies will we pursue as part of this commitment? | What does this strategy entail? \
| What will success look like? | What resources (Schedule, Space) are necessary to support these strategies? |
| Writing journals | Each class writes at nine. | 70% of pupils fill a journal by May. | $900 for journals |

### End-of-the-Year Goals

| | Survey Question(s) or Statement(s) | Desired response |
|---|---|---|
| Student Survey | I like to write | 80% agree |

## Commitment 2

### Our Commitment

We commit to calm corridors.

### Why are we making this commitment?

Lessons begin late.

### Key Strategies

| STRATEGY | METHODS | GAUGING SUCCESS |
|---|---|---|
| Corridor hosts | Staff stand at each corner. | Late arrivals fall by half. |

## Evidence-Based Intervention

Schools must choose an intervention.
"""


@pytest.fixture(name="plan", scope="module")
def _plan() -> Findings:
    findings = Findings(document_from_text(Source("plan.md", PLAN, "text/markdown")))
    recognise(findings)
    return findings


def test_a_commitment_is_a_priority_with_the_reason_for_it(plan: Findings) -> None:
    assert [(p.notation, p.label, [str(t) for t in p.get("comment")]) for p in plan.items("Priority")] == [
        ("1", "We commit to daily writing in every room.", ["Pupils told us that they seldom write."]),
        ("2", "We commit to calm corridors.", ["Lessons begin late."]),
    ]


def test_a_strategy_stands_under_its_commitment_and_prompts_name_none(plan: Findings) -> None:
    found = [
        (a.label, *(p.label for p in a.get("underPriority") if isinstance(p, Item)))
        for a in plan.items("Action")
    ]

    assert found == [
        ("Writing journals", "We commit to daily writing in every room."),
        ("Corridor hosts", "We commit to calm corridors."),
    ]


def test_a_strategy_has_its_methods_success_and_resources(plan: Findings) -> None:
    said = {p: [str(v) for v in plan.items("Action")[0].get(p)] for p in ("description", "outcome", "funds")}

    assert said == {
        "description": ["Each class writes at nine."],
        "outcome": ["70% of pupils fill a journal by May."],
        "funds": ["$900"],
    }


def test_the_plan_is_of_its_school_and_surveys_state_nothing(plan: Findings) -> None:
    assert plan.plan.get("atSchool") == [Named("School", "Juniper Elementary School")]
    assert not plan.items("Metric")
    assert not plan.items("Goal")
