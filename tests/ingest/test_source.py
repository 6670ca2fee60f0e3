"""Every letter of a cleaned text is the letter that stands at its offset in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.source import Source, Text

MARKUP = st.sampled_from(
    ["<b>", "</b>", "<br>", "**", "\n", "\t", "  ", "[", "](x)", "&amp;", "<ul style='a'>", "*"]
)
RAW = st.lists(st.one_of(MARKUP, st.text(alphabet="abc XYZ.,é•", max_size=8)), max_size=20).map("".join)


@given(RAW)
def test_a_cleaned_letter_stands_at_its_offset(raw: str) -> None:
    source = Source("plan.txt", raw)

    cleaned = source.text().clean()

    assert len(cleaned.value) == len(cleaned.offsets)
    for letter, offset in zip(cleaned.value, cleaned.offsets, strict=True):
        assert raw[offset] == letter or letter == " " or raw[offset] == "&"


@given(RAW)
def test_a_cleaned_text_has_no_double_blank_and_no_tag(raw: str) -> None:
    cleaned = Source("plan.txt", raw).text().clean().value

    assert "  " not in cleaned
    assert "<b>" not in cleaned
    assert cleaned == cleaned.strip()


@given(RAW)
def test_the_lines_of_a_source_are_those_of_grep(raw: str) -> None:
    source = Source("plan.txt", raw)

    assert [line.value for line in source.lines()] == raw.split("\n")


@given(RAW, st.data())
def test_the_place_of_a_stretch_quotes_it(raw: str, data: st.DataObject) -> None:
    source = Source("plan.txt", raw + "end")
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start + 1, len(raw) + 3))

    place = source.place(start, end)

    lines = source.raw.split("\n")[place.start_line - 1 : place.end_line]  # type: ignore[operator]
    assert place.quote == source.raw[start:end]
    assert place.quote in "\n".join(lines) + "\n"  # the end of a line belongs to it


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<b>If we...</b> plan", "If we... plan"),
        ("<li>One</li><li>Two</li>", "One Two"),
        ("see the [resolution](#) of May", "see the resolution of May"),
        ("[Action 1]", "[Action 1]"),
        ("*What does it do?*", "What does it do?"),
        ("a study (see *)", "a study (see *)"),
        ("training (System-wide)* later", "training (System-wide)* later"),
        ("Schools &amp; staff", "Schools & staff"),
        ("**Bold** words", "Bold words"),
        (r"Need \$ now", "Need $ now"),
    ],
)
def test_markup_goes_and_words_stay(raw: str, expected: str) -> None:
    cleaned = Source("plan.txt", raw).text().clean()

    assert cleaned.value == expected


def test_a_joined_text_has_a_span_for_each_of_its_places() -> None:
    source = Source("plan.txt", "one two\nHEADER\nthree")

    joined = Text.join([source.text(0, 7), source.text(15, 20)])

    assert joined.value == "one two three"
    assert joined.spans(raw=source.raw) == [(0, 7), (15, 20)]


def test_spans_bridge_markup_but_not_words() -> None:
    source = Source("plan.txt", "<b>one</b> <i>two</i>")

    spans = source.text().clean().spans(raw=source.raw)

    assert spans == [(3, 17)]


def test_a_page_and_a_cell_are_named_by_the_marks() -> None:
    paged = Source("plan.pdf", "page one\fpage two", marks=((0, 1), (9, 2)))
    celled = Source("plan.docx", "a\nb", marks=((0, "paragraph 1"), (2, "paragraph 2")))

    assert paged.place(9, 13).page == 2
    assert celled.place(2, 3).cell == "paragraph 2"
