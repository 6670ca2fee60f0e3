"""Names of one school are brought together, names of two schools never."""

from collections.abc import Iterable

import pytest

from ingest.clusters import cluster
from ingest.resolution import Usage
from ingest.school_names import levels_of_grades, school_clash, school_name, school_proposals


def groups(*names: str, hints: Iterable[tuple[str, str]] = ()) -> list[set[str]]:
    levels: dict[str, set[str]] = {}
    for name, level in hints:
        levels.setdefault(name, set()).add(level)
    usages = [Usage(n, 1, levels=frozenset(levels.get(n, ()))) for n in names]
    clusters, _, _ = cluster(usages, school_proposals(usages), school_clash)
    return [set(c) for c in clusters]


@pytest.mark.parametrize(
    "names",
    [
        ("Lincoln ES", "Lincoln Elementary", "Lincoln Elementary School"),
        ("Lincoln", "Lincoln Elementary"),
        ("Lincoln HS", "Abraham Lincoln High School"),
        ("Maple MS/HS", "Maple Middle and High School", "Maple HS", "Maple School"),
        ("Harbor (K-8)", "Harbor K-8"),
        ("HHS", "Harbor High School"),
        ("Maple Arts Magnet", "Maple Middle"),
        ("Maple", "Maple Fundamental"),
        ("Maple STEM Magnet ES", "Maple Elementary"),
    ],
)
def test_names_of_one_school_are_one(names: tuple[str, ...]) -> None:
    assert groups(*names) == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Maple Elementary", "Maple Middle School"),
        ("Harbor High School", "South Harbor High School"),
        ("Maple Arts Academy High School", "Maple Health Academy High School"),
        ("Maple Elementary", "Mabel Elementary"),
    ],
)
def test_names_of_two_schools_are_two(names: tuple[str, ...]) -> None:
    assert len(groups(*names)) == 2


def test_a_name_that_two_schools_may_have_stays_alone() -> None:
    assert {"Maple"} in groups("Maple", "Maple Elementary", "Maple Middle School")


def test_the_row_of_a_chart_decides_between_two_schools() -> None:
    names = ("Maple STEAM Academy", "Maple Elementary", "Maple Middle School")

    found = groups(*names, hints=[("Maple STEAM Academy", "middle"), ("Maple STEAM Academy", "high")])

    assert {"Maple STEAM Academy", "Maple Middle School"} in found


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("Maple K-8", {"elementary", "middle"}),
        ("Maple 6-12 Academy", {"middle", "high"}),
        ("Maple K-6 School", {"elementary"}),
        ("Maple TK-12", {"elementary", "middle", "high"}),
        ("Maple Jr./Sr. High School", {"middle", "high"}),
        ("Maple Intermediate", {"middle"}),
        ("Maple", set()),
    ],
)
def test_levels_are_read_from_the_name(name: str, levels: set[str]) -> None:
    assert school_name(name).levels == levels


def test_a_range_of_points_is_no_range_of_grades() -> None:
    assert levels_of_grades("13-15") == frozenset()
