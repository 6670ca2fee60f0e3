"""Fields with check boxes: only what is checked is stated."""

import pytest

from ingest.findings import Findings
from ingest.forms import recognise
from ingest.forms.choices import take_chosen
from ingest.forms.form import RecordType, load_form
from ingest.forms.record import Entry, Record
from ingest.layouts.stream import Piece
from ingest.readers.text import document_from_text
from ingest.source import Source, Text

FORM = """
form: Aims with what is checked
needs: {goal: 1, action: 3}
records:
  goal:
    is: Goal
    begins: ["goal {number}"]
    fields:
      text: ["description"]
      goalType: ["type of goal"]
  action:
    is: Action
    under: [goal]
    columns:
      number: ["action #"]
      title: ["title"]
      text: ["description"]
      funds: ["total funds"]
      contributing: ["contributing"]
"""
PLAN = """\
Goal 1

Description: Each class sings once a week.

Type of Goal: ☐ Broad ☒ Focus ☐ Maintenance of Progress

| Action # | Title | Description | Total Funds | Contributing |
|---|---|---|---|---|
| 1 | Songs | Buy books of songs. | $400 | ☐ Yes ☒ No |
| 2 | Choir | Pay a teacher of choir. | $900 | [X] Yes [ ] No |
| 3 | Hall | Rent the hall. | $100 | ☐ Yes ☐ No |
"""


def chosen(words: str, role: str = "goalType") -> list[str]:
    whole = Text(words, tuple(range(len(words))))
    record = Record("goal", RecordType.model_validate({"is": "Goal"}), entries=[Entry(role, [Piece(whole)])])
    take_chosen(record)
    return [str(piece) for piece in record.entries[0].pieces]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("☐ Broad ☒ Focus", ["Focus"]),
        ("Broad ☐ Focus ☑", ["Focus"]),
        ("Choose one: [ ] Broad [x] Focus", ["Focus"]),
        ("☒ Priority 1 ☒ Priority 4 ☐ Priority 8", ["Priority 1", "Priority 4"]),
        ("☐ Broad ☐ Focus", []),
        ("☒", ["☒"]),
        ("Focus [see page 4]", ["Focus [see page 4]"]),
    ],
)
def test_only_checked_options_stay(words: str, wanted: list[str]) -> None:
    assert chosen(words) == wanted


def test_the_boxes_of_other_fields_are_left() -> None:
    assert chosen("☐ Sing ☒ Play", "title") == ["☐ Sing ☒ Play"]


def test_a_plan_states_what_is_checked() -> None:
    findings = Findings(document_from_text(Source("plan.txt", PLAN)))
    recognise(findings, [load_form("own.yaml", FORM)])

    assert [str(t) for t in findings.items("Goal")[0].get("goalType")] == ["Focus"]
    assert [a.get("contributing") for a in findings.items("Action")] == [[False], [True], []]
