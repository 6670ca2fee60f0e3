"""Campus plans: strategies are cells with labels inside, under performance objectives under goals."""

from pathlib import Path

import pytest

from ingest.findings import Findings, Named
from ingest.layouts import recognise_all
from ingest.readers import read_document

STRATEGY = (
    "<table><tr><th colspan=2>Strategy {n} Details<th colspan=2>Reviews</tr>"
    "<tr><td colspan=2 rowspan=3>Strategy {n}: {text}<br>Strategy's Expected Result/Impact: More loans.<br>"
    "Staff Responsible for Monitoring: Art/Music Lead, Librarian<br>"
    "Funding Sources: 211 - Books - $1,200, Local - Shelves - $300<td>Formative<td>Summative</tr>"
    "<tr><td>Nov<td>June</tr><tr><td>40%<td>&nbsp;</tr></table>"
)
PAGE = (
    "<html><body><h1>Heron Elementary School</h1><h2>2025-2026 Campus Improvement Plan</h2>"
    "<p><b>Problem Statement 1: Few children borrow books.</b> Root Cause: The library closes at noon.</p>"
    "<h2>Goal 1: Every child borrows a book.</h2><h3>Performance Objective 1: Loans will double.</h3>"
    "<p><b>Evaluation Data Sources:</b> Loan records, surveys</p>"
    + STRATEGY.format(n=1, text="Open the library after school.")
    + STRATEGY.format(n=2, text="Buy new books.")
    + "<h2>Goal 2: Families come often.</h2><h3>Performance Objective 1: Visits will double.</h3>"
    + STRATEGY.format(n=1, text="Hold reading nights.")
    + "<h2>Goal 3: All are safe.</h2></body></html>"
)


@pytest.fixture(scope="module")
def findings() -> Findings:
    return recognise_all(read_document(Path("plan.html"), PAGE.encode(), ""))


def test_objectives_are_parts_of_goals(findings: Findings) -> None:
    goals = {g.label: g for g in findings.items("Goal")}

    assert goals["Loans will double."].get("partOf") == [goals["Every child borrows a book."]]
    assert goals["Visits will double."].get("partOf") == [goals["Families come often."]]
    assert len(goals) == 5


def test_strategies_stand_under_their_objective_though_numbered_alike(findings: Findings) -> None:
    found = {a.label: a.get("underGoal")[0].label for a in findings.items("Action")}

    assert found == {
        "Open the library after school.": "Loans will double.",
        "Buy new books.": "Loans will double.",
        "Hold reading nights.": "Visits will double.",
    }


def test_the_labels_inside_a_cell_are_fields(findings: Findings) -> None:
    action = findings.items("Action")[0]

    assert action.get("responsible") == [Named("Unit", "Art/Music Lead"), Named("Unit", "Librarian")]
    assert [str(f) for f in action.get("funds")] == ["$1,200", "$300"]
    assert [str(o) for o in action.get("outcome")] == ["More loans."]
    assert all("40%" not in i.label for i in findings)


def test_a_field_within_a_line_is_no_part_of_the_name(findings: Findings) -> None:
    [need] = findings.items("Need")

    assert need.label == "Few children borrow books."
    assert [str(c) for c in need.get("comment")] == ["The library closes at noon."]
