"""Days, months, quarters, years, decades and centuries."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.facets.moments import period_at

WRITTEN = {
    "2022-01-31": (date(2022, 1, 31), date(2022, 2, 1)),
    "1 january 2022": (date(2022, 1, 1), date(2022, 1, 2)),
    "march 5 2021": (date(2021, 3, 5), date(2021, 3, 6)),
    "december 2020": (date(2020, 12, 1), date(2021, 1, 1)),
    "q4 2023": (date(2023, 10, 1), date(2024, 1, 1)),
    "1990s": (date(1990, 1, 1), date(2000, 1, 1)),
    "18th century": (date(1700, 1, 1), date(1800, 1, 1)),
    "1987": (date(1987, 1, 1), date(1988, 1, 1)),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_reads_a_period(text: str) -> None:
    words = text.split()
    period, end = period_at(words, 0)

    assert period is not None
    assert ((period.start, period.end), end) == (WRITTEN[text], len(words))


@pytest.mark.parametrize("text", ["30 february 2022", "may", "99999", "q5 2020"])
def test_takes_nothing_else_for_a_period(text: str) -> None:
    period, _ = period_at(text.split(), 0)

    assert period is None or period.year


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 30)))
def test_reads_every_day(day: date) -> None:
    period, end = period_at([day.isoformat()], 0)

    assert period is not None
    assert (period.start, end) == (day, 1)
