"""Schools are noted where they are named, and nothing else is taken for a school."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


def schools(plan: Any) -> list[str]:
    return [m.named.name for m in plan.findings.mentions if m.named.kind == "School"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At Maple Elementary School we sing.", ["Maple Elementary School"]),
        ("Improve Oak Grove High School soon.", ["Oak Grove High School"]),
        ("Jo Hill Jr./Sr. High School is new.", ["Jo Hill Jr./Sr. High School"]),
        ("All High School teachers, Middle School too.", []),
        ("Train middle and high school teachers.", []),
        ("The HUSD Middle School Fair", []),
        ("Linked Learning High School Pathways", []),
    ],
)
def test_a_school_is_one_by_its_full_name(read: Read, text: str, expected: list[str]) -> None:
    assert schools(read(text)) == expected


def test_a_known_school_is_found_by_its_other_names(read: Read) -> None:
    plan = read("Maple Elementary School is ours.\n\nWe like Maple and Maple ES. Maple Street is long.")

    assert schools(plan) == ["Maple Elementary School", "Maple", "Maple ES"]


def test_a_name_of_two_schools_or_of_a_place_is_not_guessed(read: Read) -> None:
    plan = read(
        "Maple Elementary School and Maple Middle School and Harbor High School are large. "
        "Maple is nice. Harbor is near. We are Harbor Unified School District."
    )

    assert schools(plan) == ["Maple Elementary School", "Maple Middle School", "Harbor High School"]
