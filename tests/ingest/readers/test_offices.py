"""XLS, ODS, ODT, PPTX, RTF and saved pages are read with their places; bad ones end in a sentence."""

import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.errors import InputError, UnreadableFile
from ingest.document import Table
from ingest.readers import has_reader, read_document
from ingest.readers.number_format import shown as shown_as
from tests.ingest.readers.offices import MHTML, ODP, ODS, ODT, RTF, odf, slides, xls
from tests.ingest.readers.shown import read, shown

FILES: dict[str, Callable[[], bytes]] = {
    "p.xls": xls,
    "p.ods": lambda: odf("spreadsheet", ODS),
    "p.odt": lambda: odf("text", ODT),
    "p.odp": lambda: odf("presentation", ODP),
    "p.pptx": slides,
    "p.rtf": lambda: RTF,
    "p.mht": lambda: MHTML,
}
OLD = bytes.fromhex("d0cf11e0a1b11ae1")


def places(content: bytes, name: str) -> dict[str, int | str]:
    source = read(content, name).source
    ends = [*(start for start, _ in source.marks[1:]), len(source.raw)]
    return {source.raw[a:b].strip(): place for (a, place), b in zip(source.marks, ends, strict=True)}


def test_an_old_workbook_shows_what_people_see() -> None:
    assert shown(read(xls(), "p.xls")) == [
        ("h", 1, "Goals"),
        ("p", "Plan of the Harbor School"),
        ("t", [["Goal", "Target"], ["Read well", "82.60%"]]),
    ]
    assert places(xls(), "p.xls")["0.826"] == "Goals!B4"


def test_an_open_workbook_shows_what_people_see() -> None:
    content = odf("spreadsheet", ODS)

    assert shown(read(content, "p.ods")) == [
        ("h", 1, "Goals"),
        ("t", [["Goal", "", "Target"], ["Read well", "", "82.60 %"]]),
    ]
    assert places(content, "p.ods")["82.60 %"] == "Goals!C4"


def test_an_open_presentation_has_titles_bullets_and_tables_and_nothing_hidden() -> None:
    content = odf("presentation", ODP)

    assert shown(read(content, "p.odp")) == [
        ("h", 2, "Goal 1: Every child reads"),
        ("-", "•", 0, "Open the library"),
        ("-", "•", 1, "In the evening"),
        ("t", [["Action", "Who"], ["Mend the roof", "Grounds"]]),
    ]
    assert [place for _, place in read(content, "p.odp").source.marks] == [1, 3]


@pytest.mark.parametrize(("name", "content"), [("p.xls", xls()), ("p.ods", odf("spreadsheet", ODS))])
def test_hidden_sheets_are_named_as_not_read(name: str, content: bytes) -> None:
    first, *_ = read(content, name).notes
    assert first == "what is hidden in the workbook was not read: the sheets “Notes”"


@pytest.mark.parametrize(("name", "content"), [("p.xls", xls()), ("p.ods", odf("spreadsheet", ODS))])
def test_hidden_rows_are_counted_as_not_read(name: str, content: bytes) -> None:
    *_, last = read(content, name).notes
    assert last.startswith("what is hidden in the sheet “Goals” was not read: 1 row")


def test_a_binary_workbook_is_told_what_to_save_it_as() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<t/>")
        archive.writestr("xl/workbook.bin", b"\0")

    with pytest.raises(UnreadableFile, match=r"binary workbook .* save it as XLSX"):
        read(out.getvalue(), "p.xlsb")


@pytest.mark.parametrize("name", ["p.json", "p.yaml"])
def test_data_for_programs_are_no_plan(name: str) -> None:
    assert not has_reader(Path(name), b'{"goal": "Warm rooms"}')
    with pytest.raises(UnreadableFile, match=r"data for programs.* save the plan as"):
        read(b'{"goal": "Warm rooms"}', name)


def test_an_open_text_has_headings_lists_and_tables() -> None:
    assert shown(read(odf("text", ODT), "p.odt")) == [
        ("h", 1, "Plan of the Harbor School"),
        ("p", "Goal 1: Every child reads"),
        ("-", "1.", 0, "Open the library"),
        ("-", "2.", 0, "Buy books"),
        ("-", "•", 1, "In Spanish"),
        ("t", [["Action", "Who"], ["Mend the roof", "Grounds"]]),
    ]


def test_slides_are_pages() -> None:
    assert shown(read(slides(), "p.pptx")) == [
        ("h", 2, "Plan of the Harbor School"),
        ("h", 2, "Goal 1: Every child reads"),
        ("-", "•", 0, "Open the library"),
        ("-", "•", 1, "Before school"),
        ("t", [["Measure", "Target"], ["Mend the roof", "70%"]]),
    ]
    assert [place for _, place in read(slides(), "p.pptx").source.marks] == [1, 2, 4]


