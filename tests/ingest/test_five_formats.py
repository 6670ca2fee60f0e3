"""The same plan as text, Markdown, DOCX, PDF and HTML gives the same items and the same facts."""

from pathlib import Path

import pytest

from ingest.findings import Findings, Item, Named, fold
from ingest.layouts import recognise_all
from ingest.readers import read_document
from tests.ingest.plan_formats import FORMATS, Block

IMPROVEMENT: list[Block] = [
    ("h1", "Heron Middle School"),
    ("h1", "School Improvement Plan 2031-32"),
    ("p", "The staff of the school wrote this plan with families over one winter and one spring."),
    ("h2", "Priority 1: Reading in every class"),
    ("p", "Desired Outcome: Readers on level will rise from 47% to 60% as measured by the Lantern Test."),
    ("p", "Focus Area: Reading for meaning"),
    ("table", [
        ["Action", "Person Responsible", "Timeline", "Evidence of Implementation"],
        ["Teach reading in small groups each morning", "Literacy Office", "September", "Plans of lessons"],
        ["Lend books over the summer", "School Library", "June", "Count of loans"],
    ]),
    ("h2", "Priority 2: Families who feel at home"),
    ("p", "Desired Outcome: Each family visits the school twice a year."),
    ("table", [
        ["Action", "Person Responsible", "Timeline", "Evidence of Implementation"],
        ["Hold a supper each term", "Family Office", "Each term", "Lists of guests"],
    ]),
]  # fmt: skip
PILLARS: list[Block] = [
    ("h1", "Otter Valley Strategic Plan 2035"),
    ("h1", "Pillar 1: Children who thrive"),
    ("h2", "Focus Area 1.1 Early years"),
    ("p", "Objective 1.1.1 Open a kindergarten in every ward by the fall."),
    ("p", "Objective 1.1.2 Visit each new family at home."),
    ("h2", "Key Performance Indicators"),
    ("table", [
        ["Indicator", "2030-31", "2035 Target"],
        ["Children in kindergarten", "310", "620"],
        ["Families visited", "9%", "40%"],
    ]),
    ("h1", "Pillar 2: Staff who stay"),
    ("h2", "Focus Area 2.1 Growing"),
    ("p", "Objective 2.1.1 Give every new teacher a mentor."),
]  # fmt: skip
PROSE: list[Block] = [
    ("h1", "Marsh Academy"),
    ("h1", "School Improvement Plan, 2031-2034"),
    ("p", "We are a small school beside the marsh, and we have kept this plan short on purpose."),
    ("p", "GOAL ONE: Every child owns a book that he or she has written."),
    ("p", "We will look at the shelves each June. To get there we will:"),
    ("li", "Set aside an hour for writing each week."),
    ("li", "Publish a magazine in May."),
    ("p", "GOAL TWO: Families hear good news from us before they hear bad news."),
    ("p", "What we will do:"),
    ("li", "Send a card home each month."),
    ("li", "Hold talks in the library on Saturdays."),
]
PLANS = {"improvement": IMPROVEMENT, "pillars": PILLARS, "prose": PROSE}
KINDS = ("Goal", "Priority", "StrategicDirection", "Action", "Metric", "Target", "Baseline", "School")


def read(kind: str, blocks: list[Block]) -> Findings:
    return recognise_all(read_document(Path(f"plan.{kind}"), FORMATS[kind](blocks), "0" * 64))


def facts(findings: Findings) -> set[tuple[str, ...]]:
    """Return what the findings say, in words: the items, and the facts of each."""
    said: set[tuple[str, ...]] = set()
    for item in findings:
        if item.kind in KINDS:
            said.add((item.kind, fold(item.label), item.notation))
            said |= {(item.kind, fold(item.label), f.prop, _words(f.value)) for f in item.facts}
    return said | {("Plan", f.prop, _words(f.value)) for f in findings.plan.facts if f.prop != "comment"}


def _words(value: object) -> str:
    if isinstance(value, Item):
        return fold(value.label)
    return fold(value.name if isinstance(value, Named) else str(value))


@pytest.mark.parametrize("kind", [k for k in FORMATS if k != "md"])
@pytest.mark.parametrize("name", PLANS)
def test_a_plan_says_the_same_in_every_format(name: str, kind: str) -> None:
    assert facts(read(kind, PLANS[name])) == facts(read("md", PLANS[name]))


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("improvement", {"Priority": 2, "Goal": 2, "StrategicDirection": 1, "Action": 3, "Target": 1}),
        ("pillars", {"StrategicDirection": 4, "Goal": 3, "Metric": 2, "Target": 2, "Baseline": 2}),
        ("prose", {"Goal": 2, "Action": 4}),
    ],
)
def test_the_plan_is_read_whole(name: str, counts: dict[str, int]) -> None:
    findings = read("md", PLANS[name])

    assert {kind: len(findings.items(kind)) for kind in counts} == counts
