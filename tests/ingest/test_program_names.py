"""Names of one program are brought together by kind and language."""

import pytest

from ingest.clusters import cluster
from ingest.program_names import program_proposals
from ingest.resolution import Usage


def groups(*names: str) -> list[set[str]]:
    usages = [Usage(n, 1) for n in names]
    clusters, _, _ = cluster(usages, program_proposals(usages))
    return [set(c) for c in clusters]


@pytest.mark.parametrize(
    "names",
    [
        ("Arts Programs", "Arts"),
        ("French Dual Language Immersion", "French Immersion", "French DLI programs"),
        ("French programs", "French Immersion"),
        ("Two-Way Immersion", "Dual Language Programs"),
        ("IB World Schools", "International Baccalaureate"),
        ("CTE", "Career Technical Education"),
    ],
)
def test_names_of_one_program_are_one(names: tuple[str, ...]) -> None:
    assert groups(*names) == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("French Immersion", "Korean Immersion"),
        ("French Immersion", "Dual Language Immersion"),
        ("Arts Programs", "Music Programs"),
    ],
)
def test_names_of_two_programs_are_two(names: tuple[str, ...]) -> None:
    assert len(groups(*names)) == 2
