"""Lists are registers; what their entries are is told by the words above them."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Surveys, Research, Focus Groups", "StakeholderInput"),
        ("The key decision points that lie before us in these years include:", "KeyDecision"),
        ("Some of the items that we will review again and again include:", "ReviewItem"),
        ("Criteria for Moving a Library:", "Criterion"),
        ("Steps of Our Planning Processes", "ProcessStep"),
        ("The essential elements of a good school are the following:", "EssentialElement"),
        ("Our reading rooms are the following:", "RegisterEntry"),
    ],
)
def test_the_words_above_say_what_the_entries_are(read: Read, above: str, kind: str) -> None:
    plan = read(f"{above}\n\n- Red\n- Green\n")

    assert plan.labels(kind) == ["Red", "Green"]
    assert all(i.get("inRegister") == [plan.item("Register")] for i in plan.findings.items(kind))


def test_plans_that_are_named_are_not_held(read: Read) -> None:
    plan = read("Plans:\n\n- Parks Plan 2016-20\n- Care Control Plan (CCP)\n- Budget 2016-17\n")

    assert list(plan.facts("Plan", "held", "temporal", "schoolYear"))[1:] == [
        ("False", "2016-20", ""),
        ("False", "", ""),
        ("False", "2016-17", "2016-17"),
    ]
    assert plan.item("Plan", "Care Control Plan (CCP)").aliases == ["Care Control Plan", "CCP"]


def test_an_entry_under_an_entry_is_part_of_it(read: Read) -> None:
    plan = read("Our rooms are listed below.\n\n- Red\n  - Dark\n  - Light\n- Green\n")
    parts = {i.label: [p.label for p in i.get("partOf")] for i in plan.findings.items("RegisterEntry")}

    assert parts == {"Red": [], "Dark": ["Red"], "Light": ["Red"], "Green": []}


def test_a_sentence_that_announces_lists_introduces_each(read: Read) -> None:
    plan = read("The rooms of our house are listed below.\n\nLarge\n\n- Red\n\nSmall\n\n- Green\n")

    assert plan.labels("Register") == ["Large", "Small"]
    assert [str(i.get("introducedBy")[0]) for i in plan.findings.items("Register")[:1]] == [
        "The rooms of our house are listed below."
    ]


def test_two_lists_under_one_heading_keep_their_own_sentences(read: Read) -> None:
    plan = read(
        "Rooms\n\nThe large rooms of the house are these:\n\n- Red\n\nThe small rooms are these:\n\n- Green\n"
    )

    assert len(set(plan.labels("Register"))) == 2


def test_an_entry_that_a_line_end_cut_is_whole_again(read: Read) -> None:
    plan = read("Our helpers include:\n\n- Grace\n- a Reading\n- Room Helper (RRH)\n- Tom\n")

    assert plan.labels("RegisterEntry") == ["Grace", "a Reading Room Helper (RRH)", "Tom"]


def test_years_of_an_input_are_kept(read: Read) -> None:
    plan = read("Surveys and Focus Groups\n\n- Parent Survey – 2014-15\n- Choir Survey - 2013\n")

    assert list(plan.facts("StakeholderInput", "temporal", "schoolYear")) == [
        ("2014-15", "2014-15"),
        ("2013", ""),
    ]


def test_a_list_that_another_layout_read_is_left_to_it(read: Read) -> None:
    plan = read("Tier 1\n\n- Maple ES\n- Hill HS\n\nTier 2\n\n- Lake MS\n- Cove HS\n")

    assert plan.labels("Register") == []


def test_a_sentence_about_other_months_announces_no_list(read: Read) -> None:
    plan = read("In the following months, stakeholder input was gathered.\n\nOur values\n\n- Joy\n- Care")

    assert plan.labels("StakeholderInput") == []
    assert plan.labels("RegisterEntry") == ["Joy", "Care"]
