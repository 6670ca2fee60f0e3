"""Schools are placed in the tiers under which they are printed."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

_COLUMNS = """School Tiers for 2019-20

GREEN (1-4)\tAMBER (5-9)
Maple Elementary Oak Grove Middle School\tHarbor K-8 Hill High School Lake Elementary
"""
_ROWS = """Our tiers of schools in 2019-20

Tier 1\tMaple Elementary, Oak Grove Middle School
Tier 2\tHarbor K-8, Hill High School, Lake Elementary
"""
_HEADED = """Tier 1

- Maple Elementary
- Oak Grove Middle School

Tier 2

- Harbor K-8
- Hill High School
- Lake Elementary
"""


@pytest.mark.parametrize("text", [_COLUMNS, _ROWS, _HEADED])
def test_every_school_has_its_tier(read: Read, text: str) -> None:
    plan = read(text)
    first, second = plan.labels("Tier")

    assert list(plan.facts("TierAssignment", "atSchool", "tier")) == [
        ("Maple Elementary", first),
        ("Oak Grove Middle School", first),
        ("Harbor K-8", second),
        ("Hill High School", second),
        ("Lake Elementary", second),
    ]


def test_points_and_year_are_read(read: Read) -> None:
    plan = read(_COLUMNS)

    assert list(plan.facts("Tier", "minPoints", "maxPoints")) == [("1", "4"), ("5", "9")]
    assert {year for (year,) in plan.facts("TierAssignment", "schoolYear")} == {"2019-20"}
    assert plan.item("Tier").aliases == ["GREEN (1-4)"]


def test_the_evidence_is_the_part_of_the_cell_that_names_the_school(read: Read) -> None:
    plan = read(_COLUMNS)

    assert plan.quotes(plan.findings.items("TierAssignment")[1]) == [
        "Oak Grove Middle School",
        "GREEN (1-4)",
        "2019-20",
    ]


def test_a_sentence_about_a_tier_is_kept_with_it(read: Read) -> None:
    sentence = "Schools in the Amber tier get two coaches each."
    plan = read(f"Support by tier\n\nWe have two tiers. {sentence}\n\n{_COLUMNS}")

    assert [str(c) for c in plan.item("Tier", "AMBER").get("comment")] == [sentence]
    assert plan.item("Tier", "GREEN").get("comment") == []


@pytest.mark.parametrize(
    "text",
    [
        "Goal\tAction\nSing\tMaple Elementary Oak Grove Middle School",
        "Tiers of pay\n\nLow (1-4)\tHigh (5-9)\nclerk cook\tdean judge",
        "Elementary\tMiddle\nMaple Elementary\tOak Middle School",
    ],
)
def test_other_tables_hold_no_tiers(read: Read, text: str) -> None:
    assert read(text).labels("Tier") == []


def test_a_column_may_tell_the_tier_of_the_school_in_each_row(read: Read) -> None:
    plan = read("School\tTier\tPoints\nOak Elementary School\tRed\t4\nElm Middle School\tBlue\t9")

    assert sorted(plan.facts("TierAssignment", "atSchool", "tier")) == [
        ("Elm Middle School", "Blue"),
        ("Oak Elementary School", "Red"),
    ]


def test_other_columns_beside_schools_are_no_tiers(read: Read) -> None:
    plan = read("School\tLevel\nOak Elementary School\tGood\nElm Middle School\tFair")

    assert plan.labels("TierAssignment") == []


def test_columns_of_a_directory_below_words_about_tiers_are_no_tiers(read: Read) -> None:
    plan = read(
        "Schools and their tiers for 2019-20\n\n"
        "School\tSpecial program (2019-20)\n"
        "Maple Elementary School\tMusic\n"
        "Lake Elementary School\tGarden\n"
    )

    assert plan.labels("Tier") == []


def test_tiers_with_a_column_of_schools_for_each_level(read: Read) -> None:
    plan = read(
        "# Support tiers\n\n| Tier | Points | Elementary Schools | Middle Schools |\n|---|---|---|---|\n"
        "| Tier 1 | 0-30 | Dove Lane; Finch Road | Ember |\n| Tier 2 | 31+ | Ibis | None |\n"
    )

    assert set(plan.facts("TierAssignment", "atSchool", "tier")) == {
        ("Dove Lane", "Tier 1"),
        ("Finch Road", "Tier 1"),
        ("Ember", "Tier 1"),
        ("Ibis", "Tier 2"),
    }
    assert {t.label: t.get("minPoints") for t in plan.findings.items("Tier")} == {
        "Tier 1": [0],
        "Tier 2": [31],
    }


def test_tiers_over_columns_with_a_level_in_each_row(read: Read) -> None:
    plan = read(
        "# Bands\n\n| Level | Band A (60+ points) | Band B (0-59 points) |\n|---|---|---|\n"
        "| Elementary | Dove, Finch | Ibis |\n| Middle | | Ember |\n"
    )

    assert set(plan.facts("TierAssignment", "atSchool", "tier")) == {
        ("Dove", "Band A"),
        ("Finch", "Band A"),
        ("Ibis", "Band B"),
        ("Ember", "Band B"),
    }


def test_a_school_has_a_tier_in_each_year(read: Read) -> None:
    plan = read(
        "# Tier changes\n\n| Level | School | 2025-26 Tier | 2026-27 Tier |\n|---|---|---|---|\n"
        "| Elementary | Dove | Tier 1 | Tier 2 |\n| | Finch | Tier 2 | Tier 2 |\n"
    )

    years = {
        (str(i.get("schoolYear")[0]), i.label.split(" (")[0]) for i in plan.findings.items("TierAssignment")
    }
    assert years == {
        ("2025-26", "Dove: Tier 1"),
        ("2025-26", "Finch: Tier 2"),
        ("2026-27", "Dove: Tier 2"),
        ("2026-27", "Finch: Tier 2"),
    }
