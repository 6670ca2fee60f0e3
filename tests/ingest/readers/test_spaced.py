"""Tables whose columns are kept by blanks: wrapped cells, long headers, pages; no running prose."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document, Paragraph, Table
from ingest.readers.spaced import SpacedTable, spaced_parts
from ingest.readers.text import document_from_text
from ingest.source import Source, Text

RULED = """\
GOAL 1: More children walk to school.

STEP                      WHO               BY WHEN     EVIDENCE OF
                                                        PROGRESS
------------------------  ----------------  ----------  -------------
Paint the crossings near  Streets Office;   May 2026    Photos
Mill School               Principal
Count walkers twice       School Secretary  Each term   Tally sheets
a year

Ask families what         Parent Council    June 2026
keeps them away


Mill School                                                   Page 1
Plan for Walking                                         Mill School

Lend out bright vests     Nurse             Monthly     Loan book

After the table comes a sentence that is longer than any column of the table above it.
"""
NUMBERED = """\
Actions of this goal
 Step                Description                    Served        Amount
  #
  1.1     Teachers read aloud to every class        Pupils
          for twenty minutes, and lend a
          book to each child.

Plan of Elm School            Page 4 of 9            Elm School
 Step                Description                    Served    Amount
  #
          Families choose the book.
  1.2     A library van comes on Fridays.           Families  $1,200
  1.3
"""


def read(text: str) -> Document:
    return document_from_text(Source("plan.txt", text))


def tables(text: str) -> list[list[list[str]]]:
    blocks = [b for b in read(text).blocks if isinstance(b, Table)]
    return [[[str(cell.text) for cell in row] for row in table.rows] for table in blocks]


def test_wrapped_cells_are_rejoined_by_their_column() -> None:
    table = tables(RULED + RULED)[0]

    assert table[0] == ["STEP", "WHO", "BY WHEN", "EVIDENCE OF PROGRESS"]
    assert table[1] == [
        "Paint the crossings near Mill School",
        "Streets Office; Principal",
        "May 2026",
        "Photos",
    ]
    assert [row[0] for row in table[2:]] == [
        "Count walkers twice a year",
        "Ask families what keeps them away",
        "Lend out bright vests",
    ]


def test_running_heads_of_pages_are_furniture() -> None:
    document = read(RULED + RULED.replace("Page 1", "Page 2"))

    assert not any("Page" in str(text) for text in document.texts())
    assert [str(t) for t in document.furniture].count(RULED.splitlines()[15]) == 2


def test_numbers_begin_rows_and_a_header_printed_again_goes_on() -> None:
    [table] = tables(
        NUMBERED.replace("Plan of Elm School            Page 4 of 9            Elm School\n", "")
    )

    assert table[0] == ["Step #", "Description", "Served", "Amount"]
    assert table[1][1] == (
        "Teachers read aloud to every class for twenty minutes, and lend a book to each child. "
        "Families choose the book."
    )
    assert table[2:] == [
        ["1.2", "A library van comes on Fridays.", "Families", "$1,200"],
        ["1.3", "", "", ""],
    ]


def test_a_line_each_is_a_row_each() -> None:
    text = (
        "Measure            2024     2025\nBooks lent         30%      40%\niBook users        12%      15%\n"
    )

    assert tables(text) == [
        [["Measure", "2024", "2025"], ["Books lent", "30%", "40%"], ["iBook users", "12%", "15%"]]
    ]


def test_a_header_that_stands_beside_its_column_names_it() -> None:
    text = (
        "             Measure               Now           Wanted by June\n\n"
        "Pupils who read at home   41%            60%\n"
        "Pupils with a library card   12%         30%\n"
    )

    assert tables(text)[0][0] == ["Measure", "Now", "Wanted by June"]


def test_a_cell_as_wide_as_its_column_is_parted_from_the_next() -> None:
    text = "  School          Code          Approved\nThe Elm Hill Jr. 10-2233    June 2, 2025\nHigh School\n"

    assert tables(text)[0][1] == ["The Elm Hill Jr. High School", "10-2233", "June 2, 2025"]


def test_a_cell_that_runs_over_into_an_empty_column_stays_whole_and_the_table_goes_on() -> None:
    text = (
        "Step                 Who           Short  Mid    Long\n"
        "Paint the hall       Caretaker     X\n"
        "Mend the north roof  Senior Estates Manager      X\n"
        "Plant a hedge        Gardener             X      X\n"
    )

    assert tables(text) == [
        [
            ["Step", "Who", "Short", "Mid", "Long"],
            ["Paint the hall", "Caretaker", "X", "", ""],
            ["Mend the north roof", "Senior Estates Manager", "", "", "X"],
            ["Plant a hedge", "Gardener", "", "X", "X"],
        ]
    ]


def test_running_prose_is_no_table() -> None:
    text = (
        "The school was built in 1920.  It has two floors.\n"
        "A garden lies behind it.      Children plant beans there in spring.\n"
        "1.   First the beds are dug.\n2.   Then they are watered.\n3.   Then all wait.\n\n"
        "Contents\n\nGoals          3\nActions        7\nBudget         9\n"
    )

    assert tables(text) == []


def test_a_page_in_two_columns_of_prose_is_no_table() -> None:
    line = "words that run on in the left column     words that run on in the right column\n"

    assert tables(line * 6) == []


@given(st.text(alphabet=st.sampled_from("ab12.- \n\f•"), max_size=400))
def test_no_word_is_lost_or_invented(text: str) -> None:
    kept: list[Text] = []
    for part in spaced_parts(list(Source("plan.txt", text).lines())):
        if isinstance(part, SpacedTable):
            kept += [*part.furniture, *(cell.text for row in part.table.rows for cell in row)]
        else:
            kept.append(part)

    assert sorted(o for t in kept for c, o in zip(t.value, t.offsets, strict=True) if c.isalnum()) == [
        n for n, c in enumerate(text) if c.isalnum()
    ]


def test_evidence_of_a_cell_stands_in_the_file() -> None:
    document = read(RULED)
    [table] = [b for b in document.blocks if isinstance(b, Table)]
    spans = table.rows[1].cells[1].text.spans(raw=document.source.raw)

    assert [document.source.raw[a:b] for a, b in spans] == ["Streets Office;", "Principal"]
    assert any(
        isinstance(b, Paragraph) and str(b.text).startswith("After the table") for b in document.blocks
    )


CLOSE = """\
No. Step                 Who          Soon Late Cost
1.1 Paint lines on every Parks Office X         $900
    school yard
