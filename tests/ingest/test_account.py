"""The account tells which share of the words was read, and where the others stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.account import account_of
from ingest.document import Document
from ingest.findings import Findings
from ingest.source import Source

RAW = "Goal one is read\n\nThis line was not\nnor this\n\nGoal two is\nleft <b>here</b>\n"


def findings(raw: str = RAW, **more: object) -> Findings:
    return Findings(Document(Source("plan.txt", raw, **more), ()))  # type: ignore[arg-type]


def test_words_in_evidence_and_labels_are_read() -> None:
    found = findings()
    text = found.document.source.text()
    found.add("Goal", text[0:16])
    found.mark_read(text[46:57])
    account = account_of(found)

    assert (account.words, account.read) == (15, 7)
    assert account.unread == ("3-4", "7")


def test_lines_without_words_do_not_part_a_range() -> None:
    assert account_of(findings("one\n\n---\n\ntwo\n")).unread == ("1-5",)


def test_markup_is_no_word() -> None:
    assert account_of(findings("<b>one</b> &amp; two")).words == 2


def test_a_document_with_pages_names_its_pages() -> None:
    assert account_of(findings("one two three", marks=((0, 1), (8, 2)))).unread == ("page 1", "page 2")


def test_a_document_without_words_is_read_wholly() -> None:
    assert account_of(findings("--")).share == 1.0


def test_unread_words_make_regions_that_no_read_word_divides() -> None:
    found = findings("one two three four\nfive six\n\nseven\n")
    found.mark_read(found.document.source.text()[4:7])

    assert [str(r) for r in account_of(found).regions] == ["line 1 (1 word)", "lines 1-4 (5 words)"]


@pytest.mark.parametrize(
    ("marks", "places"),
    [
        (((0, 1), (8, 2)), ["pages 1-2 (3 words)"]),
        (((0, "Goals!A1"), (4, "Goals!B1"), (8, "Goals!A2")), ["cells Goals!A1-Goals!A2 (3 words)"]),
    ],
)
def test_regions_are_told_by_pages_and_cells(marks: tuple[tuple[int, object]], places: list[str]) -> None:
    assert [str(r) for r in account_of(findings("one two three", marks=marks)).regions] == places


@given(st.lists(st.tuples(st.integers(0, len(RAW)), st.integers(0, 12)), max_size=6))
def test_regions_hold_just_the_unread_words(read: list[tuple[int, int]]) -> None:
    found = findings()
    for start, length in read:
        found.mark_read(found.document.source.text()[start : start + length])
    account = account_of(found)

    assert sum(r.words for r in account.regions) == account.words - account.read
