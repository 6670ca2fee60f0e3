"""How costly it is to take a word for a slip of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.slips import slip, sound


@pytest.mark.parametrize(
    ("typed", "likelier", "than"),
    [
        ("gadren", "garden", "gauden"),  # letters that changed places, before others
        ("comittee", "committee", "cohmittee"),  # a letter of two
        ("atendance", "attendance", "antendance"),
        ("relavent", "relevent", "relatent"),  # one vowel for another
        ("fone", "phone", "stone"),  # as it is heard
        ("nown", "known", "brown"),
    ],
)
def test_common_slips_cost_less(typed: str, likelier: str, than: str) -> None:
    assert slip(typed, likelier) < slip(typed, than)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_the_same_word_costs_nothing(word: str) -> None:
    assert slip(word, word) == 0.0


@given(*[st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)] * 2)
def test_another_word_always_costs_something(one: str, other: str) -> None:
    assert (slip(one, other) > 0) is (one != other)
    assert sound(one) == sound(one)
