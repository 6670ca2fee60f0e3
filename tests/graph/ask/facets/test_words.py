"""Words, codes and units of questions."""

import pytest

from graph.ask.facets.quantities import Units
from graph.ask.facets.words import alike, split_name, spoken


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("part B5375-28", ["part", "B5375-28"]),
        ("over 250,000 EUR", ["over", "250,000", "EUR"]),
        ("24V and 10kg", ["24", "V", "and", "10", "kg"]),
        ("since 2022-01-05.", ["since", "2022-01-05"]),
        ("the 1990s", ["the", "1990s"]),
        ("mail ann@acme.example", ["mail", "ann@acme.example"]),
        ("800 m² of floor", ["800", "m²", "of", "floor"]),
    ],
)
def test_keeps_codes_numbers_and_dates_whole(text: str, words: list[str]) -> None:
    assert [t.text for t in spoken(text)] == words


@pytest.mark.parametrize(("one", "other"), [("suppli", "supplier"), ("lead", "manag"), ("weigh", "mass")])
def test_knows_words_of_one_family_and_meaning(one: str, other: str) -> None:
    assert 0 < alike(one, other) < 1


def test_keeps_other_words_apart() -> None:
    assert alike("part", "partner") == 0


def test_divides_names_of_terms() -> None:
    assert split_name("http://shop.example/ns#unitPrice_eur") == "unit price eur"


def test_turns_units_into_one_another_but_no_currencies() -> None:
    units = Units.known()

    assert units.factor("kg", "g") == pytest.approx(1000)
    assert units.factor("cm", "mm") == pytest.approx(10)
    assert units.factor("EUR", "USD") is None
    assert units.factor("kg", "cm") is None
    assert set(units.meant("pounds")) == {"lb", "GBP"}
