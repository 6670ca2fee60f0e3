"""Whose plan it is, where a plan names several districts and offices."""

import pytest

from ingest.layouts.districts import district_in
from ingest.source import Source, Text


def texts(*lines: str) -> list[Text]:
    return [Source("plan.txt", line).text() for line in lines]


FILLING = ["Text of the plan."] * 20


@pytest.mark.parametrize(
    ("lines", "district"),
    [
        (
            [
                "Fernhill Unified School District",
                "Plan 2026",
                *FILLING,
                *["Sedge County Office of Education helps."] * 4,
            ],
            "Fernhill Unified School District",
        ),
        (
            ["A plan", *FILLING, "Sedge County Office of Education", "Fernhill School District"],
            "Fernhill School District",
        ),
        (["Sedge County Office of Education", "Plan of Court Schools"], "Sedge County Office of Education"),
        (
            ["LEA Name: Sedge County Office of Education", "A plan with Fernhill School District"],
            "Sedge County Office of Education",
        ),
        (["Name Moss County Schools", "All County Schools"], "Moss County Schools"),
        (["See the LCAP. Moss Public Schools agree."], "Moss Public Schools"),
        (["St. Clair School District"], "St. Clair School District"),
        (["Our County Office of Education", "no district is named"], ""),
    ],
)
def test_the_district_of_a_plan(lines: list[str], district: str) -> None:
    assert str(district_in(texts(*lines)) or "") == district
