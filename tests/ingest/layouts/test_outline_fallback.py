"""Plans that no layout knows: headings and bullets, marked as the weaker reading; and what is no plan."""

import pytest

from ingest.findings import Findings, Item
from ingest.layouts import recognise_all
from ingest.layouts.outline_fallback import NOTE
from ingest.readers.text import document_from_text
from ingest.source import Source

CALLED = """\
# Heron Academy

# School Improvement Plan, 2031-2034

The staff wrote this over a winter. Reading comes first.

## What we learned

- Children read little at home.
- Families ask for news.

GOAL ONE: Every child has a book of their own.

We will know by the shelves. To get there we will:

- Lend books over the summer
- Teachers and aides read aloud each morning

GOAL TWO: Families hear good news.

Steps:

- Send a card each month
  - Print the cards at school
- Ask for wishes in a survey

## How we will watch over this plan

- The board hears a report in June.
"""
STATED = """\
# The Otter School Strategic Plan

# 2031-2036

## I. Caring for the place

Our goal is to keep the building whole for a long time.

Walls and roofs

- Repair the roof of the hall.
- Paint the walls every third year.

## II. Knowing our craft

Our goal is to have teachers who stay.

Growing

- Provide time for study.
- Build a shelf of good lessons.
"""


def read(text: str) -> Findings:
    return recognise_all(document_from_text(Source("plan.md", text, "text/markdown")))


def said(item: Item, prop: str) -> list[str]:
    return [v.label if isinstance(v, Item) else str(getattr(v, "name", v)) for v in item.get(prop)]


def outline(findings: Findings) -> dict[str, list[str]]:
    return {
        goal.label: [a.label for a in findings.items("Action") if goal in a.get("underGoal")]
        for goal in findings.items("Goal")
    }


def test_goals_that_are_called_so_hold_the_steps_below_them() -> None:
    findings = read(CALLED)

    assert outline(findings) == {
        "Every child has a book of their own.": [
            "Lend books over the summer",
            "Teachers and aides read aloud each morning",
        ],
        "Families hear good news.": ["Send a card each month", "Ask for wishes in a survey"],
    }
    assert [g.notation for g in findings.items("Goal")] == ["1", "2"]
    part = next(a for a in findings.items("Action") if a.label == "Print the cards at school")
    assert said(part, "partOf") == ["Send a card each month"]
    assert said(findings.plan, "atSchool") == ["Heron Academy"]


def test_sections_that_state_a_goal_are_goals_with_the_headings_of_their_lists() -> None:
    findings = read(STATED)

    assert outline(findings) == {
        "Caring for the place": ["Repair the roof of the hall.", "Paint the walls every third year."],
        "Knowing our craft": ["Provide time for study.", "Build a shelf of good lessons."],
    }
    assert said(findings.items("Goal")[0], "description")[0].startswith("Our goal is to keep")
    assert said(findings.items("Action")[0], "underHeading") == ["Walls and roofs"]


def test_every_item_is_marked_as_the_weaker_reading() -> None:
    items = [i for i in read(STATED) if i.kind in ("Goal", "Action")]

    assert items
    assert all(i.get("confidence") == [0.6] and i.get("comment") == [NOTE] for i in items)


def test_headings_of_a_plan_whose_lists_begin_with_verbs_are_goals() -> None:
    text = "# Garden Action Plan\n\n## Green yards\n\n- Provide ten trees\n- Build a pond\n"
    text += "\n## Our values\n\n- Support each other\n- Build trust\n\n## Who\n\n- Ana\n- Ben\n"

    assert outline(read(text)) == {"Green yards": ["Provide ten trees", "Build a pond"]}


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the Plan Committee\n\nGoal 1: Talk\n\n- Review the budget\n- Approve it\n",
        "Dear families,\n\nour plan:\n\n- Provide cakes\n- Build a stage\n\nYours sincerely,\nThe council\n",
        "Site Plan Software License\n\n# Grant\n\n- Provide notices\n- Provide copies\n\nwithout warranty.\n",
        "# How to bake\n\n## Dough\n\n- Prepare the flour\n- Build a well\n",
        "# Lunch plan\n\n## Monday\n\n- Soup\n- Bread\n",
        "The meeting was adjourned.\n\n# Strategic plan\n\n- Review it\n- Provide copies\n",
    ],
)
def test_minutes_letters_licences_and_recipes_are_no_plans(text: str) -> None:
    assert not [i for i in read(text) if i.kind in ("Goal", "Action")]


def test_a_plan_whose_form_is_known_is_left_to_its_layout() -> None:
    text = "# Strategic Plan\n\nPriority 1: Open doors\n\n[Action 1] Lend books\n\n## Yards\n\n"
    text += "- Provide trees\n- Build ponds\n"

    assert not [i for i in read(text) if i.get("confidence")]


MEASURED = """RIVER UNIFIED SCHOOL DISTRICT
READING PLAN 2031-2034

Goal One: Every child has a book
* Lend books over the summer
* Read aloud each morning

Goal Two: Families hear good news
* Send a card each month
* Ask for wishes in a survey

HOW WE WILL MEASURE PROGRESS
* Books at home: from 11% in 2030-31 to 18% in 2033-34
"""


def test_what_stands_under_a_heading_of_measures_is_no_action_and_its_year_not_that_of_the_plan() -> None:
    findings = recognise_all(document_from_text(Source("plan.txt", MEASURED)))

    assert [a.label for a in findings.items("Action")] == [
        "Lend books over the summer",
        "Read aloud each morning",
        "Send a card each month",
        "Ask for wishes in a survey",
    ]
    assert not findings.plan.get("schoolYear")
