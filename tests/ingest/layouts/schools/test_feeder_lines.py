"""Feeder patterns in lines, lists and sentences, and tiers with their points."""

import pytest

from ingest.layouts.school_facts import known_schools
from ingest.source import Source
from tests.ingest.layouts.schools.said import fed, name, read


@pytest.mark.parametrize(
    "line",
    [
        "- Moss Elementary → Fern Middle",
        "- Fern Middle School (feeders: Moss Elementary)",
        "- Moss Elementary (feeds into Fern Middle)",
        "- Feeder schools for Fern Middle: Moss Elementary",
        "Students from Moss Elementary move up to Fern Middle School in grade 6.",
        "Fifth graders at Moss Elementary will attend Fern Middle School.",
        "Fern Middle School receives students from Moss Elementary.",
        "Fern Middle is fed by Moss Elementary.",
    ],
)
def test_one_link_in_many_words(line: str) -> None:
    links = fed(read(f"{line}\n"))

    assert [(low.split()[0], high.split()[0]) for low, high in links] == [("Moss", "Fern")]


def test_a_way_through_all_levels_and_a_list_with_one_level_behind_it() -> None:
    findings = read(
        "# Feeder patterns\n\n- Moss Elementary → Fern Middle → Sedge High\n\n"
        "Clover and Bracken elementary schools feed into Fern Middle School.\n"
    )

    assert fed(findings) == [
        ("Bracken", "Fern Middle School"),
        ("Clover", "Fern Middle School"),
        ("Fern Middle", "Sedge High"),
        ("Moss Elementary", "Fern Middle"),
    ]


def test_a_nested_list_below_a_heading_of_feeders() -> None:
    text = (
        "# Sedge High School Feeder Pattern\n\n"
        "- Fern Middle School\n  - Moss Elementary\n  - Clover Elementary\n- Reed Middle School\n"
    )

    assert fed(read(text)) == [
        ("Clover Elementary", "Fern Middle School"),
        ("Fern Middle School", "Sedge High School"),
        ("Moss Elementary", "Fern Middle School"),
        ("Reed Middle School", "Sedge High School"),
    ]
    assert fed(read(text.replace(" Feeder Pattern", " Visits"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Moss Elementary does not feed into Fern Middle School.",
        "Staff of Moss Elementary attend training at Fern Middle School.",
        "- Goal 1 → Goal 2 → Goal 3",
        "- Survey families → Share results → Act",
        "Moss Elementary students attend Clover Elementary while their roof is mended.",
    ],
)
def test_what_says_no_such_thing(line: str) -> None:
    assert fed(read(f"{line}\n")) == []


def test_tiers_with_points_in_a_column_and_in_a_label() -> None:
    findings = read(
        "# Support tiers 2026-27\n\n| Tier | Points | Schools |\n|---|---|---|\n"
        "| Tier 1 | 0–20 | Moss, Clover |\n| Tier 2 | 21 or more | Fern |\n\n"
        "# Feeders\n\nMoss and Clover elementary schools feed into Fern Middle School.\n\n"
        "# High schools\n\n- Tier 1 (0–25 points): Sedge High School\n"
    )

    found = sorted((name(i, "atSchool"), name(i, "tier")) for i in findings.items("TierAssignment"))
    assert found == [
        ("Clover", "Tier 1"),
        ("Fern", "Tier 2"),
        ("Moss", "Tier 1"),
        ("Sedge High School", "Tier 1"),
    ]
    points = {t.label: (t.get("minPoints"), t.get("maxPoints")) for t in findings.items("Tier")}
    assert points["Tier 2"] == ([21], [])


def test_words_that_every_school_is_called_by_make_no_school_known() -> None:
    findings = read("Moss Elementary School\n")
    findings.name("School", Source("a", "Elementary School").text())

    assert known_schools(findings) == {("moss",)}


@pytest.mark.parametrize(
    "line",
    [
        "Moss Elementary feeds into Fern Middle, which feeds into Sedge High.",
        "Students of Moss Elementary continue to Fern Middle and then to Sedge High.",
        "Students of Moss Elementary move on to Fern Middle School, who then continue to Sedge High School.",
    ],
)
def test_a_sentence_of_several_steps_links_each_to_the_next(line: str) -> None:
    links = [(low.split()[0], high.split()[0]) for low, high in fed(read(f"{line}\n"))]

    assert links == [("Fern", "Sedge"), ("Moss", "Fern")]


def test_a_sentence_with_two_verbs_that_leave_open_who_goes_where_is_left() -> None:
    text = "Moss Elementary feeds into Fern Middle, and Clover Elementary feeds into Reed Middle.\n"

    assert fed(read(text)) == []
