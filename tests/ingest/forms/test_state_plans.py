"""What the state's forms say: groups with their values, state priorities, alignment, numbers that repeat."""

import pytest

from ingest.findings import Findings, Item
from ingest.forms import recognise
from ingest.forms.groups import groups_in, values_by_group
from ingest.forms.numbered import is_contents
from ingest.forms.priorities import state_priorities
from ingest.layouts.plan_heads import plan_heads
from ingest.readers.text import document_from_text
from ingest.source import Source, Text

SCHOOL_PLAN = """\
# School Plan for Student Achievement

School Name           Approved
Elm Hill School       May 2, 2026

### Goal Subject

Reading

### LCAP Goal

LCAP Goal 2: Every child reads

## Goal 1

More pupils will read for pleasure.

### Identified Need

Few books are lent.

Metric/Indicator      Baseline      Expected Outcome
Books lent            EL: 12 SWD: 9     30
Library cards         40%           60%

### Strategy/Activity 1

Students to be Served

English Learners, Foster Youth

Strategy/Activity

Lend books on Fridays.

Amount(s)     Source(s)     Description
$900          Title I       Books
$80           LCFF          Cards

## Goal 2: Calm classes

### Strategy/Activity 1

Strategy/Activity

Train staff in circles.

## Goal 3
"""


def text(words: str) -> Text:
    return Source("plan.txt", words).text()


@pytest.fixture
def findings() -> Findings:
    found = Findings(document_from_text(Source("plan.md", SCHOOL_PLAN, "text/markdown")))
    recognise(found)
    return found


def labelled(findings: Findings, kind: str) -> dict[str, Item]:
    return {item.label: item for item in findings.items(kind)}


def test_a_goal_takes_its_subject_and_the_goal_that_it_is_aligned_to(findings: Findings) -> None:
    goal = labelled(findings, "Goal")["Reading"]

    assert goal.notation == "1"
    assert [str(d) for d in goal.get("description")] == ["More pupils will read for pleasure."]
    assert [(link.target.label, link.basis, link.cited) for link in goal.links] == [
        ("Every child reads", "stated", "2")
    ]
    assert labelled(findings, "Goal")["Every child reads"].get("goalType") == ["LCAP goal"]


def test_an_empty_goal_is_no_item(findings: Findings) -> None:
    assert "3" not in [goal.notation for goal in findings.items("Goal")]


def test_a_number_that_begins_anew_under_the_next_goal_is_another_action(findings: Findings) -> None:
    actions = labelled(findings, "Action")

    assert {label: a.get("underGoal")[0].notation for label, a in actions.items()} == {
        "Lend books on Fridays.": "1",
        "Train staff in circles.": "2",
    }


def test_an_action_has_its_groups_and_each_amount_with_its_source(findings: Findings) -> None:
    action = labelled(findings, "Action")["Lend books on Fridays."]

    assert [str(g) for g in action.get("studentGroup")] == ["English Learners", "Foster Youth"]
    assert [str(f) for f in action.get("funds")] == ["$900", "$80"]
    assert [str(n) for n in action.get("resourceNote")] == ["$900 Title I Books", "$80 LCFF Cards"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("All: -21 EL: -58.9", [("All", "-21"), ("EL", "-58.9")]),
        ("SED 52%; SWD 48%", [("SED", "52%"), ("SWD", "48%")]),
        ("46% (Spring 2023)", []),
        ("2022-23: 4% 2023-24: 5%", []),
        ("Reading: 4 Writing: 5", []),
    ],
)
def test_values_of_groups(words: str, found: list[tuple[str, str]]) -> None:
    assert [(str(g), str(v)) for g, v in values_by_group(text(words))] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Priorities 1, 2 and 8", ["1", "2", "8"]),
        (
            "Priority 4: Pupil Progress, Priority 5: Presence",
            ["Priority 4: Pupil Progress", "Priority 5: Presence"],
        ),
        ("Local priority", ["Local priority"]),
    ],
)
def test_state_priorities(words: str, found: list[str]) -> None:
    assert [str(p) for p in state_priorities(text(words))] == found


def test_groups_that_are_no_list_stay_one_text() -> None:
    assert [str(g) for g in groups_in(text("Pupils who are new here"))] == ["Pupils who are new here"]


def test_a_line_of_a_table_of_contents_is_told() -> None:
    assert is_contents("Goal 2 ........... 33")
    assert not is_contents("Goal 2. More pupils read in 33 schools")


LOST_TABLE = """\
# School Plan for Student Achievement

Otter Bay Elementary School, 2031-32

## Goal 1

All families will feel welcome.

### Identified Need

Few families come to conferences.

Metric/Indicator Expected Outcome Baseline/Actual Outcome Families at conferences 80% 47%

### Strategy/Activity 1

Strategy/Activity

Offer conferences in the evening.
"""


def test_the_headers_of_a_table_that_was_not_seen_are_no_need() -> None:
    found = Findings(document_from_text(Source("plan.md", LOST_TABLE, "text/markdown")))
    recognise(found)

    assert [n.label for n in found.items("Need")] == ["Few families come to conferences."]


def test_the_year_behind_a_school_is_no_part_of_its_name() -> None:
    document = document_from_text(Source("plan.md", LOST_TABLE, "text/markdown"))

    assert [(str(h.school), h.year[0] if h.year else "") for h in plan_heads(document)] == [
        ("Otter Bay Elementary School", "2031-32")
    ]


REASONS = """\
# Local Control and Accountability Plan

## Goal 1

| Metric # | Metric | Baseline | Target for Year 3 Outcome |
|---|---|---|---|
| 1.1 | Pupils who swim | 31% | 60% |
| 1.2 | Pupils who float | 41% | 70% |

| Action # | Title | Description | Total Funds | Contributing |
|---|---|---|---|---|
| 1.1 | Swim club | Open the pool on Mondays. | $12,000 | Yes |
| 1.2 | Float club | Open the pool on Fridays. | $8,000 | Yes |

## Required Descriptions

| Goal and Action # | Identified Need(s) | How the Action(s) Address Need(s) | Metric(s) to Monitor |
|---|---|---|---|
| 1.2 | Few lessons are near. | The pool is near. | 1.2 |
| Goal 4, Action 7 | Nobody knows. | Nobody can tell. | 1.2 |
| Goal 1, Action 1 | Lessons are dear. | The club is free. | 1.1 |
"""


def test_reasons_stand_at_the_actions_that_their_rows_name_and_at_no_other() -> None:
    found = Findings(document_from_text(Source("plan.md", REASONS, "text/markdown")))
    recognise(found)

    assert {a.notation: [str(c) for c in a.get("comment")] for a in found.items("Action")} == {
        "1.1": ["Lessons are dear.", "The club is free."],
        "1.2": ["Few lessons are near.", "The pool is near."],
    }
    assert [m.notation for m in found.items("Metric")] == ["1.1", "1.2"]
