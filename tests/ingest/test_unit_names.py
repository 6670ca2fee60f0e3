"""Names of one division or department are brought together, those of two are not."""

import pytest

from ingest.clusters import cluster
from ingest.resolution import Proposal, Usage
from ingest.unit_names import unit_key, unit_proposals


def resolved(*names: str) -> tuple[list[set[str]], list[Proposal]]:
    usages = [Usage(n, names.count(n)) for n in dict.fromkeys(names)]
    clusters, _, missed = cluster(usages, unit_proposals(usages))
    return [set(c) for c in clusters], missed


@pytest.mark.parametrize(
    "names",
    [
        ("Library", "Office of Library", "Library Department"),
        ("Care & Comfort", "Care and Comfort"),
        ("Library Services", "Library"),
        ("HR", "Human Resources"),
        ("M&O", "Maintenance and Operations"),
        ("Curric.", "Curriculum"),
        ("Family Engagement", "Family & Community Engagement"),
        ("Parent/Community Engagement", "Family & Community Engagement"),
    ],
)
def test_names_of_one_unit_are_one(names: tuple[str, ...]) -> None:
    assert resolved(*names)[0] == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Deputy Superintendent", "Superintendent"),
        ("Transportation", "Transformation"),
        ("Special Education", "Adult Education"),
        ("ITS", "Library Services"),
        ("Engagement", "Family & Community Engagement"),
    ],
)
def test_names_of_two_units_are_two(names: tuple[str, ...]) -> None:
    assert len(resolved(*names)[0]) == 2


def test_a_name_spelt_wrong_once_is_known() -> None:
    found, _ = resolved("Superintendent", "Superintendent", "Superintendant")

    assert found == [{"Superintendent", "Superintendant"}]


def test_a_longer_name_of_another_year_is_only_a_near_miss() -> None:
    found, missed = resolved("Planning and Research", "Planning, Research and Special Projects")

    assert len(found) == 2
    assert [{p.first, p.second} for p in missed] == [
        {"Planning and Research", "Planning, Research and Special Projects"}
    ]


def test_a_short_form_of_two_names_is_only_a_near_miss() -> None:
    found, missed = resolved("HR", "Human Resources", "Health Records")

    assert {"HR"} in found
    assert len(missed) == 2


def test_the_key_leaves_out_what_only_says_that_it_is_a_unit() -> None:
    assert unit_key("The Office of Library Care (LC)") == ("library", "care")
    assert unit_key("Office") == ("office",)


def test_a_name_of_no_more_than_a_kind_is_left_alone() -> None:
    usages = [Usage(name) for name in ("Office of", "Student Nutrition Services")]

    assert not [p for p in unit_proposals(usages) if p.merge]
