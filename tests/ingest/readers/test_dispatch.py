"""The content decides which reader takes a file, and which encoding its words have."""

from pathlib import Path

import pytest

from graph.errors import EmptyFile, UnreadableFile
from ingest.readers import has_reader
from ingest.readers.encoding import decoded
from tests.ingest.readers.shown import read, shown

WORDS = "Niños read “books” — every day"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_words_are_the_same_in_any_encoding(encoding: str) -> None:
    content = WORDS.encode(encoding)
    if encoding == "utf-16-le":
        content = b"\xff\xfe" + content

    assert decoded(Path("p.txt"), content) == WORDS


def test_line_ends_and_form_feeds_are_kept() -> None:
    assert decoded(Path("p.txt"), b"one\r\ntwo\x0cthree\n") == "one\r\ntwo\x0cthree\n"


@pytest.mark.parametrize("content", [bytes(range(256)), b"\x00\x01plan", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_a_binary_file_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="binary file"):
        decoded(Path("p.txt"), content)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("p.csv", b"No,Goal\n1,Read every day\n2,Wri\x01\x02\x07te", "the CSV is damaged: line 3"),
        ("p.tsv", b"No\tGoal\n1\tRead every day\n\x10", "the CSV is damaged: line 3"),
        ("p.xml", b"<?xml version='1.0'?>\n<Plan>\x01\x02</Plan>", "the XML is damaged: line 2"),
        ("p.html", b"<html><body><p>Plan</p>\n\n\x02\x03", "the web page is damaged: line 3"),
        ("p.txt", b"A plan of the river\n\n\x02\x03", "the text is damaged: line 3"),
    ],
)
def test_a_damaged_file_is_called_what_it_is(name: str, content: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile, match=f"{what} holds bytes that are no text"):
        read(content, name)


def test_a_picture_with_a_wrong_name_is_no_damaged_table() -> None:
    with pytest.raises(UnreadableFile, match="binary file"):
        read(b"\x89PNG\r\n\x1a\n\x00\x00", "p.csv")


def test_markdown_has_a_media_type_of_its_own() -> None:
    types = [read(b"# Plan\n\nwords\n", name).source.media_type for name in ("p.md", "p.txt", "p")]

    assert types == ["text/markdown", "text/plain", "text/plain"]


def test_a_text_under_a_wrong_name_is_a_text() -> None:
    assert shown(read(b"# Plan\n", "plan.pdf")) == [("h", 1, "Plan")]


def test_a_file_of_blanks_is_told() -> None:
    with pytest.raises(EmptyFile):
        read("\ufeff \n".encode(), "p.txt")


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("p.txt", b"x", True),
        ("p.MD", b"x", True),
        ("p.dat", b"%PDF-1.4", True),
        ("p.dat", b"PK\x03\x04xl/workbook.xml", True),
        ("p.CSV", b"x", True),
        ("photo.png", b"\x89PNG", False),
        ("LICENSE", b"x", False),
    ],
)
def test_only_kinds_that_are_read_are_taken_from_folders(name: str, content: bytes, wanted: bool) -> None:
    assert has_reader(Path(name), content) is wanted
