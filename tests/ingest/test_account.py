"""The account tells which share of the words was read, and where the others stand."""

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
