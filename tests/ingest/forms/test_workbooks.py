"""Workbooks of goals: tables beside and below each other, bands, sums, sheets named after years."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from ingest.document import Cell, Document, Row, Table
from ingest.findings import Findings, Item
from ingest.forms import described, recognise
from ingest.forms.rows import columns_of
from ingest.source import Source
from tests.ingest.readers.shown import read

Cells = Sequence[Sequence[str | int | float | None]]


def read_sheets(sheets: dict[str, Cells], merged: Sequence[str] = ()) -> Document:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    file = BytesIO()
    book.save(file)
    return read(file.getvalue(), "p.xlsx")


def found(sheets: dict[str, Cells], merged: Sequence[str] = ()) -> Findings:
    findings = Findings(read_sheets(sheets, merged))
    findings.plan.label = "plan"
    recognise(findings)
    return findings


def labels(findings: Findings, kind: str) -> list[str]:
    return [item.label for item in findings.items(kind)]


MIXED: Cells = [
    ["Aims of the year"],
    [],
    ["No.", "Objective", "Measure", "2030-31 Actual", "2031-32 Target", "Lead"],
    ["1", "Bicycles last", "Repaired in a week", 70, 90, "Head of Workshop"],
    ["2", "Paths stay open", "Days closed", 12, 4, "Head of Grounds"],
    [],
    ["Work", None, None, None, "Dangers"],
    ["Project", "Project Lead", "Finish", None, "Danger", "How likely"],
    ["Build a stand", "Head of Workshop", "May 4", None, "Rain", "High"],
    ["Mark the paths", "Head of Grounds", "May 9"],
]


def test_tables_beside_each_other_below_a_wide_one_are_told_apart() -> None:
    tables = [b for b in read_sheets({"Sheet1": MIXED}).blocks if isinstance(b, Table)]

    assert [[str(c.text) for c in t.rows[0]] for t in tables][1:] == [
        ["Project", "Project Lead", "Finish"],
        ["Danger", "How likely"],
    ]


def test_rows_of_another_table_are_not_read_by_the_head_above_it() -> None:
    findings = found({"Sheet1": MIXED})

    assert labels(findings, "Metric") == ["Repaired in a week", "Days closed"]
    assert labels(findings, "Action") == ["Build a stand", "Mark the paths"]
    assert not any(a.get("underGoal") for a in findings.items("Action"))  # nobody said of which goal


def test_a_column_of_notes_behind_an_empty_one_belongs_to_its_table() -> None:
    rows: Cells = [
        ["Goal", "Lead", None, "Status", "Notes"],
        ["Books", "Ana", None, "Done", "x"],
        ["Paths", "Bo"],
    ]
    tables = [b for b in read_sheets({"Sheet1": rows}).blocks if isinstance(b, Table)]

    assert len(tables) == 1


def test_bands_over_rows_are_goals_and_sums_are_no_actions() -> None:
    rows: Cells = [
        ["Activities", "Who", "Timeline", None, "Cost"],
        [None, None, "Start", "End", None],
        ["Goal 1: Warm rooms"],
        ["Mend the stove", "Caretaker", "May", "June", 50],
        ["Goal 2: Dry rooms"],
        ["Mend the roof", "Roofer; Caretaker", "July", "ongoing", 900],
        ["Grand total", None, None, None, 950],
    ]
    findings = found({"Work": rows}, ["A3:E3", "A5:E5", "C1:D1"])

    actions = [(a.label, a.notation, a.get("underGoal")[0].label) for a in findings.items("Action")]
    assert actions == [("Mend the stove", "", "Warm rooms"), ("Mend the roof", "", "Dry rooms")]


def test_values_of_a_sheet_that_is_named_after_a_year_are_of_that_year() -> None:
    def rows(target: int) -> Cells:
        return [
            ["Goal", "Indicator", "Target", "Baseline"],
            ["Warm rooms", "Days below 18 degrees", target, 30],
        ]

    findings = found({"2030-31": rows(9), "SY 2031-32": rows(5)})

    assert [(t.label, t.get("schoolYear")) for t in findings.items("Target")] == [
        ("9", ["2030-31"]),
        ("5", ["2031-32"]),
    ]
    assert not any(b.get("schoolYear") for b in findings.items("Baseline"))


def test_a_goal_without_a_number_stands_over_the_tables_of_its_sheet() -> None:
    rows: Cells = [
        ["Goal", "Warm rooms"],
        ["Owner", "Building Office"],
        [],
        ["Indicator", "Baseline", "FY31", None],
        [None, None, "Target", "Actual"],
        ["Days below 18 degrees", 30, 9, 8],
        [],
        ["Activities", "Responsible Staff", "Cost"],
        ["Mend the stove", "Caretaker", 50],
    ]
    findings = found({"Buildings": rows}, ["C4:D4"])

    assert labels(findings, "Goal") == ["Warm rooms"]
    assert [u.name for u in findings.items("Goal")[0].get("leadResponsible")] == ["Building Office"]
    assert [m.get("measures")[0].label for m in findings.items("Metric")] == ["Warm rooms"]
    assert [a.get("underGoal")[0].label for a in findings.items("Action")] == ["Warm rooms"]


def test_a_column_of_bare_numbers_names_no_recommendation() -> None:
    rows: Cells = [["Ref", "Status", "Lead"], ["1a", "Done", "Ana"], ["1b", "Begun", "Bo"]]

    assert not found({"Sheet1": rows}).items("Recommendation")


def test_a_column_that_is_headed_by_a_sign_alone_may_hold_names() -> None:
    assert columns("#", "Baseline 2030-31", "Year 1 Outcome 2031-32") == ("title", "baseline", "actual")
    assert columns("Ref", "Baseline 2030-31", "Year 1 Outcome 2031-32") == ("number", "baseline", "actual")


def test_first_columns_without_a_header_hold_numbers_unless_a_row_above_names_them() -> None:
    heads = ("", "Measure", "Start Value", "2031-2032", "31-32 Target")

    assert columns(*heads) == ("goal.number", "title", "baseline", "actual", "target")
    assert columns("", "", "Target", "Actual", upper=Row(())) == ("", "", "target", "actual")


def columns(*heads: str, upper: Row | None = None) -> tuple[str, ...]:
    row = Row(
        tuple(Cell(text, text, n) for n, words in enumerate(heads) for text in [Source("a", words).text()])
    )
    found = columns_of(described()["goals_by_year.yaml"], row, upper)
    return found.roles if found else ()


HEADLESS: Cells = [
    [None, None, None, "Measure", "Start Value", "2030-31", "2030-31 Target"],
    ["(3)", "Bicycles belong to every pupil", None, None, None, None, None],
    ["(3.1)", "The workshop mends what pupils bring", "Workshop", "Repaired in a week", 70, 74, 80],
    ["(3.2)\n\n3.4", "Paths to school stay open", "Grounds", "Days closed", 12, 9, 8],
    ["(3.3)", "Singing", "Music", "Songs known by heart", 2, 3, 8],
]


def test_beside_numbers_without_a_header_the_first_words_are_names() -> None:
    findings = found({"Sheet1": HEADLESS})
    goals = [(g.notation, g.label) for g in findings.items("Goal")]
    measured = {
        m.label: goal.label
        for m in findings.items("Metric")
        for goal in m.get("measures")
        if isinstance(goal, Item)
    }

    assert goals == [
        ("3", "Bicycles belong to every pupil"),
        ("3.1", "The workshop mends what pupils bring"),
        ("3.2", "Paths to school stay open"),
        ("3.3", "Singing"),
    ]
    assert measured == {
        "Repaired in a week": "The workshop mends what pupils bring",
        "Days closed": "Paths to school stay open",
        "Songs known by heart": "Singing",
    }
    assert not any(g.get("responsible") for g in findings.items("Goal"))  # no header says what the third is


def test_words_without_a_header_and_without_numbers_beside_them_name_nothing() -> None:
    rows: Cells = [[None, *row[1:]] for row in HEADLESS]
    named = {row[1] for row in HEADLESS[1:]} | {row[2] for row in HEADLESS[1:]}

    assert named.isdisjoint(labels(found({"Sheet1": rows}), "Goal"))


def test_names_beside_numbers_are_the_names_of_the_rows_own_kind_too() -> None:
    words = ("", "", "Student Group(s)", "")
    head = Row(tuple(Cell(t, t, n) for n, w in enumerate(words) for t in [Source("a", w).text()]))
    found = columns_of(described()["school_improvement.yaml"], head)

    assert found
    assert (found.roles[0], found.naming) == ("number", "title")
