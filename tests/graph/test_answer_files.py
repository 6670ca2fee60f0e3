"""An answer as a file holds each place of each item, and no formula."""

import csv
import io

from openpyxl import load_workbook

from graph.export.answers import answer_csv, answer_workbook
from graph.model import Answer, AnswerItem, Evidence

PLACES = (Evidence("plan.txt", 3, 4, None, "a desk"), Evidence("plan.pdf", None, None, 7, "=1+1"))
ANSWER = Answer(
    "Which?",
    "answered",
    "Read so",
    "list",
    (AnswerItem('=HYPERLINK("x")', "urn:a", "Action", "section", 1.0, PLACES),),
    notes=("Mind this.",),
    previous=("Before?",),
)


def test_csv_has_a_row_for_each_place_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(answer_csv(ANSWER).decode("utf-8-sig"))))

    assert [(r["document"], r["start line"], r["page"]) for r in rows] == [
        ("plan.txt", "3", ""),
        ("plan.pdf", "", "7"),
    ]
    assert rows[0]["answer"] == '\'=HYPERLINK("x")'
    assert rows[1]["quote"] == "'=1+1"


def test_a_workbook_tells_also_how_it_was_asked() -> None:
    book = load_workbook(io.BytesIO(answer_workbook(ANSWER)))

    items, about = book["Answer"], book["Question"]
    assert items["A2"].data_type == "s"
    assert items["A2"].value == '=HYPERLINK("x")'
    said = {(row[0].value, row[1].value) for row in about.iter_rows()}
    assert {("asked before", "Before?"), ("question", "Which?"), ("note", "Mind this.")} <= said


def test_an_answer_without_items_says_what_it_is() -> None:
    counted = Answer("How many?", "answered", "Read so", "count", count=0)
    denied = Answer("Is it?", "answered", "Read so", "boolean", boolean=False)

    assert answer_csv(counted).decode("utf-8-sig").splitlines()[1].startswith("0,")
    assert answer_csv(denied).decode("utf-8-sig").splitlines()[1].startswith("no,")
