"""A vision or mission is kept with the words that call it one."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "We start with the vision of our schools:\n\nWe sing and read.",
            "We start with the vision of our schools:",
        ),
        ("Our Mission Statement\n\nWe sing and read.", "Our Mission Statement"),
    ],
)
def test_a_vision_is_read(read: Read, text: str, said: str) -> None:
    plan = read(text)

    assert list(plan.facts("Vision", "introducedBy")) == [(said,)]
    assert plan.labels("Vision") == ["We sing and read."]


@pytest.mark.parametrize("text", ["Television\n\nWe sing.", "A vision of green rooms is nice.\n\nWe sing."])
def test_other_texts_are_no_vision(read: Read, text: str) -> None:
    assert read(text).labels("Vision") == []


def test_a_vision_among_other_things_introduces_none(read: Read) -> None:
    plan = read("Three changes were made to the Vision, Values and Goals:\n\nIn May the Board met again.")

    assert plan.labels("Vision") == []
