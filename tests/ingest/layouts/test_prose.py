"""Running text is cut into paragraphs and sentences as a reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layouts.prose import passages, sentences
from ingest.readers.text import document_from_text
from ingest.source import Source


def cut(words: str) -> list[str]:
    return [str(s) for s in sentences(Source("plan.txt", words).text())]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We sing. They read!", ["We sing.", "They read!"]),
        ("Dr. Lee sings, e.g. Bach. J. S. Bach too.", ["Dr. Lee sings, e.g. Bach.", "J. S. Bach too."]),
        ("“Do we sing?” We do.", ["“Do we sing?”", "We do."]),
        ("Version 2.5 is out", ["Version 2.5 is out"]),
    ],
)
def test_sentences_end_at_their_ends(words: str, expected: list[str]) -> None:
    assert cut(words) == expected


def test_paragraphs_know_the_heading_above_them() -> None:
    found = passages(
        document_from_text(Source("plan.txt", "Our Rooms\n\nThey are red.\n\nOur Songs\n\nThey are long."))
    )

    assert [(str(p.heading), str(p.text)) for p in found] == [
        ("Our Rooms", "They are red."),
        ("Our Songs", "They are long."),
    ]


def test_a_paragraph_cut_by_a_page_is_one() -> None:
    found = passages(document_from_text(Source("plan.txt", "They are red and\n\ngreen in spring.")))

    assert [str(p.text) for p in found] == ["They are red and green in spring."]


@given(st.text(max_size=200))
def test_no_letter_is_lost(words: str) -> None:
    assert "".join("".join(cut(words)).split()) == "".join(words.split())
