"""A header row tells which column holds what, by its words."""

import pytest

from ingest.document import Cell, Row
from ingest.layouts.table_columns import columns_of
from ingest.source import Source


def roles(*header: str) -> dict[str, int] | None:
    texts = [Source("plan.txt", words).text() for words in header]
    columns = columns_of(Row(tuple(Cell(t, t.clean(), i) for i, t in enumerate(texts))))
    return columns.roles if columns else None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("Goal", "Lead", "Actions"), {"goal": 0, "responsible": 1, "action": 2}),
        (
            ("Action Steps", "By Whom", "Short-term (1 yr)", "Long"),
            {"action": 0, "responsible": 1, "shortTerm": 2, "longTerm": 3},
        ),
        (
            ("Actions to reach our goals", "Person responsible for action", "Timeline", "Cost"),
            {"action": 0, "responsible": 1, "timeline": 2, "funds": 3},
        ),
        (("Department Actions", "Near term", "Medium-term"), {"action": 0, "shortTerm": 1, "midTerm": 2}),
        (
            (
                "Strategic Direction & Goal",
                "Division/ Office",
                "Strategies/Activities",
                "Evidence of success",
            ),
            {"goal": 0, "responsible": 1, "action": 2, "measure": 3},
        ),
        (("Activity", "FY24", "FY 2025-26"), {"action": 0}),
        (("Action", "Lead", "Short Mid Long"), {"action": 0, "responsible": 1}),
        (("Goals", "Metrics", "Targets"), None),
        (("Actions of the department", "Are more resources needed?"), None),
        (("School", "Program"), None),
    ],
)
def test_the_roles_of_a_header(header: tuple[str, ...], expected: dict[str, int] | None) -> None:
    assert roles(*header) == expected


def test_a_side_panel_in_the_header_is_no_column() -> None:
    assert roles(
        "Actions", "Lead", "Goal #3: All our schools will take action to keep every department in good repair"
    ) == {
        "action": 0,
        "responsible": 1,
    }
