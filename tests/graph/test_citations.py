"""Evidence is shown without markup and each place once, while the evidence itself keeps its exact words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.citations import citations, cited_places, readable
from graph.model import Evidence


def _at(line: int, quote: str) -> Evidence:
    return Evidence("plan.txt", line, line, None, quote)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ('Academics <ul style="list-style-type: none"><li>Open a\n desk</li></ul>', "Academics Open a desk"),
        ("<b>Bold</b>er goals", "Bolder goals"),
        ("Arts &amp; music", "Arts & music"),
        ("**Goal 1**: see [the plan](https://example.org/p)", "Goal 1: see the plan"),
        ("fewer than < 5 and > 3", "fewer than < 5 and > 3"),
        ("write to <clerk@example.org>", "write to <clerk@example.org>"),
        ("<br>", "<br>"),
    ],
)
def test_a_quote_is_read_without_its_markup(quote: str, shown: str) -> None:
    assert readable(quote) == shown


@given(st.text(alphabet="ab <>/&;*[]()\n", max_size=60))
def test_a_quote_is_never_shown_as_nothing(quote: str) -> None:
    assert bool(readable(quote)) == bool(quote.strip())


def test_the_same_place_is_named_once_with_all_its_words() -> None:
    third = _at(3, "Oak School (Arts)"), _at(3, "Oak School"), _at(3, "Elm")
    shown = cited_places((_at(2, "Ash School"), *third))

    assert [(s.citation, s.quote) for s in shown] == [
        ("plan.txt, line 2", "Ash School"),
        ("plan.txt, line 3", "Oak School (Arts) … Elm"),
    ]


def test_marks_in_columns_are_left_out_where_others_hold_words() -> None:
    assert [s.quote for s in cited_places((_at(2, "X X X"), _at(1, "Open a desk")))] == ["Open a desk"]
    assert [s.quote for s in cited_places((_at(2, "X"),))] == ["X"]
    assert [s.quote for s in cited_places((_at(2, "5"), _at(1, "Goal")))] == ["5", "Goal"]


def test_citations_name_a_place_once() -> None:
    assert citations((_at(1, "one"), _at(1, "two"), _at(2, "six"))) == "plan.txt, line 1; plan.txt, line 2"
