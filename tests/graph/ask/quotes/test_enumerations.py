"""Enumerations are found after the words that announce them, and between commas."""

import pytest

from graph.ask.quotes.enumerations import enumerations


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Widen the choir to include altos and basses.", ("altos", "basses")),
        ("Clubs at all sites (i.e. chess, judo, robotics, etc..)", ("chess", "judo", "robotics")),
        ("Staff day: first aid, fire drill and lifting.", ("first aid", "fire drill", "lifting")),
        ("Keep a log of; borrowed books, lost books, and fines.", ("borrowed books", "lost books", "fines")),
        (
            "Build skill in gardeners, cooks, night porters to run their own crews.",
            ("gardeners", "cooks", "night porters"),
        ),
        ("Help comes in the form of tools, seeds, or labor", ("tools", "seeds", "labor")),
    ],
)
def test_members_are_told_one_by_one(text: str, members: tuple[str, ...]) -> None:
    assert enumerations(text)[0].members == members


def test_the_fullest_of_nested_enumerations_is_kept() -> None:
    found = enumerations("A crew that includes: main guests: bakers, millers; farmers of wheat; and carters")

    assert [e.members for e in found] == [("bakers", "millers", "farmers of wheat", "carters")]


@pytest.mark.parametrize(
    "text", ["The pond is deep.", "If it rains, we stay.", "Bread, and then a nap for all"]
)
def test_a_plain_sentence_enumerates_nothing(text: str) -> None:
    assert enumerations(text) == ()
