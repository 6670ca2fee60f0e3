"""Tables of a PDF: merged, nested, cut by the page's end, open at a side, without rules, and false ones."""

import pytest

from ingest.document import Table
from tests.ingest.readers.drawn import Drawing, drawn
from tests.ingest.readers.shown import read, shown

XS = (50, 110, 330, 450)
HEAD = ["No.", "Action", "Owner"]


def tables(*pages: Drawing) -> list[list[list[str]]]:
    """Return the tables of a drawn PDF."""
    return [block[1] for block in shown(read(drawn(*pages), "p.pdf")) if block[0] == "t"]


def test_a_header_at_a_pages_end_heads_the_rows_of_the_next() -> None:
    first = Drawing().table(XS, (700, 730), [HEAD])
    second = Drawing().table(
        XS, (50, 80, 110), [["1", "Paint the gym", "Ms Reed"], ["2", "Mend it", "Mr Oak"]]
    )

    assert tables(first, second) == [[HEAD, ["1", "Paint the gym", "Ms Reed"], ["2", "Mend it", "Mr Oak"]]]


def test_a_header_that_is_printed_again_within_a_table_stands_once() -> None:
    rows = [HEAD, ["1", "Paint the gym", "Ms Reed"], HEAD, ["2", "Mend it", "Mr Oak"]]

    assert tables(Drawing().table(XS, (50, 80, 110, 140, 170), rows)) == [[rows[0], rows[1], rows[3]]]


def test_both_halves_of_a_row_that_the_page_cut_are_joined_in_each_cell() -> None:
    first = Drawing().table(XS, (650, 680, 720), [HEAD, ["7", "Share of rooms|painted (all", "Ms Reed,"]])
    second = Drawing().table(
        XS, (50, 80, 110), [["", "schools)", "with the crew"], ["8", "Mend it", "Mr Oak"]]
    )

    assert tables(first, second)[0][1] == [
        "7",
        "Share of rooms painted (all schools)",
        "Ms Reed, with the crew",
    ]


def test_a_row_whose_first_cell_the_page_cut_is_joined() -> None:
    first = Drawing().table(XS, (650, 680, 720), [HEAD, ["Rate of", "5 of 100", "Ms Reed"]])
    second = Drawing().table(XS, (50, 80, 110), [["absence", "", ""], ["Grades", "7 of 100", "Mr Oak"]])

    assert [row[0] for row in tables(first, second)[0]] == ["No.", "Rate of absence", "Grades"]


def test_a_row_of_capital_words_is_not_joined_to_the_one_before() -> None:
    first = Drawing().table(XS, (650, 680, 720), [HEAD, ["1", "Paint the gym", "Ms Reed"]])
    second = Drawing().table(XS, (50, 80), [["2", "Mend the roof", "Mr Oak"]])

    assert len(tables(first, second)[0]) == 3


def test_a_row_that_is_open_at_the_pages_end_is_a_row() -> None:
    page = Drawing().table(XS, (600, 630, 660), [HEAD, ["1", "Paint the gym", "Ms Reed"]])
    page.upright += [(x, 660, 700) for x in XS]
    page.cells(XS, (660,), [["2", "Mend the roof", "Mr Oak"]])

    assert tables(page) == [[HEAD, ["1", "Paint the gym", "Ms Reed"], ["2", "Mend the roof", "Mr Oak"]]]


def test_a_table_without_lines_at_its_sides_keeps_its_outer_columns() -> None:
    rows = [HEAD, ["1", "Paint the gym", "Ms Reed"]]
    page = Drawing(level=[(y, 50, 450) for y in (50, 80, 110)], upright=[(x, 50, 110) for x in XS[1:3]])

    assert tables(page.cells(XS, (50, 80), rows)) == [rows]


def test_a_dashed_side_is_a_side() -> None:
    rows = [HEAD, ["1", "Paint the gym", "Ms Reed"]]
    page = Drawing().table(XS, (50, 80, 110), rows)
    page.upright = [(x, 50, 110) for x in XS[:3]]
    page.boxes = [(449.5, y, 450.5, y + 1) for y in range(50, 110, 2)]
    page.grey = 0

    assert tables(page) == [rows]


def test_a_table_in_a_cell_stands_after_the_row_of_its_cell() -> None:
    outer = Drawing().table(
        (50, 150, 500), (50, 80, 200, 230), [["Area", "Reading"], ["Steps", ""], ["Time", "May"]]
    )
    outer.table((160, 300, 490), (90, 120, 190), [["Action", "Proof"], ["Buy books", "Bills"]])

    assert tables(outer) == [
        [["Area", "Reading"], ["Steps", ""]],
        [["Action", "Proof"], ["Buy books", "Bills"]],
        [["Time", "May"]],
    ]


