"""Amounts differ only where it is sure that they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.amounts import amount_of, differ, unit_in
from ingest.source import Source


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("29%", "30 percent"),
        ("at least 29%", "30%"),
        ("$1,200", "$1.3 million"),
        ("12 schools", "13 schools"),
        ("2.5 percentage points", "3.5 pp"),
        ("0.291", "0.292"),
    ],
)
def test_other_amounts_differ(one: str, other: str) -> None:
    assert differ(amount_of(one), amount_of(other))
    assert differ(amount_of(other), amount_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("30%", "30 per cent", id="other writing"),
        pytest.param("≥ 30 %", "30.0% or more", id="at least"),
        pytest.param("29.6%", "30%", id="rounded"),
        pytest.param("29.6%", "29%", id="cut off"),
        pytest.param("1,200", "1200", id="thousands"),
        pytest.param("$1.2 million", "$1,200,000", id="millions"),
        pytest.param("29", "30%", id="a unit in one only"),
        pytest.param("0.29", "30%", id="a share"),
        pytest.param("29%", "30 percentage points", id="points"),
        pytest.param("29-30%", "31%", id="a span"),
        pytest.param("about 29%", "30%", id="a vague one"),
        pytest.param("+3%", "4%", id="a change"),
        pytest.param("-3%", "3%", id="a sign"),
        pytest.param("up 3%", "4%", id="other words"),
        pytest.param("at least 29%", "at most 30%", id="other bounds"),
        pytest.param("Green", "Blue", id="no numbers"),
        pytest.param("29%", "", id="nothing"),
    ],
)
def test_what_may_be_the_same_does_not_differ(one: str, other: str) -> None:
    assert not differ(amount_of(one), amount_of(other))
    assert not differ(amount_of(other), amount_of(one))


def test_the_metrics_unit_is_that_of_a_bare_number() -> None:
    assert differ(amount_of("29", "percent"), amount_of("30%"))
    assert not differ(amount_of("30", "%"), amount_of("30%"))
    assert differ(amount_of("29", "days"), amount_of("30 days"))


@pytest.mark.parametrize(
    ("written", "unit"),
    [("#.#%", "%"), ("$#,##0", "$"), ("#.#", ""), ('"#', ""), ("days", "days"), ("%", "%")],
)
def test_a_pattern_of_numbers_tells_its_sign(written: str, unit: str) -> None:
    assert str(unit_in(Source("a", written).text())) == unit


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_value_differs_from_itself_and_the_order_plays_no_part(one: str, other: str) -> None:
    a, b = amount_of(one), amount_of(other)

    assert not differ(a, a)
    assert differ(a, b) == differ(b, a)
