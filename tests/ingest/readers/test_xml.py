"""XML files: elements are headings and rows, every letter is one of the file; attacks end in a sentence."""

from pathlib import Path

import pytest

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document, Heading
from ingest.readers import has_reader, read_document
from tests.ingest.readers.shown import shown

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def read(body: str, name: str = "plan.xml", encoding: str = "utf-8") -> Document:
    return read_document(Path(name), (HEAD + body).encode(encoding), "")


def test_elements_are_headings_and_their_values_rows() -> None:
    document = read(
        "<Plan Type='Draft'><Goal><Name>Read</Name><Sub><Name>Now</Name></Sub><No>1</No></Goal></Plan>"
    )

    assert shown(document) == [
        ("h", 1, "Plan"),
        ("t", [["Type", "Draft"]]),
        ("h", 2, "Goal"),
        ("t", [["Name", "Read"], ["No", "1"]]),
        ("h", 3, "Sub"),
        ("t", [["Name", "Now"]]),
    ]


def test_every_letter_stands_at_its_place() -> None:
    document = read(
        "<p:Plan xmlns:p='urn:x' p:a='1' b=\"Año &amp; mes\">\r\n<p:N>Niños &amp; más&#8211;todos</p:N>"
        "<p:M><![CDATA[a < b]]> c</p:M><!-- no --><p:O>line\none</p:O></p:Plan>"
    )
    raw = document.source.raw

    for text in document.texts():
        for letter, offset in zip(text.value, text.offsets, strict=True):
            assert offset < 0 or raw[offset] == letter or letter == " " or raw[offset] == "&"
    words = [str(t) for t in document.texts()]
    assert words == ["Plan", "b", "Año & mes", "N", "Niños & más–todos", "M", "a < b c", "O", "line one"]


def test_places_are_lines() -> None:
    document = read("<Plan>\n<Goal>\n<Name>Read</Name></Goal></Plan>")
    text = next(t for t in document.texts() if str(t) == "Read")

    assert document.source.place(*text.spans()[0]).start_line == 4


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_marks_of_encodings_are_heeded(encoding: str) -> None:
    assert [str(t) for t in read("<a><b>naïve</b></a>", "x.txt", encoding).texts()] == ["a", "b", "naïve"]


def test_a_declared_encoding_is_heeded() -> None:
    content = '<?xml version="1.0" encoding="ISO-8859-1"?><a><b>naïve</b></a>'.encode("latin-1")

    assert str(list(read_document(Path("x.xml"), content, "").texts())[-1]) == "naïve"


LAUGHS = "<!DOCTYPE a [<!ENTITY b 'ha'>{}]><a><c>&b9;</c></a>".format(
    "".join(f"<!ENTITY b{n} '{'&b' + str(n - 1) + ';' if n else ''}&b;'>" for n in range(10))
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LAUGHS, "declares entities"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a><c>&b;</c></a>", "declares entities"),
        ("<a><b>cut", "not well-formed at line 2"),
        ("<a>&nothing;</a>", "not well-formed"),
        ("<a>" * 5000 + "</a>" * 5000, "nested too deeply"),
    ],
)
def test_attacks_and_damage_end_in_a_sentence(body: str, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read(body)


def test_a_grammar_elsewhere_is_not_looked_for() -> None:
    assert len(read("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a><c>x</c></a>").blocks) == 2


def test_without_words_it_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read("<a><b/></a>")


def test_the_content_tells_xml() -> None:
    assert has_reader(Path("plan.stratml"), HEAD.encode())
    assert isinstance(read("<a><b>x</b></a>", "plan.txt").blocks[0], Heading)
    assert read_document(Path("p.xml"), b"no xml at all\n", "").source.media_type == "text/plain"
