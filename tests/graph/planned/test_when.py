"""School years are read from times as plans write them, and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.planned.when import school_years, year_name


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("by June 30, 2024", (2023,)),
        ("Fall 2023", (2023,)),
        ("Sept. 2023 to May 2025", (2023, 2024)),
        ("2017-2018", (2017,)),
        ("16-17 and 17-18", (2016, 2017)),
        ("1/15/2024", (2023,)),
        ("2016–20", (2016, 2017, 2018, 2019)),
        ("ongoing", ()),
        ("grades 6-8", ()),
        ("", ()),
    ],
)
def test_a_time_names_its_school_years(written: str, years: tuple[int, ...]) -> None:
    assert school_years(written) == years


@given(st.integers(2000, 2098))
def test_the_name_of_a_year_is_read_as_that_year(first: int) -> None:
    assert school_years(year_name(first)) == (first,)


@given(st.text(max_size=60))
def test_any_text_gives_years_in_order_without_gaps(text: str) -> None:
    years = school_years(text)

    assert not years or years == tuple(range(years[0], years[-1] + 1))
