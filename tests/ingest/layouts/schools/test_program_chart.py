"""What each school offers is read from charts of programs, with status and academy."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

_CHART = """The chart shows Signature Programs for French Dual Language Immersion (FDLIP), Arts and STEM.

Dual Language Programs\tArts Programs\tSTEM
Maple ES (FDLIP) Oak Grove (Proposed FDLIP)\tMaple ES Harbor (K-8)\tOak Grove ES
Hill HS (FDLIP)\tLake MS (PAINT) Hill HS\tEarly College HS Hill HS
"""


def offers(plan: Any) -> list[tuple[str, ...]]:
    return list(plan.facts("ProgramOffering", "atSchool", "ofProgram", "status"))


def test_every_school_has_what_it_offers(read: Read) -> None:
    assert set(offers(read(_CHART))) == {
        ("Maple ES", "FDLIP", "existing"),
        ("Oak Grove", "FDLIP", "proposed"),
        ("Maple ES", "Arts Programs", "existing"),
        ("Harbor (K-8)", "Arts Programs", "existing"),
        ("Oak Grove ES", "STEM", "existing"),
        ("Hill HS", "FDLIP", "existing"),
        ("Lake MS", "Arts Programs", "existing"),
        ("Lake MS", "PAINT", "existing"),
        ("Hill HS", "Arts Programs", "existing"),
        ("Hill HS", "Early College HS", "existing"),
    }


def test_a_heading_inside_a_cell_is_not_the_columns_program(read: Read) -> None:
    assert ("Hill HS", "STEM", "existing") not in offers(read(_CHART))


@pytest.mark.parametrize(
    ("program", "broader"),
    [
        ("FDLIP", "Dual Language Programs"),
        ("PAINT", "Arts Programs"),
        ("Arts Programs", "Signature Programs"),
        ("French Dual Language Immersion (FDLIP)", "Signature Programs"),
        ("Signature Programs", ""),
        ("Early College HS", ""),
    ],
)
def test_programs_stand_in_a_hierarchy(read: Read, program: str, broader: str) -> None:
    item = read(_CHART).item("Program", program)

    assert " / ".join(i.label for i in item.get("broader")) == broader


def test_the_evidence_is_the_entry_and_its_column(read: Read) -> None:
    plan = read(_CHART)

    assert plan.quotes(plan.item("ProgramOffering", "FDLIP at Oak Grove")) == [
        "Oak Grove (Proposed FDLIP)",
        "Dual Language Programs",
    ]


def test_a_table_of_other_things_is_no_chart(read: Read) -> None:
    text = "Arts\tSTEM\nBuy paint\tBuy ten robots\n\nArts\tBudget\nMaple ES\tHill HS"

    assert read(text).labels("ProgramOffering") == []


BY_SCHOOL = """School	Programs	Status
Oak Elementary School	STEM Magnet, Montessori	Current
Elm Middle School	International Baccalaureate (Proposed)	Current
Ash High School	STEM Magnet	Closed
Fir High School	Glee Club	Current
"""


def test_a_row_may_tell_the_programs_of_one_school_and_their_status(read: Read) -> None:
    assert sorted(read(BY_SCHOOL).facts("ProgramOffering", "atSchool", "ofProgram", "status")) == [
        ("Elm Middle School", "International Baccalaureate", "proposed"),
        ("Fir High School", "Glee Club", "existing"),
        ("Oak Elementary School", "Montessori", "existing"),
        ("Oak Elementary School", "STEM Magnet", "existing"),
    ]


def test_two_statuses_are_two_offerings(read: Read) -> None:
    plan = read(BY_SCHOOL + "Oak Elementary School\tSTEM Magnet\tProposed\n")

    found = plan.facts("ProgramOffering", "atSchool", "ofProgram", "status")
    assert sorted(s for school, p, s in found if (school, p) == ("Oak Elementary School", "STEM Magnet")) == [
        "existing",
        "proposed",
    ]
