"""Roundabout questions are put into plain words, and others stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.facets.recasting import recast

KNOWN = frozenset({"deliver", "pay", "resolv", "deck"})


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("For the yearly audit I need all ships of Rome", "List all ships of Rome"),
        ("I'd like a full list of ships", "List ships"),
        ("Please give me an overview of ships", "Please give me ships"),
        ("Are there any parcels undelivered? If so, which ones?", "Which parcels not delivered?"),
        ("Do we have any ships of steel and if so what are they?", "Which ships of steel?"),
        ("How are the crews distributed over the ships?", "How many crews per ships?"),
        ("Give me a breakdown of crews by ship", "How many crews per ship"),
        ("Which bills are unpaid?", "Which bills are not paid?"),
    ],
)
def test_it_is_said_plainly(said: str, plain: str) -> None:
    assert recast(said, KNOWN).replace("?", "").strip() == plain.replace("?", "")


@pytest.mark.parametrize(
    "said",
    [
        "Which united clubs are there?",  # no 'not ited'
        "Which ships are uncharted?",  # nothing tells that ships are charted
        "Are there any ships in Rome?",
        "For which ship do we need a crew?",
        "For the Gull I need all crews",  # names a ship: no mere occasion
        "How many crews are there?",
    ],
)
def test_what_is_plain_stays(said: str) -> None:
    assert recast(said, KNOWN) == said


@given(st.text(max_size=80))
def test_nothing_breaks(text: str) -> None:
    assert recast(recast(text, KNOWN), KNOWN) is not None
