"""A quote is found in its lines, word for word or by its words, and shared out among them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.quoted import quoted_in

_LINE = st.text(st.characters(exclude_characters="\n"), max_size=30)
LINES = ["# Goals", "Open **a desk** for", "families (in spring)", "Close the desk"]


def test_a_quote_over_lines_is_shared_out() -> None:
    assert quoted_in(LINES, 1, 2, "a desk** for\nfamilies") == {1: (7, 19), 2: (0, 8)}


def test_words_are_found_whatever_stands_between() -> None:
    assert quoted_in(LINES, 1, 2, "a desk for families in spring") == {1: (7, 19), 2: (0, 19)}


def test_a_quote_that_was_cut_is_found_by_how_it_begins() -> None:
    assert quoted_in(LINES, 1, 2, "Open a desk for families and more that is not here") == {
        1: (0, 19),
        2: (0, 8),
    }


def test_what_is_not_there_is_not_found() -> None:
    assert quoted_in(LINES, 0, 0, "desk") == {}
    assert quoted_in(LINES, 1, 2, "garden tools") == {}
    assert quoted_in(LINES, 1, 2, "  ") == {}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(_LINE, min_size=1, max_size=6), st.data())
def test_every_stretch_is_found_again(lines: list[str], data: st.DataObject) -> None:
    whole = "\n".join(lines)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    quote = whole[start:end]

    found = quoted_in(lines, 0, len(lines) - 1, quote)

    said = [lines[n][a:b] for n, (a, b) in sorted(found.items())]
    assert "".join(said) == (quote.replace("\n", "") if quote.strip() else "")
