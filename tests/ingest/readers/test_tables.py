"""CSV and XLSX: cells as people see them, each with its place; formulas, hidden cells and hostile files."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document, Table
from ingest.readers.csv_records import records_of, sign_between
from ingest.readers.number_format import shown as as_shown
from ingest.source import Source
from tests.ingest.readers.shown import read, shown


def workbook(sheets: dict[str, dict[str, Any]], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for name, value in cells.items():
            sheet[name] = value
            sheet[name].number_format = (formats or {}).get(name, "General")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def cell_of(document: Document, words: str) -> tuple[str | None, str]:
    found = [
        c.text
        for b in document.blocks
        if isinstance(b, Table)
        for r in b.rows
        for c in r
        if str(c.text) == words
    ]
    start, end = document.source.whole(*found[0].spans()[0])
    place = document.source.place(start, end)
    return place.cell, place.quote


@pytest.mark.parametrize(
    ("value", "code", "wanted"),
    [
        (0.826, "0.00%", "82.60%"),
        (0.125, "0%", "13%"),
        (94.0, "General", "94"),
        (1234.5, "#,##0.0", "1,234.5"),
        (-3, "0;(0)", "(3)"),
        (18000, '"$"#,##0', "$18,000"),
        (2500000, '0.0,,"M"', "2.5M"),
        (datetime(2022, 6, 1), "mmmm yyyy", "June 2022"),
        (datetime(2024, 4, 4), "m/d", "4/4"),
        (datetime(2024, 4, 4, 13, 5), "h:mm AM/PM", "1:05 PM"),
        (0.5, "# ?/?", "0.5"),
        ("words", "0.0", "words"),
    ],
)
def test_a_value_is_shown_as_its_cell_shows_it(value: Any, code: str, wanted: str) -> None:
    assert as_shown(value, code) == wanted


def test_a_cell_is_read_as_shown_and_quoted_as_stored() -> None:
    cells = {"B2": "Aim", "C2": "Start", "B3": "Warm rooms", "C3": 0.826}

    assert cell_of(read(workbook({"Rooms": cells}, {"C3": "0.0%"}), "p.xlsx"), "82.6%") == (
        "Rooms!C3",
        "0.826",
    )


def test_titles_tables_and_notes_of_a_sheet_are_told_apart() -> None:
    cells = {"A1": "Plan of Elm", "A3": "Aim", "B3": "Start", "A4": "Books", "B4": 3, "A6": "* a guess"}

    assert shown(read(workbook({"Sheet1": cells}), "p.xlsx")) == [
        ("p", "Plan of Elm"),
        ("t", [["Aim", "Start"], ["Books", "3"]]),
        ("p", "* a guess"),
    ]


def test_tables_side_by_side_are_two() -> None:
    cells = {"A1": "Aim", "B1": "Lead", "D1": "Aim", "E1": "Lead", "A2": "Books", "B2": "Ana"}
    cells |= {"D2": "Paths", "E2": "Bo", "D3": "Trees", "E3": "Cy"}

    tables = [b for b in shown(read(workbook({"Sheet1": cells}), "p.xlsx")) if b[0] == "t"]

    assert [t[1][1] for t in tables] == [["Books", "Ana"], ["Paths", "Bo"]]


def test_what_is_hidden_is_not_read() -> None:
    book = Workbook()
    sheet = book.active
    for row in (["Aim", "Lead", "Secret"], ["Books", "Ana", "x"], ["Cellar", "Bo", "y"]):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("Old").sheet_state = "hidden"
    file = BytesIO()
    book.save(file)

    assert shown(read(file.getvalue(), "p.xlsx")) == [("t", [["Aim", "Lead"], ["Books", "Ana"]])]
    assert read(file.getvalue(), "p.xlsx").notes == (
        "what is hidden in the sheet “Sheet” was not read: 1 row and column C",
    )


def test_a_range_that_would_fill_the_memory_is_told() -> None:
    book = Workbook()
    book.active["A1"] = "x"
    book.active.merge_cells("A1:B2")
    file = BytesIO()
    book.save(file)
    content = _with_part(file.getvalue(), "xl/worksheets/sheet1.xml", b"A1:B2", b"A1:XFD1048576")

    with pytest.raises(UnreadableFile, match="too large"):
        read(content, "p.xlsx")


def _with_part(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w") as after:
        for part in before.namelist():
            body = before.read(part)
            after.writestr(part, body.replace(old, new) if part == name else body)
    return file.getvalue()


@pytest.mark.parametrize(
    "content", [workbook({"A": {"A1": "x"}})[:-40], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600]
)
def test_a_broken_or_old_workbook_ends_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(content, "p.xlsx")


def test_a_record_keeps_all_its_lines_and_formulas_are_no_values() -> None:
    raw = 'ID;Aim;Sum\r\nA1;"Warm\r\nand ""dry"" rooms";=B1+1\r\n;;;\r\n;;\r\n'
    document = read(raw.encode("cp1252"), "p.csv")

    assert shown(document) == [("t", [["ID", "Aim", "Sum"], ["A1", 'Warm and "dry" rooms', ""]])]
    assert [str(t) for t in document.furniture] == ["=B1+1"]


def test_a_file_of_empty_cells_is_told() -> None:
    with pytest.raises(EmptyFile):
        read(b",,,\n" * 50, "p.csv")


@given(st.text(alphabet='ab",;\t\r\n', max_size=60), st.sampled_from(",;\t"))
def test_every_letter_of_a_cell_stands_in_the_file(raw: str, sign: str) -> None:
    source = Source("p.csv", raw)

    for text in (t for record in records_of(source, sign) for t in record):
        assert text.value == "".join(raw[i] for i in text.offsets)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(sign: str) -> None:
    raw = sign.join(["aim", "lead"]) + "\n" + sign.join(["Books, pens", "Ana"]) + "\n"

    assert sign_between(raw.replace("Books, pens", '"Books, pens"')) == sign
