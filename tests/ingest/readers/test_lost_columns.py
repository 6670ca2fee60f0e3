"""Text exports that lost their columns: cells below each other or run together; what is unsure stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.lost_columns import lost_parts
from ingest.readers.spaced import SpacedTable
from ingest.source import Source

CELLS = """\
Goal 1: Warm rooms

Action Step
Person Responsible
Timeline
Evidence
Mend the boiler
Head of Grounds
By October 2031
Bill
Hang curtains in the
big hall
Art club
Spring 2032
Photos

Goal 2: Quiet rooms
"""
RUN = """\
Measure Baseline 2030-31 Target 2031-32
Rooms above 19 degrees 41% 90%
Rooms with curtains, of those in
grade 3 5% 50%

Action Step Person Responsible Timeline Budget
Mend the boiler before winter Facilities Manager October 2031 $4,500
Lend blankets to cold rooms School Nurse Monthly $200
"""


def tables(text: str) -> list[list[list[str]]]:
    parts = lost_parts([*Source("p.txt", text).lines()])
    found = [part.table for part in parts if isinstance(part, SpacedTable)]
    return [[[str(cell.text) for cell in row] for row in table.rows] for table in found]


def test_cells_below_each_other_are_rows_again() -> None:
    assert tables(CELLS) == [
        [
            ["Action Step", "Person Responsible", "Timeline", "Evidence"],
            ["Mend the boiler", "Head of Grounds", "By October 2031", "Bill"],
            ["Hang curtains in the big hall", "Art club", "Spring 2032", "Photos"],
        ]
    ]


def test_cells_that_empty_lines_part_may_have_several_lines() -> None:
    cells = [
        "Task",
        "Who",
        "By When",
        "Mend the\nBoiler Room",
        "Grounds",
        "May 2031",
        "Buy oil",
        "Office",
        "Daily",
    ]
    apart = "\n\n".join(cells)

    assert tables(apart)[0][1:] == [
        ["Mend the Boiler Room", "Grounds", "May 2031"],
        ["Buy oil", "Office", "Daily"],
    ]


def test_rows_that_empty_lines_part_may_have_wrapped_cells() -> None:
    rows = "Mend it\nAna\nMay 2031\n\nPaint all that\nis of wood\nBo\nJune 2031\n"

    assert tables(f"Task\nLead\nDue Date\n\n{rows}")[0][2] == ["Paint all that is of wood", "Bo", "June 2031"]


def test_headers_may_name_seasons() -> None:
    text = "Indicator Baseline (Spring 2031) Target (Spring 2032)\nPupils who read 63% 72%\n"

    assert tables(text)[0][0] == ["Indicator", "Baseline (Spring 2031)", "Target (Spring 2032)"]


def test_headers_that_are_printed_again_are_no_row() -> None:
    heads = "Task\nLead\nDue Date\n"

    assert tables(f"{heads}Mend it\nAna\n9/1/2031\n{heads}Paint it\nBo\n9/2/2031\n")[0][1:] == [
        ["Mend it", "Ana", "9/1/2031"],
        ["Paint it", "Bo", "9/2/2031"],
    ]


def test_a_row_that_lost_a_cell_takes_none_of_the_next() -> None:
    lost = CELLS.replace("Art club\n", "")

    assert tables(lost) == []


def test_the_last_row_before_a_break_is_left_where_it_may_have_lost_a_cell() -> None:
    sure = "Mend it\nAna\nMay 2031\nBill\nPaint it\nBo\nJune 2031\nPhoto\n"
    rows = f"{sure}Sing\nCy\nJuly 2031\nDance\nDi\nFall 2031\nList\n"

    assert [row[0] for row in tables(f"Task\nLead\nWhen\nEvidence\n{rows}")[0][1:]] == ["Mend it", "Paint it"]


def test_rows_that_run_together_are_parted_by_what_their_cells_are() -> None:
    assert tables(RUN) == [
        [
            ["Measure", "Baseline 2030-31", "Target 2031-32"],
            ["Rooms above 19 degrees", "41%", "90%"],
            ["Rooms with curtains, of those in grade 3", "5%", "50%"],
        ],
        [
            ["Action Step", "Person Responsible", "Timeline", "Budget"],
            ["Mend the boiler before winter", "Facilities Manager", "October 2031", "$4,500"],
            ["Lend blankets to cold rooms", "School Nurse", "Monthly", "$200"],
        ],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Mend the Old Boiler Principal October 2031",  # does the name end in 'Boiler'?
        "Mend the boiler October 2031",  # who does it?
        "Share the news with Teachers May 2031",  # with whom, or who?
        "Mend the boiler Principal soon",  # when?
        "Mend the boiler Principal May 2031\nand paint it",  # more of the name above?
        "Mend the boiler\nGrade 3 rooms Principal May 2031",  # one name, or two?
    ],
)
def test_rows_that_can_be_parted_in_other_ways_are_left(rows: str) -> None:
    assert tables(f"Action Person Responsible Timeline\nLend blankets Principal June 2031\n{rows}\n") == []


def test_a_bare_number_may_belong_to_the_name() -> None:
    assert tables("Measure Baseline Target\nAverage score in grade 3 50\nBooks lent 12 30\n") == []


@pytest.mark.parametrize(
    "text", ["Goals\nStrategies\nTimeline\n", "Action Lead\nMend it Ana\n", "Timeline\nMay\nJune\n"]
)
def test_words_that_tables_have_as_headers_make_no_table(text: str) -> None:
    assert tables(text) == []


@given(st.lists(st.sampled_from([*CELLS.split("\n"), *RUN.split("\n"), "May 2031", "Ana", ""]), max_size=30))
def test_no_line_is_lost_or_doubled(lines: list[str]) -> None:
    text = "\n".join(lines)
    offsets: list[int] = []
    for part in lost_parts([*Source("p.txt", text).lines()]):
        if isinstance(part, SpacedTable):
            texts = [cell.raw for row in part.table.rows for cell in row] + list(part.furniture)
        else:
            texts = part
        offsets += [o for t in texts for o in t.offsets if o >= 0 and not text[o].isspace()]

    assert sorted(offsets) == [n for n, letter in enumerate(text) if not letter.isspace()]