def test_pale_boxes_behind_lines_make_no_table() -> None:
    words = [
        (60, 60 + 14 * n, "Listening to families is what the whole of this work began with") for n in range(6)
    ]
    boxes = [(59, 50 + 14 * n, 200 + 30 * (n % 3), 64 + 14 * n) for n in range(6)]
    page = Drawing(words, boxes=boxes, grey=0.99)

    assert tables(page) == []


def test_boxes_whose_sides_words_run_over_make_no_table() -> None:
    words = [
        (60, 60 + 14 * n, "Listening to families is what the whole of this work began with") for n in range(6)
    ]
    boxes = [(x, 50 + 14 * n, x + 80, 64 + 14 * n) for n in range(6) for x in (59, 139, 219)]

    assert tables(Drawing(words, boxes=boxes, grey=0.7)) == []


def test_underlines_make_no_table() -> None:
    words = [(60, 60 + 14 * n, "Agenda and slides of the meeting") for n in range(6)]
    page = Drawing(words, level=[(62 + 14 * n, 60, 100) for n in range(6)])

    assert tables(page) == []


def test_a_table_without_rules_is_known_by_its_columns() -> None:
    rows = [
        ["Measure", "2024", "2030"],
        ["Pupils who read|by grade 3", "54%", "75%"],
        ["Four-year-olds", "310", "620"],
        ["Rooms painted|each year", "1,000", "12"],
    ]
    page = Drawing().cells((50, 300, 400), (100, 120, 150, 170), rows)
    page.words.append((54, 240, "All of this is told to the board in the spring of each year of the plan."))

    assert shown(read(drawn(page), "p.pdf")) == [
        ("t", [[c.replace("|", " ") for c in row] for row in rows]),
        ("p", "All of this is told to the board in the spring of each year of the plan."),
    ]


def test_a_number_in_the_middle_of_a_tall_row_belongs_to_it() -> None:
    page = Drawing().cells(
        (110, 330), (100, 124, 172), [["Action", "Owner"], ["Paint the|gym of the|school", "Ms Reed"]]
    )
    page.words += [(54, 112, "No."), (54, 148, "1"), (54, 196, "2")]
    page.cells((110, 330), (172,), [["Mend the|roof of the|barn", "Mr Oak"]])

    assert tables(page) == [
        [
            ["No.", "Action", "Owner"],
            ["1", "Paint the gym of the school", "Ms Reed"],
            ["2", "Mend the roof of the barn", "Mr Oak"],
        ]
    ]


def test_a_list_with_room_after_its_marks_is_no_table() -> None:
    page = Drawing([(54, 60 + 14 * n, mark) for n, mark in enumerate("•••••")])
    page.words += [(90, 60 + 14 * n, "Mend the roof") for n in range(5)]

    assert tables(page) == []


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Consultati|on", "Consultation"),
        ("department|al plans", "departmental plans"),
        ("Behavior-|Related", "Behavior-Related"),
        ("commu-|nication", "communication"),
        ("before|hand", "before hand"),
        ("pre-|and post", "pre- and post"),
        ("Absenteeis|m (all)", "Absenteeism (all)"),
        ("$572,517,9|41.89", "$572,517,941.89"),
        ("$1,533,772|.20", "$1,533,772.20"),
        ("2,024,000|30", "2,024,000 30"),
    ],
)
def test_a_word_that_a_narrow_cell_cut_is_whole_if_it_is_a_word(cell: str, words: str) -> None:
    page = Drawing().table((50, 106, 300), (50, 80, 120), [["No.", "Action"], [cell, "Paint the gym"]])

    assert tables(page)[0][1][0] == words


def test_a_cut_word_is_quoted_as_it_stands() -> None:
    page = Drawing().table(
        (50, 106, 300), (50, 80, 120), [["No.", "Action"], ["Consultati|on", "Paint the gym"]]
    )
    document = read(drawn(page), "p.pdf")
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    [(start, end)] = table.rows[1].cells[0].text.spans(raw=document.source.raw)

    assert document.source.place(start, end).quote == "Consultati on"


def test_paragraphs_of_a_cell_are_told_apart() -> None:
    page = Drawing().table(
        (50, 110, 330), (50, 80, 150), [["No.", "Action"], ["1", "Paint the gym.|Mend the roof."]]
    )
    document = read(drawn(page), "p.pdf")
    [table] = [block for block in document.blocks if isinstance(block, Table)]

    assert str(table.rows[1].cells[1].raw) == "Paint the gym.\nMend the roof."
