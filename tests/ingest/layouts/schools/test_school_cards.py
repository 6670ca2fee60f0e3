"""Cards of schools: labelled lines below a name, lists below a program, a tier below a school."""

from ingest.findings import Findings, Item
from tests.ingest.layouts.schools.said import fed, name, offered, read

CARDS = """\
# Our schools

## Finch Elementary

Grades: K-5

Programs: Montessori (PK-K), Choir

Feeds into: Heron Middle School

## Heron Middle School

Grades: 6-8

Programs: Robotics Academy (opening 2031) Feeder schools: Finch Elementary and Lark Elementary

Feeds into: Stork High School
"""


def test_labelled_lines_below_a_school_are_of_it() -> None:
    findings = read(CARDS)

    assert offered(findings) == [
        ("Finch Elementary", "Choir", "existing"),
        ("Finch Elementary", "Montessori", "existing"),
        ("Heron Middle School", "Robotics Academy", "proposed"),
    ]
    assert fed(findings) == [
        ("Finch Elementary", "Heron Middle School"),
        ("Heron Middle School", "Stork High School"),
        ("Lark Elementary", "Heron Middle School"),
    ]


def test_levels_as_labels_lead_upwards() -> None:
    findings = read(
        "## Finch Elementary\n\nMiddle School: Heron\n\nHigh School: Stork\n\n"
        "## Lark Elementary\n\nMiddle School: Heron\n"
    )

    assert fed(findings) == [("Finch Elementary", "Heron"), ("Heron", "Stork"), ("Lark Elementary", "Heron")]


def test_one_school_with_labels_of_its_own_says_nothing_of_programs() -> None:
    assert offered(read("## Finch Elementary\n\nPrograms: Reading by Three\n")) == []


def test_schools_in_a_list_below_a_program_offer_it() -> None:
    findings = read(
        "# 2030-31 Dual Language Schools\n\nLessons are held in two languages.\n\n"
        "- Finch Elementary, grades K to 5\n- Lark Elementary - Kindergarten, 1st grade\n"
        "- Heron Middle School (planned for 2032)\n\n"
        "# Magnet Schools\n\n- Wren Elementary\n- Ibis Middle School\n"
    )

    assert offered(findings) == [
        ("Finch Elementary", "Dual Language", "existing"),
        ("Heron Middle School", "Dual Language", "proposed"),
        ("Lark Elementary", "Dual Language", "existing"),
    ]


def test_what_is_done_for_a_program_is_no_list_of_schools() -> None:
    text = "# Dual Language\n\n- Hire two teachers\n- Open a room at Finch\n- Finch Elementary, new books\n"

    assert offered(read(text)) == []


def test_a_tier_alone_below_a_school_is_its_tier() -> None:
    findings = read("# Staff 2030-31\n\n## 204-FINCH ES\n\n## Tier 2\n\nStaff is given by tier.\n")

    said = [(name(i, "atSchool"), _tier(findings, i)) for i in findings.items("TierAssignment")]
    assert said == [("FINCH ES", "Tier 2")]


def test_a_sentence_may_say_by_way_of_which_school() -> None:
    findings = read("Students of Finch Elementary feed into Stork High School via Heron Middle School.\n")

    assert fed(findings) == [
        ("Finch Elementary", "Heron Middle School"),
        ("Heron Middle School", "Stork High School"),
    ]


def _tier(findings: Findings, item: Item) -> str:
    return next(t.label for t in findings.items("Tier") if t in item.get("tier"))
