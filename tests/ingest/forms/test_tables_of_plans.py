"""Goals by year, recommendations with responses, tables of pillars: what their rows state."""

from ingest.findings import Findings, Item
from ingest.forms import recognise
from tests.ingest.readers.shown import read

GOALS = """\
Goal #,Goal,Owner,Measure,Start Value,FY22/23 Target,June 2024
1,Warm and dry rooms,Buildings Office,,,,
1.1,Roofs hold,Buildings Office,Leaks a year,14,9,11
,,,Roofs renewed,0,2,n/a
2,Paths are lit,Grounds Office,Lamps,40,60,52
"""
ADVICE = """\
Rec No.,Recommendation,Response,Status,Responsible
1,Mend the roof of the hall.,A builder is hired in May.,Begun,Buildings Office
2,Count the keys.,Agree. Done.,Finished,Front Office
"""
PILLARS = """\
PillarID,MeasureID,MeasureName,Year,ActualValue,TargetValue
Q1,Q1.M1,Lamps that work,2024,52,
Q1,Q1.M1,Lamps that work,2025,,60
"""


def found(text: str) -> Findings:
    findings = Findings(read(text.encode(), "p.csv"))
    findings.plan.label = "plan"
    recognise(findings)
    return findings


def values(items: list[Item]) -> list[tuple[str, str, str]]:
    return [
        (str(i.get("value")[0]), i.get("ofMetric")[0].label, str(next(iter(i.get("schoolYear")), "")))
        for i in items
    ]


def test_goals_stand_under_those_of_their_number() -> None:
    goals = {g.notation: g for g in found(GOALS).items("Goal")}

    assert goals["1.1"].get("partOf") == [goals["1"]]
    assert goals["2"].get("partOf") == []
    assert [u.name for u in goals["2"].get("leadResponsible")] == ["Grounds Office"]


def test_values_bear_the_year_of_their_column() -> None:
    findings = found(GOALS)

    assert values(findings.items("Target"))[:2] == [
        ("9", "Leaks a year", "2022-23"),
        ("2", "Roofs renewed", "2022-23"),
    ]
    assert values(findings.items("Actual")) == [("11", "Leaks a year", "2023-24"), ("52", "Lamps", "2023-24")]


def test_a_response_that_says_something_is_an_action() -> None:
    findings = found(ADVICE)

    assert [r.notation for r in findings.items("Recommendation")] == ["1", "2"]
    assert [(a.label, a.links[0].target.notation) for a in findings.items("Action")] == [
        ("A builder is hired in May.", "1")
    ]


def test_rows_of_one_measure_are_values_of_one_metric() -> None:
    findings = found(PILLARS + "Q1,Q1.M2,Benches,2024,3,\n")

    assert [m.notation for m in findings.items("Metric")] == ["Q1.M1", "Q1.M2"]
    assert values(findings.items("Target")) == [("60", "Lamps that work", "2025")]
    assert [m.get("measures")[0].notation for m in findings.items("Metric")] == ["Q1", "Q1"]


LABELLED = """\
Goal 1: Warm rooms
#,Action,Who,When,Resources needed
1.1,Mend the stove,Buildings Office,May 2031,Bricks; $900
Why we do it:,The stove smokes.,,,
1.2,Buy wood,Front Office,June 2031,Two carts
"""


def test_a_label_that_a_form_does_not_know_is_no_row() -> None:
    actions = found(LABELLED).items("Action")

    assert [a.label for a in actions] == ["Mend the stove", "Buy wood"]


def test_resources_in_words_are_no_funds() -> None:
    mend, buy = found(LABELLED).items("Action")

    assert [str(amount) for amount in mend.get("funds")] == ["$900"]
    assert buy.get("funds") == []
