"""An item is found by identifier, IRI, number, name or a part of a name; else the choices are told."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import AmbiguousItem, UnknownItem
from graph.items import BASE
from graph.search import find_item, fold
from graph.store import Store


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (BASE + "master/rec1", "master/rec1"),
        ("master/rec1", "master/rec1"),
        ("Recommendation 1", "master/rec1"),
        ("recommendation #2", "master/rec2"),
        ("rec 3", "master/rec3"),
        ("Rec. No. 3", "master/rec3"),
        ("LCAP goal 1", "master/lcap1"),
        ("Lindenfeld Recommendation 2", "master/rec2"),
        ("LMP recommendation 2", "master/rec2"),
        ("priority 2", "department/priority2"),
        ("safe campuses", "master/goal"),
        ("Families", "families"),
        ("oak", "oak"),
        ("calm conflict", "master/action1"),
    ],
)
def test_an_item_is_found(district: Store, name: str, found: str) -> None:
    assert find_item(district, name) == BASE + found


def test_several_items_are_told_with_their_identifiers(district: Store) -> None:
    with pytest.raises(AmbiguousItem) as caught:
        find_item(district, "elementary")

    assert [identifier for identifier, _ in caught.value.choices] == ["elm", "oak"]


def test_an_unknown_name_is_told_with_the_nearest(district: Store) -> None:
    with pytest.raises(UnknownItem) as caught:
        find_item(district, "Safty Ofice")

    assert "Safety Office" in caught.value.nearest


def test_a_number_that_no_item_bears_is_unknown(district: Store) -> None:
    with pytest.raises(UnknownItem, match="Recommendation 3"):
        find_item(district, "Recommendation 9")


def test_words_before_the_class_must_fit(district: Store) -> None:
    with pytest.raises(UnknownItem):
        find_item(district, "Westphalian Recommendation 2")


def test_folding_forgets_case_and_punctuation() -> None:
    assert fold("  Family & Community! ") == "family and community"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_words_find_an_item_or_a_sentence(district: Store, name: str) -> None:
    with suppress(AmbiguousItem, UnknownItem):
        assert find_item(district, name).startswith("http")
