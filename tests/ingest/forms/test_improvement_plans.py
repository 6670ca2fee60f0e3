"""Improvement plans of several states' forms: areas of focus, overarching needs, major strategies."""

from ingest.findings import Findings, Item, Named
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

FOCUS = """\
## Area of Focus #1

Address the school's highest priorities based on any/all relevant data sources.

Reading aloud

Area of Focus Description and Rationale

Include a description of your Area of Focus for each relevant grade level.

Few pupils read to others.

Measurable Outcome

Readers in grade 4 will increase from 40% to 55% by May 2032.

Monitoring

Lists are read each week.

Action Steps to Implement

Action Step #1

Open the reading corner

Person Monitoring: Librarian By When/Frequency: Weekly

Action Step #2

Write to families

Person Monitoring: Principal By When/Frequency: May 2032
"""
NEEDS = """\
Overarching Need # 1

| Overarching Need | More pupils read for pleasure |
|---|---|
| How severe is the need? | High |

Root Cause # 1

| Root Causes to be Addressed | The library closes at noon |
|---|---|
| This is something we can affect | Yes |

| Overarching Need | More pupils read for pleasure |
|---|---|
| Root Cause # 1 | The library closes at noon |
| Goal | Loans will double. |

Action Step # 1

| Action Step | Open the library after lunch |
|---|---|
| Funding Sources | Title I, Part A |
| Subgroups | English Learners |
| Position/Role Responsible | Librarian |
| Timeline for Implementation | Daily |
"""
UNIFIED = """\
Priority Performance Challenge: Growth in reading

Root Cause: Lessons differ from room to room

They always did.

Major Improvement Strategy: Plan lessons together

What would success look like: One plan for each grade.

#### Implementation Benchmarks Associated with Major Improvement Strategy

| IB Name | Description | Start/End/Repeats | Key Personnel | Status |
|---|---|---|---|---|
| Shared plans | Plans of 8 of 10 weeks | Monthly | Principal | Not Started |

#### Action Steps Associated with Major Improvement Strategy

| Name | Description | Start/End Date | Resource | Key Personnel | Status |
|---|---|---|---|---|---|
| Set a common hour | Each grade has one. | August | $300 | Scheduler | In Progress |
"""


def test_areas_of_focus_have_an_outcome_with_its_figures_and_steps() -> None:
    plan = _read(FOCUS)

    assert [(p.label, str(p.get("comment")[0])) for p in plan.items("Priority")] == [
        ("Reading aloud", "Few pupils read to others.")
    ]
    assert [str(t.get("value")[0]) for t in (*plan.items("Baseline"), *plan.items("Target"))] == [
        "40%",
        "55%",
    ]
    assert [(a.label, a.get("leadResponsible"), str(a.get("timeline")[0])) for a in plan.items("Action")] == [
        ("Open the reading corner", [Named("Unit", "Librarian")], "Weekly"),
        ("Write to families", [Named("Unit", "Principal")], "May 2032"),
    ]


def test_a_goal_answers_its_overarching_need() -> None:
    plan = _read(NEEDS)
    [goal], [action] = plan.items("Goal"), plan.items("Action")

    assert [n.label for n in plan.items("Need")] == [
        "More pupils read for pleasure",
        "The library closes at noon",
    ]
    assert _labels(goal, "addressesNeed") == ["More pupils read for pleasure"]
    assert (action.label, _labels(action, "underGoal")) == (
        "Open the library after lunch",
        ["Loans will double."],
    )
    assert [str(g) for g in action.get("studentGroup")] == ["English Learners"]


def test_major_strategies_have_benchmarks_and_steps() -> None:
    plan = _read(UNIFIED)
    [challenge], [benchmark] = plan.items("Priority"), plan.items("Metric")

    assert _labels(challenge, "addressesNeed") == ["Lessons differ from room to room"]
    assert [(a.label, _labels(a, "partOf")) for a in plan.items("Action")] == [
        ("Plan lessons together", []),
        ("Set a common hour", ["Plan lessons together"]),
    ]
    assert (benchmark.label, _labels(benchmark, "measures")) == ("Shared plans", ["Plan lessons together"])


def _read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    recognise(findings)
    return findings


def _labels(item: Item, prop: str) -> list[str]:
    return [value.label for value in item.get(prop) if isinstance(value, Item)]
