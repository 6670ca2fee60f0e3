"""Sentences about room and growth are kept, each with its schools, programs and years."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

_SCHOOLS = "Maple Elementary School and Hill Middle School are ours.\n\nFrench Immersion Programs\n\n"


def facts(read: Read, text: str) -> list[tuple[str, ...]]:
    plan = read(_SCHOOLS + text)
    return list(plan.facts("PlanningStatement", "aboutSchool", "aboutProgram", "schoolYear"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Maple is at capacity.", ("Maple", "French Immersion Programs", "")),
        (
            "Hill Middle School has room until 2024-25.",
            ("Hill Middle School", "French Immersion Programs", "2024-25"),
        ),
        ("We will expand the French programs in 2023-24.", ("", "French programs", "2023-24")),
        (
            "If we open a new program in 2023-24, no new site is needed until 2026-27.",
            ("", "French Immersion Programs", "2023-24 / 2026-27"),
        ),
    ],
)
def test_a_sentence_is_about_schools_programs_and_years(
    read: Read, sentence: str, expected: tuple[str, str, str]
) -> None:
    assert facts(read, sentence) == [expected]


def test_one_sentence_is_one_statement(read: Read) -> None:
    plan = read(
        _SCHOOLS + "Dr. Lee likes it. Maple is at capacity. We sing. We will expand the French programs."
    )

    assert plan.labels("PlanningStatement") == [
        "Maple is at capacity.",
        "We will expand the French programs.",
    ]


def test_a_sentence_that_a_page_break_cut_is_whole_again(read: Read) -> None:
    plan = read(_SCHOOLS + "Maple is at\n\ncapacity in all rooms.")

    assert plan.labels("PlanningStatement") == ["Maple is at capacity in all rooms."]
    assert plan.quotes(plan.item("PlanningStatement")) == ["Maple is at\n\ncapacity in all rooms."]


@pytest.mark.parametrize(
    "text",
    [
        "We build capacity of staff in our schools.",
        "The district is large.",
        "We will expand our vocabulary.",
        "French Immersion Programs\n\nWe like it. We expand the hours in which students may read.",
        "French Immersion Programs\n\nMaple is at capacity" + ", or not" * 100 + ".",
    ],
)
def test_other_sentences_are_left(read: Read, text: str) -> None:
    assert read(text).labels("PlanningStatement") == []


def test_what_stands_only_in_the_context_is_marked(read: Read) -> None:
    plan = read(_SCHOOLS + "Maple is at capacity.")

    assert [b.name for b in plan.item("PlanningStatement").get("basis")] == ["section"]
