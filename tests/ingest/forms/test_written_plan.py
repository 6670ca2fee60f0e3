"""Plans in running text: goals told in sentences, lists whose items end in who and when, measures."""

from ingest.findings import Findings, Item
from ingest.forms import recognise
from ingest.forms.tails import tails_of
from ingest.readers.text import document_from_text
from ingest.source import Source, Text

PLAN = """\
Orchard Public Schools
Plan for Better Lunches, 2031-2034

Goal One: Fresh food each day
-----------------------------

Lunch matters to all of us. Our goal is to raise the share of fresh meals from
20% (2030-31) to 55% by June 2034.

We will:

 * Plant a kitchen garden beside each school, tended by chil-
   dren (Grounds Office, spring 2032)
 * Hire two cooks - Human Resources, by August 2031
 * Visit farms. Lead: Science Department. Due: each fall.
    * Rent a bus
 * Print menus (in three languages)

Measure: Meals cooked from fresh food
Success looks like: nobody brings lunch from home.

Members of the kitchen team
---------------------------

 * Two parents
 * The head cook

Goal Two: Time to eat
---------------------

 1) Start lunch earlier [Principals]
 2) Add a second line [Facilities; 2032]

How we will know:

 - Minutes at the table: from 11 to 20 by 2033
"""


def read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.txt", text)))
    recognise(findings)
    return findings


def said(item: Item, prop: str) -> list[str]:
    return [v.label if isinstance(v, Item) else str(getattr(v, "name", v)) for v in item.get(prop)]


def test_goals_with_numbers_in_words_stand_over_their_actions() -> None:
    findings = read(PLAN)

    assert [(g.notation, g.label) for g in findings.items("Goal")] == [
        ("1", "Fresh food each day"),
        ("2", "Time to eat"),
    ]
    assert [a.label for a in findings.items("Action") if said(a, "underGoal") == ["Fresh food each day"]] == [
        "Plant a kitchen garden beside each school, tended by children",
        "Hire two cooks",
        "Visit farms.",
        "Print menus (in three languages)",
    ]
    assert [(a.label, said(a, "partOf")) for a in findings.items("Action") if a.get("partOf")] == [
        ("Rent a bus", ["Visit farms."])
    ]


def test_what_stands_behind_an_action_is_who_does_it_and_when() -> None:
    found = {a.label: a for a in read(PLAN).items("Action")}

    told = {label: (said(a, "leadResponsible"), said(a, "timeline")) for label, a in found.items()}
    assert told == {
        "Plant a kitchen garden beside each school, tended by children": (
            ["Grounds Office"],
            ["spring 2032"],
        ),
        "Hire two cooks": (["Human Resources"], ["by August 2031"]),
        "Visit farms.": (["Science Department"], ["each fall"]),
        "Rent a bus": ([], []),
        "Print menus (in three languages)": ([], []),
        "Start lunch earlier": (["Principals"], []),
        "Add a second line": (["Facilities"], ["2032"]),
    }


def test_sentences_and_lists_state_measures_with_their_values() -> None:
    findings = read(PLAN)

    assert [(m.label, said(m, "measures")) for m in findings.items("Metric")] == [
        ("share of fresh meals", ["Fresh food each day"]),
        ("Meals cooked from fresh food", ["Fresh food each day"]),
        ("Minutes at the table", ["Time to eat"]),
    ]
    values = [(v.kind, str(v.get("value")[0]), said(v, "ofMetric")) for v in findings if v.get("ofMetric")]
    assert values == [
        ("Baseline", "20%", ["share of fresh meals"]),
        ("Target", "55%", ["share of fresh meals"]),
        ("Baseline", "11", ["Minutes at the table"]),
        ("Target", "20", ["Minutes at the table"]),
    ]
    goal = findings.items("Goal")[0]
    assert [str(d) for d in goal.get("outcome")] == ["nobody brings lunch from home."]


def test_a_list_under_another_heading_states_no_actions() -> None:
    assert "Two parents" not in [a.label for a in read(PLAN).items("Action")]


def test_brackets_that_say_something_else_stay_with_the_action() -> None:
    items = [
        "Lend carts (by reservation)",
        "Teach mindfulness (grades 3-5)",
        "Train staff (teachers, aides)",
        "Use a program (Better Breakfasts)",
        "Read aloud - a new habit",
    ]
    assert [str(t.title) for t in tails_of([Source("p", i).text() for i in items])] == items


def test_groups_of_people_are_responsible_where_the_list_says_who_does_what() -> None:
    items = ["Hold a fair (Parent Council, May 2032)", "Keep diaries (teachers)"]
    found = tails_of([Source("p", i).text() for i in items])

    assert [[(role, str(words)) for role, words in t.facts] for t in found] == [
        [("owner", "Parent Council"), ("timeline", "May 2032")],
        [("owner", "teachers")],
    ]
    assert not tails_of([Text("Keep diaries (teachers)")])[0].facts
