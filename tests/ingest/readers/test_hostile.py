"""Hostile and broken files of all kinds: one sentence each, whatever they are called."""

import io
import zipfile
from pathlib import Path

import pytest

from graph.errors import InputError, UnreadableFile
from ingest.readers import read_document
from tests.ingest.readers.files import new_docx, saved

BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'


def repacked(part: str, words: bytes) -> bytes:
    """A DOCX with one part replaced."""
    document = new_docx()
    document.add_paragraph("Words of a plan")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info.filename, words if info.filename == part else old.read(info))
        if part not in old.namelist():
            new.writestr(part, words)
    return out.getvalue()


def test_entities_in_a_word_file_are_refused() -> None:
    content = repacked("word/document.xml", f"{ENTITIES}{BODY}<w:p><w:r><w:t>&c;</w:t></w:r></w:p>".encode())

    with pytest.raises(UnreadableFile, match="declares entities"):
        read_document(Path("plan.docx"), content, "")


def test_a_word_file_that_fills_the_memory_is_refused() -> None:
    content = repacked("word/document.xml", BODY.encode() + b" " * 81_000_000)

    assert len(content) < 200_000
    with pytest.raises(UnreadableFile, match="far larger unpacked"):
        read_document(Path("plan.docx"), content, "")


def test_macros_are_not_looked_at() -> None:
    content = repacked("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")

    assert "macros" not in read_document(Path("plan.docm"), content, "").source.raw


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
@pytest.mark.parametrize("words", [b"", b"<", b"<a/>", b"\0" * 40])
def test_a_broken_part_ends_in_a_sentence(part: str, words: bytes) -> None:
    with pytest.raises(InputError, match=r"\.$"):
        read_document(Path("plan.docx"), repacked(part, words), "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("p.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        ("p.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        ("p.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("p.docx", b"PK\x03\x04" + b"\0" * 40),
        ("p.pdf", b"%PDF-1.7\n%%EOF"),
        ("p.xml", b"<?xml version='1.0'?><a"),
        ("p.html", b"<html></html>"),
        ("p.xml", b"<?xml version='1.0' encoding='utf-16'?><a>\0</a>"),
        ("p.zip", b"PK\x05\x06" + b"\0" * 18),
    ],
)
def test_what_is_no_plan_ends_in_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(InputError) as told:
        read_document(Path(name), content, "")

    assert str(told.value).startswith(f"{name}: ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_odd_encodings_are_words(encoding: str, ending: str) -> None:
    words = "The district’s plan for the year: “naïve” readers, résumés and cafés, señores and niños. " * 3
    body = f"<html><p>{words}</p></html>" if ending == "html" else words

    document = read_document(Path(f"plan.{ending}"), body.encode(encoding), "")

    assert words.strip() in " ".join(str(text) for text in document.texts())


def test_a_stray_nul_spoils_no_page() -> None:
    document = read_document(Path("p.html"), b"<html><p>wo\0rds</p></html>", "")

    assert [str(t) for t in document.texts()] == ["words"]


@pytest.mark.parametrize("name", ["p.txt", "p.html", "p.csv"])
def test_a_huge_line_is_read(name: str) -> None:
    line = b"words of a plan " * 20_000
    body = b"<html><p>" + line if name.endswith("html") else line

    assert len(read_document(Path(name), body, "").source.raw) >= len(line)


def _spoilt(content: bytes, part: str) -> bytes:
    """Return an archive in which the packed bytes of one part are no packing that there is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        place = archive.getinfo(part)
    start = place.header_offset + 30 + len(part)
    return content[: start + 2] + b"\xff" * 24 + content[start + 26 :]


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_packing_that_is_damaged_ends_in_a_sentence(part: str) -> None:
    document = new_docx()
    for number in range(40):
        document.add_paragraph(f"Goal {number}: more children read well in school {number * 7}")
    content = _spoilt(saved(document), part)

    with pytest.raises(UnreadableFile, match="damaged"):
        read_document(Path("plan.docx"), content, "")
