"""Parts of state plans that tell of goals and actions again: summaries, tables of money, alignments."""

from ingest.findings import Findings
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

LCAP = """
# Local Control and Accountability Plan

## Plan Summary

### Reflections: Annual Performance

Goal 1: Kites

Action 1.1 Fly them twice a week

## Goals and Actions

| Goal # | Description | Type of Goal |
|---|---|---|
| 1 | Children learn from the wind. | Broad Goal |

| Metric # | Metric | Baseline | Target for Year 3 Outcome |
|---|---|---|---|
| 1.1 | Kites that fly | 3 | 30 |
| 1.2 | Days outdoors | 10 | 40 |

| Action # | Title | Description | Total Funds | Contributin g |
|---|---|---|---|---|
| 1.01 | Kite lessons | Teach it twice a week. | $500 | Yes |
| 1.02 | Wind vanes | Build one for each roof. | | No |

## Total Planned Expenditures Table

| Goal # | Actio n # | Action Title | Student Group(s) | Total Funds |
|---|---|---|---|---|
| 1 | 1 | Kite lessons | Foster Youth | $510 |
| 1 | 2 | Wind vanes | test | $2,599,87 3.31 |
"""

SPSA = """
# School Plan for Student Achievement

Goal 1

Title and Description of School Goal

Children sing every morning.

LCAP Goal to which this School Goal is Aligned

Goal 1: Every school is a joyful place.

Identified Need

Few children sing.

| Strategy/Activity # | Description | Students to be Served |
|---|---|---|
| 1.1 | Buy a drum for each room | All students |
"""


def _read(text: str) -> Findings:
    found = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    recognise(found)
    return found


def test_a_summary_names_no_goal_and_no_action() -> None:
    found = _read(LCAP)

    assert [g.label for g in found.items("Goal")] == ["Children learn from the wind."]
    assert [(a.notation, a.label) for a in found.items("Action")] == [
        ("1.01", "Kite lessons"),
        ("1.02", "Wind vanes"),
    ]


def test_a_table_of_money_tells_of_the_same_actions_by_their_last_number() -> None:
    lessons, vanes = _read(LCAP).items("Action")

    assert [str(f) for f in lessons.get("funds")] == ["$500"]
    assert [str(g) for g in lessons.get("studentGroup")] == ["Foster Youth"]
    assert [str(f) for f in vanes.get("funds")] == ["$2,599,873.31"]
    assert vanes.get("studentGroup") == []
    assert (lessons.get("contributing"), vanes.get("contributing")) == ([True], [False])


def test_the_goal_of_the_other_plan_is_no_goal_of_the_school() -> None:
    found = _read(SPSA)
    goal = found.items("Goal")[0]

    assert (goal.label, goal.notation) == ("Children sing every morning.", "1")
    assert [n.label for n in goal.get("addressesNeed")] == ["Few children sing."]
    assert [link.target.label for link in goal.links] == ["Every school is a joyful place."]