1.2 Count bicycles       Police and   X    X
                         Schools
1.3 Mend the north gate  Grounds Crew      X    $4,100
"""


def test_columns_may_stand_one_blank_apart() -> None:
    assert tables(CLOSE) == [
        [
            ["No.", "Step", "Who", "Soon", "Late", "Cost"],
            ["1.1", "Paint lines on every school yard", "Parks Office", "X", "", "$900"],
            ["1.2", "Count bicycles", "Police and Schools", "X", "X", ""],
            ["1.3", "Mend the north gate", "Grounds Crew", "", "X", "$4,100"],
        ]
    ]


def test_an_empty_column_beside_marks_is_a_column() -> None:
    kept = [line for line in CLOSE.splitlines(keepends=True) if not line.startswith("1.3")]
    bare = "".join(kept).replace("X    X", "X     ")

    assert tables(bare)[0][0] == ["No.", "Step", "Who", "Soon", "Late", "Cost"]
    assert [row[4] for row in tables(bare)[0][1:]] == ["", ""]


def test_pages_parted_by_form_feeds_are_one_table() -> None:
    head, *rows = CLOSE.splitlines(keepends=True)
    foot = "Plan of Elm School                      Yards\nPage {}\n\f"
    text = f"{head}{''.join(rows[:2])}\n{foot.format(1)}{head}{''.join(rows[2:])}\n{foot.format(2)}"

    assert tables(text) == tables(CLOSE)
    assert all("Page" not in str(t) for t in read(text).texts())


def test_running_text_with_stray_blanks_is_no_table() -> None:
    text = """\