def test_rich_text_has_headings_lists_and_tables() -> None:
    assert shown(read(RTF, "p.rtf")) == [
        ("h", 1, "Plan of the Harbor School"),
        ("p", "Goal 1: Every child’s book is free"),
        ("-", "•", 0, "Open the library"),
        ("-", "2.", 0, "Buy books"),
        ("t", [["Action", "Who"], ["Mend the roof", "Grounds"]]),
        ("p", "After \\cell the table"),
    ]


def test_a_saved_page_is_read_as_the_page() -> None:
    assert shown(read(MHTML, "p.mht")) == [("h", 1, "Plan of the Harbor School"), ("p", "Every child’s book")]


@pytest.mark.parametrize("name", ["p.odt", "p.odp", "p.pptx"])
def test_the_paragraphs_of_a_cell_stay_apart(name: str) -> None:
    tables = [block for block in read(FILES[name](), name).blocks if isinstance(block, Table)]

    assert str(tables[0].rows[1].cells[0].raw) == "Mend\nthe roof"


@pytest.mark.parametrize("name", FILES)
def test_the_content_decides_whatever_the_name(name: str) -> None:
    content = FILES[name]()

    assert has_reader(Path("p.dat"), content)
    assert shown(read(content, "p.txt")) == shown(read(content, name))


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_ends_in_a_sentence_or_is_read(name: str) -> None:
    content, chance = FILES[name](), random.Random(7)  # noqa: S311  # the same damage each time
    for _ in range(60):
        spoilt = bytearray(content[: chance.randrange(9, len(content))])
        for _ in range(chance.randrange(6)):
            spoilt[chance.randrange(8, len(spoilt))] = chance.randrange(256)
        try:
            read_document(Path(name), bytes(spoilt), "")
        except InputError as told:
            assert str(told).startswith(f"{name}: ")  # noqa: PT017  # most damage is told, some is not seen


@pytest.mark.parametrize(
    ("name", "stream", "what"),
    [
        ("p.doc", "WordDocument", "save it as DOCX"),
        ("p.ppt", "PowerPoint Document", "save it as PPTX"),
        ("p.docx", "EncryptedPackage", "password"),
        ("p.xls", "Workbook", "damaged"),
        ("p.doc", "Other", "old or unknown kind"),
    ],
)
def test_what_is_not_read_is_told_with_what_to_do(name: str, stream: str, what: str) -> None:
    content = OLD + b"\0" * 600 + f"{stream}\0".encode("utf-16-le") + b"\0" * 600

    with pytest.raises(UnreadableFile, match=what):
        read_document(Path(name), content, "")


@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_entities_and_passwords_of_open_files_are_refused(kind: str) -> None:
    body = ODT if kind == "text" else ODS
    with pytest.raises(UnreadableFile, match="declares entities"):
        read_document(Path("p"), odf(kind, body, '<!DOCTYPE a [<!ENTITY b "c">]>'), "")
    with pytest.raises(UnreadableFile, match="password"):
        read_document(Path("p"), odf(kind, body, manifest="<m><encryption-data/></m>"), "")


def test_a_cell_repeated_a_million_times_is_refused() -> None:
    many = ODS.replace(
        "<table:table-cell><text:p>Goal",
        '<table:table-cell table:number-columns-repeated="1000000"><text:p>Goal',
    )

    with pytest.raises(UnreadableFile, match="too large"):
        read_document(Path("p.ods"), odf("spreadsheet", many), "")


def test_deep_nesting_is_refused_or_read() -> None:
    deep = "<text:section>" * 40_000 + "<text:p>words</text:p>" + "</text:section>" * 40_000

    with pytest.raises(UnreadableFile):
        read_document(
            Path("p.odt"), odf("text", f"<office:body><office:text>{deep}</office:text></office:body>"), ""
        )
    assert shown(read(b"{\\rtf1 " + b"{" * 90_000 + b"words" + b"}" * 90_000, "p.rtf")) == [("p", "words")]


def test_a_text_of_field_codes_is_read_in_its_time() -> None:
    fields = b'{\\field{\\*\\fldinst{HYPERLINK "x' * 30_000

    with pytest.raises(InputError):
        read_document(Path("p.rtf"), b"{\\rtf1 " + fields, "")


@pytest.mark.parametrize("value", [1e300, -1e300, float("nan"), float("inf"), 10**40])
def test_a_number_beyond_all_plans_is_shown_as_it_is_stored(value: float) -> None:
    assert shown_as(value, '"$"#,##0.00') == str(value)
