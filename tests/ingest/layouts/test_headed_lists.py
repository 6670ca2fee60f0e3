"""Sections without labels whose lists are headed by what they are: indicators and strategies."""

from ingest.findings import Findings
from ingest.layouts import recognise_all
from ingest.readers.text import document_from_text
from ingest.source import Source

PLAN = """\
The Strategic Plan

READERS: Every child meets a good book

Books open doors, and we mean to open them for all.

Key Performance Indicators

  • More five-year-olds know their letters in autumn
  • A larger share of classes borrow weekly

Strategies

  • Meet the nurseries of the town each spring
  • Open two further reading rooms

PEOPLE: A staff that stays

Key Performance Indicators

  • Fewer vacancies in August

Strategies

  • Pay for the first year of study
"""


def read(text: str) -> Findings:
    return recognise_all(document_from_text(Source("plan.txt", text, "text/plain")))


def test_the_line_over_the_first_list_is_the_goal() -> None:
    goals = read(PLAN).items("Goal")
    assert [g.label for g in goals] == [
        "READERS: Every child meets a good book",
        "PEOPLE: A staff that stays",
    ]


def test_lists_are_metrics_and_actions_of_their_goal() -> None:
    found = read(PLAN)
    goals = found.items("Goal")
    assert [m.get("measures")[0] for m in found.items("Metric")] == [goals[0], goals[0], goals[1]]
    assert [a.get("underGoal")[0] for a in found.items("Action")] == [goals[0], goals[0], goals[1]]


def test_all_is_marked_as_the_weaker_reading() -> None:
    found = read(PLAN)
    assert all(i.get("confidence") for k in ("Goal", "Metric", "Action") for i in found.items(k))


def test_without_strategies_nothing_is_guessed() -> None:
    text = PLAN.replace("Strategies", "Friends of the library")
    assert not read(text).items("Goal")
