"""Lists of programs with their schools, and of schools with their programs."""

import pytest

from tests.ingest.layouts.schools.said import name, offered, read


def test_a_program_is_followed_by_its_schools() -> None:
    findings = read(
        "# Choice programs\n\n- Montessori: Dove Elementary, Finch Elementary\n"
        "- STEAM – Ember Middle School; Garland K-8 (opening 2028)\n- Gifted: none yet\n"
    )

    assert offered(findings) == [
        ("Dove Elementary", "Montessori", "existing"),
        ("Ember Middle School", "STEAM", "existing"),
        ("Finch Elementary", "Montessori", "existing"),
        ("Garland K-8", "STEAM", "proposed"),
    ]


def test_a_school_is_followed_by_its_programs() -> None:
    findings = read(
        "# Career academies\n\n- Juniper High School – Culinary Arts Academy, Biomedical Academy (planned)\n"
        "- Heron High School: call the office, Tuesdays\n"
    )

    assert offered(findings) == [
        ("Juniper High School", "Biomedical Academy", "proposed"),
        ("Juniper High School", "Culinary Arts Academy", "existing"),
    ]


@pytest.mark.parametrize("heading", ["Office hours", "Who leads what"])
def test_lines_under_other_headings_are_left_alone(heading: str) -> None:
    assert offered(read(f"# {heading}\n\n- Montessori: Dove Elementary\n")) == []


def test_a_heading_names_the_program_of_its_table() -> None:
    findings = read(
        "# Montessori Schools\n\n| School | Status | Year Started |\n|---|---|---|\n"
        "| Dove Elementary | Existing | 2014 |\n| Finch Elementary | Planned | 2029 |\n"
        "| Ibis Elementary | Closed | 2009 |\n"
    )

    assert offered(findings) == [
        ("Dove Elementary", "Montessori", "existing"),
        ("Finch Elementary", "Montessori", "proposed"),
    ]


def test_a_line_of_feeders_may_begin_with_the_school_that_receives() -> None:
    findings = read(
        "# Feeder Patterns\n\n- Juniper High School: Ember Middle School, Kite Middle School\n"
        "- Ember Middle School: Dove Elementary\n"
    )

    assert sorted((name(i, "fromSchool"), name(i, "toSchool")) for i in findings.items("FeederLink")) == [
        ("Dove Elementary", "Ember Middle School"),
        ("Ember Middle School", "Juniper High School"),
        ("Kite Middle School", "Juniper High School"),
    ]
