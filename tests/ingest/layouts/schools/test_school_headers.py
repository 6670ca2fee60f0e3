"""Headers and groups of tables of schools: two rows of headers, merged levels, parts without a header."""

import pytest

from tests.ingest.layouts.schools.said import fed_on, name, offered, read


def test_a_header_of_two_rows_stands_over_marks() -> None:
    findings = read(
        "# Program offerings\n\n"
        "| Level | School | Languages | | Choice |\n|---|---|---|---|---|\n"
        "| | | Dual Language | World Language | STEAM |\n"
        "| Elementary | Dove | E | | P |\n| | Finch | | E | |\n| Middle | Ember | E | E | |\n\n"
        "E = existing program P = proposed for fall\n"
    )

    assert offered(findings) == [
        ("Dove", "Dual Language", "existing"),
        ("Dove", "STEAM", "proposed"),
        ("Ember", "Dual Language", "existing"),
        ("Ember", "World Language", "existing"),
        ("Finch", "World Language", "existing"),
    ]
    levels = {named.name: levels for named, levels in findings.hints.items()}
    assert levels["Finch"] == {"elementary"}  # the level is merged over both rows


def test_rows_over_schools_of_several_levels_are_no_schools() -> None:
    findings = read(
        "| School | Grades | Programs |\n|---|---|---|\n| Elementary Schools | | |\n"
        "| Dove ES | K-5 | AVID |\n"
        "| Secondary Schools | | |\n| Ember MS | 6-8 | IB Middle Years (candidate) |\n"
    )

    assert offered(findings) == [
        ("Dove ES", "AVID", "existing"),
        ("Ember MS", "IB Middle Years", "proposed"),
    ]
    assert "Secondary Schools" not in {m.named.name for m in findings.mentions}


@pytest.mark.parametrize(
    ("caption", "header", "status"),
    [
        ("Table 4. Proposed magnet schools", "Magnet School", "proposed"),
        ("Table 3. Existing magnet schools", "Magnet School", "existing"),
        ("X = offered, P = planned", "Magnet School", "existing"),
    ],
)
def test_a_caption_says_the_status_of_a_table(caption: str, header: str, status: str) -> None:
    findings = read(
        f"{caption}\n\n| {header} | Theme | Grade Levels |\n|---|---|---|\n"
        "| Dove Elementary | Aviation | K-5 |\n| Ember Middle | Marine Science | 6-8 |\n"
    )

    assert offered(findings) == [
        ("Dove Elementary", "Aviation", status),
        ("Ember Middle", "Marine Science", status),
    ]


def test_a_way_of_a_program_goes_through_the_levels() -> None:
    findings = read(
        "# Language pathways\n\n| Program | Elementary | Middle | High | Status |\n|---|---|---|---|---|\n"
        "| Spanish Immersion | Dove ES, Finch ES | Ember MS | Juniper HS | Existing |\n"
        "| French Immersion | Ibis ES | Ember MS | | Opens 2028 |\n"
    )

    assert fed_on(findings) == [
        ("Dove ES", "Ember MS", "stated"),
        ("Ember MS", "Juniper HS", "stated"),
        ("Finch ES", "Ember MS", "stated"),
        ("Ibis ES", "Ember MS", "stated"),
    ]
    assert {name(i, "ofProgram"): name(i, "status") for i in findings.items("FeederLink")} == {
        "Spanish Immersion": "existing",
        "French Immersion": "proposed",
    }


def test_programs_by_level_alone_are_no_way() -> None:
    findings = read(
        "# Where programs are\n\n| Program | Elementary | Middle |\n|---|---|---|\n"
        "| Spanish Immersion | Dove ES | Ember MS |\n| Montessori | Ibis ES | Kite MS |\n"
    )

    assert fed_on(findings) == []
    assert len(offered(findings)) == 4


def test_one_of_two_and_one_of_two_are_not_linked() -> None:
    findings = read(
        "# Feeder zones\n\n| Elementary School | Middle School | High School |\n|---|---|---|\n"
        "| Dove | Ember | Juniper |\n| Finch | Ember / Kite | Juniper / Lark |\n"
    )

    assert fed_on(findings) == [
        ("Dove", "Ember", "stated"),
        ("Ember", "Juniper", "stated"),
        ("Finch", "Ember", "stated"),
        ("Finch", "Kite", "stated"),
    ]


def test_a_sentence_beside_the_way_of_a_program_says_it_of_all_students() -> None:
    findings = read(
        "Students from Dove Elementary continue to Ember Middle School.\n\n# Program pathways\n\n"
        "| Program | Elementary | Middle |\n|---|---|---|\n"
        "| Spanish Immersion | Dove Elementary | Ember Middle |\n"
    )

    programs = [name(i, "ofProgram") for i in findings.items("FeederLink")]
    assert sorted(programs) == ["", "Spanish Immersion"]


def test_marks_stand_below_headers_that_are_words_for_programs() -> None:
    findings = read(
        "# Programs\n\n| School | Gr. | IB | Career Academy |\n|---|---|---|---|\n"
        "| Dove ES | K-5 | X | |\n| Juniper HS | 9-12 | X | X |\n"
    )

    assert offered(findings) == [
        ("Dove ES", "IB", "existing"),
        ("Juniper HS", "Career Academy", "existing"),
        ("Juniper HS", "IB", "existing"),
    ]