We will raise the share  of readers from one half to two
thirds in three years, and will tell the families of each
child how far it came.  Teachers meet to plan for this in
the first week of every term, as they  did in other years.
"""
    assert tables(text) == []


DASHED = """\
No.  Step                    Who              Cost
---- ----------------------- ---------------- -------
1.1  Mend the fence of every Grounds          $90,000
     yard by spring          Keeper; Clerk
1.2  Plant trees             Pupils           -

Goal 2.  Every yard has a bench

No.  Step                    Who              Cost
---- ----------------------- ---------------- -------
2.1  Build twelve benches at Woodwork Teacher $800
     the main school
"""
UNDERLINED = """\
Step                          Who               By
----------------------------------------------------
Open the gate at seven        Caretaker         May
Paint two walls               Art Club          June
----------------------------------------------------
Every wall was looked at before this plan was written down and agreed.
"""


def test_dashes_under_a_header_tell_where_columns_begin() -> None:
    first, second = tables(DASHED)
    assert first[1:] == [
        ["1.1", "Mend the fence of every yard by spring", "Grounds Keeper; Clerk", "$90,000"],
        ["1.2", "Plant trees", "Pupils", "-"],
    ]
    assert first[0] == second[0] == ["No.", "Step", "Who", "Cost"]
    assert second[1] == ["2.1", "Build twelve benches at the main school", "Woodwork Teacher", "$800"]
    assert any(isinstance(b, Paragraph) and str(b.text).startswith("Goal 2.") for b in read(DASHED).blocks)


def test_one_line_under_a_header_parts_it_from_the_rows() -> None:
    assert tables(UNDERLINED) == [
        [
            ["Step", "Who", "By"],
            ["Open the gate at seven", "Caretaker", "May"],
            ["Paint two walls", "Art Club", "June"],
        ]
    ]
    assert len([b for b in read(UNDERLINED).blocks if isinstance(b, Paragraph)]) == 1


OVER = """\
Step                       Who          By
-------------------------- ------------ --------
Open the gate at seven     Caretaker    May
Paint every wall of the long corridor Art Club June
with birds
Sweep the yard             Class Four   Daily
Lend rakes                 Caretaker and his helpers July
"""


def test_a_row_whose_cell_runs_over_its_edge_is_left_and_the_others_are_read() -> None:
    assert tables(OVER) == [
        [
            ["Step", "Who", "By"],
            ["Open the gate at seven", "Caretaker", "May"],
            ["Sweep the yard", "Class Four", "Daily"],
        ]
    ]
    left = " ".join(str(b.text) for b in read(OVER).blocks if isinstance(b, Paragraph))
    assert left.split() == [word for n in (3, 4, 6) for word in OVER.splitlines()[n].split()]


def test_what_goes_on_over_an_edge_leaves_the_row_above_it_unread() -> None:
    text = OVER.replace(
        "Paint every wall of the long corridor Art Club June\n",
        "Paint walls                Art Club     June\n",
    )
    text = text.replace("with birds\n", "with birds that children drew last year\n")

    assert [row[0] for row in tables(text)[0][1:]] == ["Open the gate at seven", "Sweep the yard"]


_CELL = st.lists(st.text("ABCDEFGH", min_size=1, max_size=7), min_size=1, max_size=4).map(" ".join)
_ROWS = st.integers(2, 5).flatmap(
    lambda n: st.lists(st.lists(_CELL, min_size=n, max_size=n), min_size=3, max_size=6, unique_by=" ".join)
)


@given(_ROWS)
def test_a_table_under_dashes_reads_back_whatever_the_gaps(rows: list[list[str]]) -> None:
    widths = [max(3, *(len(row[n]) for row in rows)) for n in range(len(rows[0]))]
    printed = [" ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    dashes = " ".join("-" * width for width in widths)
    assert tables("\n".join([printed[0], dashes, *printed[1:], ""])) == [rows]
