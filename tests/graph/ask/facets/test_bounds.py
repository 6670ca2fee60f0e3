"""Comparisons with numbers, dates and things, as people write them."""

import pytest

from graph.ask.facets.bounds import against, comparisons

NUMBERS = {
    "more than 20 kg": (">", [20.0], ("kg",)),
    "at least 250000 euros": (">=", [250000.0], ("EUR",)),
    "between 10 and 20 mm": ("..", [10.0, 20.0], ("mm",)),
    "5 or more": (">=", [5.0], ()),
    "cheaper than 30 usd": ("<", [30.0], ("USD",)),
    "less reliable than 3": ("<", [3.0], ()),
    "over 2 million": (">", [2_000_000.0], ()),
}


@pytest.mark.parametrize("phrase", NUMBERS)
def test_reads_numbers_with_their_units(phrase: str) -> None:
    [found] = comparisons(tuple(phrase.split()), set())

    operator, numbers, units = NUMBERS[phrase]
    assert (found.operator, [b.number for b in found.bounds]) == (operator, numbers)
    assert set(units) <= set(found.bounds[0].units)


@pytest.mark.parametrize(
    ("phrase", "operator"), [("before 1970", "<"), ("since may 2020", ">="), ("in 2019", "=")]
)
def test_reads_dates(phrase: str, operator: str) -> None:
    [found] = comparisons(tuple(phrase.split()), set())

    assert found.operator == operator
    assert found.bounds[0].period is not None


def test_passes_over_numbers_inside_names() -> None:
    assert comparisons(("fjell", "9", "lamps"), {0, 1}) == ()


def test_compares_with_a_thing_only_where_words_say_so() -> None:
    words = ("heavier", "than", "the", "anvil")

    assert against(words, 3, 4) is not None
    assert against(("under", "the", "anvil"), 2, 3) is None
