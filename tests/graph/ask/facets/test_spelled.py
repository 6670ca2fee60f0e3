"""Numbers that stand with their unit in one text are compared, ranked and summed up as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal

from graph.ask.facets.spelled import number_in, spelled_units, unit_in
from graph.store import Store


def _worked_out(expression: str, text: str) -> str:
    query = f"SELECT ?out {{ VALUES ?v {{ {Literal(text).n3()} }} BIND({expression} AS ?out) }}"
    return str(Store.in_memory().select(query)[0]["out"])


@given(st.integers(0, 9_999_999), st.sampled_from(["kg", "m²", "EUR", "months", "t/day"]), st.booleans())
def test_the_number_and_the_unit_are_read_back(number: int, unit: str, grouped: bool) -> None:
    text = f"{number:,} {unit}" if grouped else f"{number}{unit}"

    assert float(_worked_out(number_in("?v"), text)) == number
    assert _worked_out(unit_in("?v"), text) == unit


def test_units_may_differ_where_all_are_known() -> None:
    assert spelled_units(["12 kg", "800 g"]) == {Literal("g"): "g", Literal("kg"): "kg"}
    assert spelled_units(["EUR 40", "€ 12.50"]) == {Literal("EUR"): "EUR", Literal("€"): "EUR"}


def test_a_unit_that_nobody_knows_is_one_if_all_values_have_it() -> None:
    assert spelled_units(["12 berths", "40 berths", "8 berths"]) == {Literal("berths"): ""}


@pytest.mark.parametrize(
    "values", [["3 Main Street", "14 Elm Road"], ["red"], [], ["12", "40 kg"], ["1.2.3 x"]]
)
def test_other_texts_are_no_numbers(values: list[str]) -> None:
    assert spelled_units(values) is None
