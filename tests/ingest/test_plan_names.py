"""Names of one plan or one person are brought together."""

import pytest

from ingest.clusters import cluster
from ingest.plan_names import person_proposals, plan_key, plan_proposals
from ingest.resolution import Usage


def plans(*names: str) -> list[set[str]]:
    usages = [Usage(n, 1) for n in names]
    return [set(c) for c in cluster(usages, plan_proposals(usages))[0]]


def persons(*names: str) -> list[set[str]]:
    usages = [Usage(n, 1) for n in names]
    return [set(c) for c in cluster(usages, person_proposals(usages))[0]]


@pytest.mark.parametrize(
    "names",
    [
        ("Parks Master Plan 2009-20, last updated in 2013", "Parks Master Plan", "2016 Parks Master Plan"),
        ("Control and Care Plan", "Control Care Plan (CCP)"),
        ("PMP", "Parks Master Plan 2009-20"),
        ("Site Plans for Learning", "Site Plan for Learning"),
    ],
)
def test_names_of_one_plan_are_one(names: tuple[str, ...]) -> None:
    assert plans(*names) == [set(names)]


def test_names_of_two_plans_are_two() -> None:
    assert len(plans("Parks Master Plan", "Pools Master Plan")) == 2


def test_a_name_of_small_words_keeps_them() -> None:
    assert plan_key("The Report") == ("the", "report")


@pytest.mark.parametrize(
    "names",
    [("Dr. Rivera", "Dr. Ana Rivera"), ("A. Rivera", "Ana M. Rivera"), ("Ms. Ana Rivera", "Ana Rivera")],
)
def test_names_of_one_person_are_one(names: tuple[str, ...]) -> None:
    assert persons(*names) == [set(names)]


def test_a_surname_that_two_persons_have_stays_alone() -> None:
    found = persons("Dr. Rivera", "Ana Rivera", "Luis Rivera")

    assert len(found) == 3
