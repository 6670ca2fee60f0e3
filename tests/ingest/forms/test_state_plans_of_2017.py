"""The state's template of 2017-20: planned and actual services, three years of outcomes and of money."""

import pytest

from ingest.findings import Findings, Item
from ingest.forms import recognise
from ingest.readers import read_document
from tests.ingest.forms.golden import FOLDER

PLAN = FOLDER / "accountability_plan_2017.md"


@pytest.fixture(scope="module")
def findings() -> Findings:
    found = Findings(read_document(PLAN, PLAN.read_bytes(), ""))
    recognise(found)
    return found


def _labels(found: Findings, kind: str) -> list[str]:
    return [i.label for i in found.items(kind)]


def _named(found: Findings, kind: str, label: str) -> Item:
    return next(i for i in found.items(kind) if i.label == label)


def test_a_goal_of_both_parts_is_one_and_those_of_the_summary_are_none(findings: Findings) -> None:
    assert _labels(findings, "Goal") == ["Every child borrows a book each week."]
    goal = findings.items("Goal")[0]
    assert [str(p) for p in goal.get("statePriority")] == ["2", "4"]
    assert [n.label for n in goal.get("addressesNeed")] == ["Half of the children own no book."]


def test_actions_of_one_number_are_two_where_their_words_differ(findings: Findings) -> None:
    assert _labels(findings, "Action") == ["Open the library at noon", "Pay a driver for the book bus"]
    reviewed, planned = findings.items("Action")
    assert [str(f) for f in reviewed.get("funds")] == ["$9,000"]
    assert [str(f) for f in reviewed.get("actualFunds")] == ["$4,100"]
    assert [str(f) for f in planned.get("funds")] == ["$700", "$800", "$1,500"]
    assert [str(g) for g in planned.get("studentGroup")] == ["Foster Youth"]


def test_outcomes_of_the_years_are_targets_and_what_came_is_actual(findings: Findings) -> None:
    loans = _named(findings, "Metric", "Loans for each child")
    targets = [t for t in findings.items("Target") if loans in t.get("ofMetric")]
    assert [(str(t.get("value")[0]), t.get("schoolYear")) for t in targets] == [
        ("20", ["2017-18"]),
        ("30", ["2018-19"]),
        ("40", ["2019-20"]),
    ]
    expected = _named(findings, "Metric", "60% of children hold a card")
    assert [a.label for a in findings.items("Actual") if expected in a.get("ofMetric")] == ["52% hold a card"]
