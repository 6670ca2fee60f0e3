"""Feeder links are read from sentences, and told apart from those that only a chart implies."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

_CHART = """The chart shows the proposed feeder patterns for French Dual Language Immersion (FDLIP) and Arts.

Dual Language Programs\tArts
Maple ES (FDLIP) Oak Grove ES (FDLIP)\tMaple ES
Hill MS (FDLIP) Lake MS (Proposed FDLIP)\tLake MS
Bay HS (FDLIP)\tBay HS Cove HS

Lake MS, Hill Middle School and Bay High School are large.

"""


def links(plan: Any, basis: str) -> set[tuple[str, str, str]]:
    found = plan.facts("FeederLink", "fromSchool", "toSchool", "status", "basis")
    return {(a.split(" / ")[0], b.split(" / ")[0], status) for a, b, status, why in found if why == basis}


def test_a_sentence_states_where_students_go(read: Read) -> None:
    plan = read(_CHART + "All students in the French programs attend Hill Middle School.")

    assert links(plan, "stated") == {
        ("Maple ES", "Hill Middle School", "existing"),
        ("Oak Grove ES", "Hill Middle School", "existing"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Our students are projected to attend Bay High School for French Immersion.",
        "French students are expected at Bay High School.",
        "Students of French Immersion will move on to Bay High School.",
    ],
)
def test_what_is_expected_is_proposed(read: Read, sentence: str) -> None:
    assert links(read(_CHART + sentence), "stated") == {("Hill MS", "Bay High School", "proposed")}


def test_a_recommended_site_is_stated_for_the_schools_named_with_it(read: Read) -> None:
    plan = read(
        _CHART
        + "French programs are full. We recommend that the next middle school site be Lake Middle School. "
        "Families of Maple Elementary asked for it."
    )

    assert ("Maple ES", "Lake Middle School", "proposed") in links(plan, "stated")
    assert ("Oak Grove ES", "Lake Middle School", "proposed") in links(plan, "section")


def test_two_programs_in_one_sentence_are_told_apart(read: Read) -> None:
    chart = _CHART.replace("(FDLIP) and Arts.", "(FDLIP), Korean (KDLIP) and Arts.").replace(
        "Oak Grove ES (FDLIP)", "Oak Grove ES (KDLIP)"
    )
    plan = read(chart + "Students go on to Hill Middle School for French and Lake Middle School for Korean.")

    assert links(plan, "stated") == {
        ("Maple ES", "Hill Middle School", "existing"),
        ("Oak Grove ES", "Lake Middle School", "existing"),
    }


def test_a_chart_shows_the_only_school_of_the_next_row(read: Read) -> None:
    assert links(read(_CHART), "section") == {
        ("Maple ES", "Lake MS", "proposed"),
        ("Hill MS", "Bay HS", "proposed"),
        ("Lake MS", "Bay HS", "proposed"),
    }


def test_a_chart_only_suggests_one_of_several_schools(read: Read) -> None:
    assert {("Oak Grove ES", "Hill MS", "proposed"), ("Lake MS", "Cove HS", "proposed")} <= links(
        read(_CHART), "inferred"
    )


def test_a_chart_only_suggests_a_link_within_a_row(read: Read) -> None:
    plan = read(_CHART.replace("\tLake MS\nBay HS (FDLIP)\tBay HS", " Bay HS (FDLIP)\tLake MS"))

    assert ("Hill MS", "Bay HS", "proposed") in links(plan, "inferred")


def test_several_schools_at_the_next_level_make_a_link_less_sure(read: Read) -> None:
    plan = read(_CHART)
    sure = {i.label: i.get("confidence") for i in plan.findings.items("FeederLink")}

    assert sure["Maple ES to Hill Middle School: French Dual Language Immersion (FDLIP)"] == [0.3]
    assert sure["Lake MS to Cove HS: Arts"] == [0.3]


def test_a_chart_that_is_not_of_feeders_implies_nothing(read: Read) -> None:
    assert read(_CHART.replace("feeder patterns", "places")).labels("FeederLink") == []


def test_a_denial_states_no_link(read: Read) -> None:
    plan = read(_CHART.replace("feeder", "other") + "French students do not attend Hill Middle School.")

    assert plan.labels("FeederLink") == []
