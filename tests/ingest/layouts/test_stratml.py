"""StratML: what its elements say becomes goals, objectives, indicators and their results."""

from pathlib import Path

import pytest

from ingest.findings import Findings, Item, Named
from ingest.layouts import recognise_all
from ingest.readers import read_document

PLAN = """<?xml version="1.0"?>
<{p}PerformancePlanOrReport xmlns{x}="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport">
<{p}Name>Plan of the Heron Schools</{p}Name>
<{p}StrategicPlanCore>
 <{p}Organization><{p}Name>Heron Valley Schools</{p}Name><{p}Acronym>HVS</{p}Acronym></{p}Organization>
 <{p}Mission><{p}Description>We teach everyone.</{p}Description></{p}Mission>
 <{p}Goal><{p}Name>Reading</{p}Name><{p}Description>All read.</{p}Description>
  <{p}SequenceIndicator>1</{p}SequenceIndicator>
  <{p}Objective><{p}Name>Early words</{p}Name><{p}SequenceIndicator>1.1</{p}SequenceIndicator>
   <{p}Stakeholder><{p}Name>Library Office</{p}Name>
    <{p}Role><{p}RoleType>Performer</{p}RoleType></{p}Role></{p}Stakeholder>
   <{p}Stakeholder><{p}Name>Families</{p}Name>
    <{p}Role><{p}RoleType>Beneficiary</{p}RoleType></{p}Role></{p}Stakeholder>
   <{p}PerformanceIndicator><{p}MeasurementDimension>Loans a child</{p}MeasurementDimension>
    <{p}UnitOfMeasurement>Books</{p}UnitOfMeasurement>
    <{p}MeasurementInstance><{p}TargetResult><{p}StartDate>2023-07-01</{p}StartDate>
     <{p}EndDate>2024-06-30</{p}EndDate><{p}NumberOfUnits>30</{p}NumberOfUnits></{p}TargetResult>
    <{p}ActualResult><{p}Description>Nearly there.</{p}Description>
     <{p}EndDate>2023-12-01</{p}EndDate></{p}ActualResult>
    </{p}MeasurementInstance></{p}PerformanceIndicator>
   <{p}PerformanceIndicator><{p}MeasurementInstance><{p}TargetResult><{p}NumberOfUnits>30</{p}NumberOfUnits>
    </{p}TargetResult></{p}MeasurementInstance></{p}PerformanceIndicator>
  </{p}Objective>
  <{p}Objective><{p}Name/><{p}Description>More books at home.</{p}Description></{p}Objective>
 </{p}Goal>
</{p}StrategicPlanCore></{p}PerformancePlanOrReport>
"""


@pytest.fixture(params=["", "s:"])
def findings(request: pytest.FixtureRequest) -> Findings:
    prefix = request.param
    raw = PLAN.format(p=prefix, x=f":{prefix[:-1]}" if prefix else "")
    return recognise_all(read_document(Path("plan.xml"), raw.encode(), ""))


def only(findings: Findings, kind: str) -> Item:
    [item] = findings.items(kind)
    return item


def test_the_plan_and_whose_it_is(findings: Findings) -> None:
    assert findings.plan.label == "Plan of the Heron Schools"
    assert findings.plan.get("ofOrganization") == [Named("District", "Heron Valley Schools")]
    assert only(findings, "Vision").label == "We teach everyone."


def test_objectives_stand_under_their_goal(findings: Findings) -> None:
    goal = only(findings, "Goal")

    assert (goal.label, goal.notation, [str(d) for d in goal.get("description")]) == (
        "Reading",
        "1",
        ["All read."],
    )
    assert [(o.label, o.notation) for o in findings.items("Priority")] == [
        ("Early words", "1.1"),
        ("More books at home.", ""),
    ]
    assert all(o.get("underGoal") == [goal] for o in findings.items("Priority"))


def test_only_performers_are_responsible(findings: Findings) -> None:
    objective = findings.items("Priority")[0]

    assert objective.get("responsible") == [Named("Unit", "Library Office")]
    assert objective.get("leadResponsible") == [Named("Unit", "Library Office")]


def test_indicators_measure_and_have_results(findings: Findings) -> None:
    objective = findings.items("Priority")[0]
    named, unnamed = findings.items("Metric")
    first, second = findings.items("Target")

    assert [named.label, unnamed.label] == ["Loans a child", "Early words"]
    assert named.get("measures") == unnamed.get("measures") == [objective]
    assert (first.label, first.get("ofMetric"), first.get("schoolYear")) == ("30", [named], ["2023-24"])
    assert (first.get("amount"), first.get("unit")) == (["30"], ["Books"])
    assert second.get("ofMetric") == [unnamed]
    actual = only(findings, "Actual")
    assert (actual.label, actual.get("schoolYear")) == ("Nearly there.", ["2023"])


def test_every_quote_stands_in_the_file(findings: Findings) -> None:
    raw = findings.document.source.raw
    for item in findings:
        for text in item.evidence:
            assert str(text) in raw


def test_other_xml_is_no_plan() -> None:
    document = read_document(Path("a.xml"), b"<?xml version='1.0'?><a><Goal><Name>x</Name></Goal></a>", "")

    assert recognise_all(document).items("Priority") == []
