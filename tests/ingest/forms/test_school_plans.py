"""Plans of several schools in one file: each a plan of its own, with priorities, outcomes and measures."""

import pytest

from ingest.findings import Findings, Item, Named
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

PLAN = """\
# {school}

# School Improvement Plan

# Update 2031-32

## Priorities at a glance

| Priority | Priority Area | Student Group(s) | Desired Outcome |
|---|---|---|---|
| 1 | Reading | Grade 4 | The share of readers will rise from 47% to 60% as measured by the Lantern Test. |

## Continuous Improvement Priorities

| Priority #1 | |
|---|---|
| Priority Area | Reading |
| Student Group(s) | Grade 4 |
| Focus Area | Reading for meaning |
| Desired Outcome | The share of readers will rise from 47% to 60% as measured by the Lantern Test. |
| Current Data | 12 of 40 pupils read on level. |

| Action | Measure of Fidelity |
|---|---|
| Teach in small groups:<ul><li>Pick short texts</li><li>Retell them aloud</li></ul> | {measures} |
"""
MEASURES = "<ul><li>Plans show groups.</li><li>Visits see groups.</li></ul>"


def plan_of(school: str) -> str:
    return PLAN.format(school=school, measures=MEASURES)


def read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    recognise(findings)
    return findings


@pytest.fixture(name="two")
def _two() -> Findings:
    return read(plan_of("Heron Middle School") + "\n" + plan_of("Otter Middle School"))


def said(item: Item, prop: str) -> list[str]:
    return [v.label if isinstance(v, Item) else str(getattr(v, "name", v)) for v in item.get(prop)]


def test_each_school_has_a_plan_of_its_own(two: Findings) -> None:
    plans = [p for p in two.items("Plan") if p is not two.plan]

    assert [said(p, "atSchool") for p in plans] == [["Heron Middle School"], ["Otter Middle School"]]
    assert [p.get("schoolYear") for p in plans] == [["2031-32"], ["2031-32"]]
    assert [p.get("planType") for p in plans] == [[Named("PlanType", "schoolPlan")]] * 2


def test_the_same_priority_of_two_schools_is_two_and_the_table_at_the_front_adds_none(two: Findings) -> None:
    priorities = two.items("Priority")

    assert [(p.label, p.notation) for p in priorities] == [("Reading", "1")] * 2
    assert [said(p, "inPlan")[0].split()[0] for p in priorities] == ["Heron", "Otter"]


def test_all_items_stand_in_the_plan_of_their_school(two: Findings) -> None:
    assert all(len(i.get("inPlan")) == 1 for i in two if i.kind != "Plan")


def test_outcomes_focus_areas_actions_and_measures(two: Findings) -> None:
    goals, directions = two.items("Goal"), two.items("StrategicDirection")
    actions = [a for a in two.items("Action") if not a.get("partOf")]
    parts = [(a.label, said(a, "partOf")) for a in two.items("Action") if a.get("partOf")]

    assert len(goals) == 2
    assert [d.label for d in directions] == ["Reading for meaning"] * 2
    assert [(a.label, said(a, "underPriority")) for a in actions] == [
        ("Teach in small groups:", ["Reading"])
    ] * 2
    assert parts[:2] == [(p, ["Teach in small groups:"]) for p in ("Pick short texts", "Retell them aloud")]
    measures = [m.label for m in two.items("Metric") if said(m, "measures") == ["Teach in small groups:"]]
    assert measures == ["Plans show groups.", "Visits see groups."] * 2


def test_figures_of_an_outcome_and_of_the_data(two: Findings) -> None:
    values = [
        (v.kind, said(v, "value"), said(v, "ofMetric")) for v in two if v.kind in ("Target", "Baseline")
    ]

    assert values[:3] == [
        ("Baseline", ["47%"], ["Lantern Test"]),
        ("Target", ["60%"], ["Lantern Test"]),
        ("Baseline", ["12 of 40 pupils"], ["Lantern Test"]),
    ]


def test_one_plan_alone_is_the_plan_of_the_file() -> None:
    findings = read(plan_of("Heron Middle School"))

    assert findings.items("Plan") == [findings.plan]
    assert not any(i.get("inPlan") for i in findings)
