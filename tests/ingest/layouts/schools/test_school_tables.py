"""Tables of schools as districts print them: directories, charts of programs, tables of feeders."""

from ingest.findings import Named
from ingest.resolve import resolve
from tests.ingest.layouts.schools.said import fed, name, offered, read

DIRECTORY = """# Schools of the Heron Point School District 2026-27

| Campus | Grade span | Special programs | Capacity | Feeds into |
|---|---|---|---|---|
| Elementary Campuses | | | | |
| Dove Lane | PK-5 | Two-Way Dual Language; Fine Arts Academy | 600 | Ember Middle |
| Finch Road | K-5 | — | 540 (over capacity) | Ember Middle |
| Middle Campuses | | | | |
| Ember | 6-8 | Robotics (opening 2028) | 900 | Heron Point High |
| Garland | K-8 | Core Knowledge | 700 | Heron Point High |
| High School Campuses | | | | |
| Heron Point High | 9-12 | AVID | 1,900 | n/a |
"""


def test_a_directory_gives_programs_and_the_next_school() -> None:
    findings = read(DIRECTORY)

    assert offered(findings) == [
        ("Dove Lane", "Fine Arts Academy", "existing"),
        ("Dove Lane", "Two-Way Dual Language", "existing"),
        ("Ember", "Robotics", "proposed"),
        ("Garland", "Core Knowledge", "existing"),
        ("Heron Point High", "AVID", "existing"),
    ]
    assert fed(findings) == [
        ("Dove Lane", "Ember Middle"),
        ("Ember", "Heron Point High"),
        ("Finch Road", "Ember Middle"),
        ("Garland", "Heron Point High"),
    ]


def test_levels_come_from_grades_where_names_have_none() -> None:
    names = resolve({"": read(DIRECTORY)})

    levels = {n: names.of("", Named("School", n)) for n in ("Dove Lane", "Ember", "Garland")}
    assert {n: r.levels for n, r in levels.items() if r} == {
        "Dove Lane": ("elementary",),
        "Ember": ("middle",),
        "Garland": ("elementary", "middle"),
    }


def test_a_chart_of_marks_follows_its_legend() -> None:
    findings = read(
        "Programs by school. X = offered now; P = planned for 2028-29\n\n"
        "| Program | Dove ES | Finch ES | Ember MS |\n|---|---|---|---|\n"
        "| Language programs | | | |\n"
        "| Spanish Immersion | X | | P |\n| Montessori | | x | |\n"
    )

    assert offered(findings) == [
        ("Dove ES", "Spanish Immersion", "existing"),
        ("Ember MS", "Spanish Immersion", "proposed"),
        ("Finch ES", "Montessori", "existing"),
    ]


def test_a_chart_may_stand_under_levels_and_tell_of_its_schools() -> None:
    findings = read(
        "X = offered in 2026-27 P = planned for fall 2027 blank = not offered\n\n"
        "| | | Elementary / K-8 | | Middle | |\n|---|---|---|---|---|---|\n"
        "| Program | Contact | Dove Hts. | Finch St. K-8 | Ember MS | # Sites |\n"
        "| Grades | | K-5 | K-8 | 6-8 | |\n| Enrollment | | 410 | 388 | 655 | |\n"
        "| Spanish Immersion | A. Reyes | X | P | X (Tue/Thu) | 2 |\n"
        "| Marine Science | B. Cho | | | P | 0 |\n| Programs per school | | 1 | 0 | 1 | |\n"
    )

    assert offered(findings) == [
        ("Dove Hts.", "Spanish Immersion", "existing"),
        ("Ember MS", "Marine Science", "proposed"),
        ("Ember MS", "Spanish Immersion", "existing"),
        ("Finch St. K-8", "Spanish Immersion", "proposed"),
    ]


def test_schools_that_a_directory_sends_to_two_levels_feed_both() -> None:
    findings = read(
        "| School | Grades | Feeds to (middle) | Feeds to (high) |\n|---|---|---|---|\n"
        "| Dove Lane Elementary | K-5 | Ember | Juniper |\n| Finch Road School | K-8 | n/a | Juniper |\n"
        "| Ember Middle School | 6-8 | | Juniper |\n| Juniper High School | 9-12 | | |\n"
    )

    assert fed(findings) == [
        ("Dove Lane Elementary", "Ember"),
        ("Dove Lane Elementary", "Juniper"),
        ("Ember Middle School", "Juniper"),
        ("Finch Road School", "Juniper"),
    ]


def test_programs_with_the_schools_beside_them() -> None:
    findings = read(
        "# Where programs are 2026-27\n\n"
        "| Program | Schools | Status |\n|---|---|---|\n"
        "| French Immersion | Dove Lane, Ember | Existing |\n| STEM Academy | Heron Point | Proposed |\n"
        "| Debate | Garland | Closing in June |\n"
    )

    assert offered(findings) == [
        ("Dove Lane", "French Immersion", "existing"),
        ("Ember", "French Immersion", "existing"),
        ("Heron Point", "STEM Academy", "proposed"),
    ]


def test_a_row_of_a_feeder_table_is_a_way_through_the_levels() -> None:
    findings = read(
        "# Feeder patterns\n\n"
        "| High School | Middle Schools | Elementary Schools |\n|---|---|---|\n"
        "| Heron Point | Ember | Dove Lane, Finch Road |\n| | Garland | Ibis |\n"
        "| Juniper | Kite, Lark | Moor, Nuthatch |\n"
    )

    assert fed(findings) == [
        ("Dove Lane", "Ember"),
        ("Ember", "Heron Point"),
        ("Finch Road", "Ember"),
        ("Garland", "Heron Point"),
        ("Ibis", "Garland"),
        ("Kite", "Juniper"),
        ("Lark", "Juniper"),
        ("Moor", "Kite"),
        ("Moor", "Lark"),
        ("Nuthatch", "Kite"),
        ("Nuthatch", "Lark"),
    ]
    inferred = [i for i in findings.items("FeederLink") if name(i, "basis") == "inferred"]
    assert {name(i, "fromSchool") for i in inferred} == {"Moor", "Nuthatch"}
    assert {i.get("confidence")[0] for i in inferred} == {0.3}


def test_a_list_of_schools_by_level_says_nothing_of_feeders() -> None:
    findings = read(
        "# Our schools\n\n| Elementary Schools | Middle Schools | High Schools |\n|---|---|---|\n"
        "| Dove Lane | Ember | Heron Point |\n| Finch Road | Garland | |\n"
    )

    assert fed(findings) == []
    assert {m.named.name for m in findings.mentions if m.named.kind == "School"} == {
        "Dove Lane",
        "Finch Road",
        "Ember",
        "Garland",
        "Heron Point",
    }


def test_tables_of_other_things_are_left_alone() -> None:
    findings = read(
        "| Program | Elementary | Middle | High |\n|---|---|---|---|\n"
        "| Reading | Daily Block | Literacy Coach | $40,000 |\n| Counseling | 1 per school | 2 | 4 |\n\n"
        "| School | Principal | Roof repaired |\n|---|---|---|\n"
        "| Dove Elementary | A. Reyes | X |\n| Finch Elementary | B. Cho | |\n"
    )

    assert offered(findings) == []
    assert fed(findings) == []


def test_kinds_of_schools_are_no_schools() -> None:
    findings = read(
        "| School | Tier | Programs |\n|---|---|---|\n| ES | Tier 1 | AVID |\n| K-8 | Tier 2 | AVID |\n"
    )

    assert offered(findings) == []
    assert [m for m in findings.mentions if m.named.kind == "School"] == []
