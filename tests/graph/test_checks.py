"""Each check finds what its folder's failing graph lacks, and nothing in the passing one."""

import pytest

from graph.catalogue import StoredQuery, checks
from graph.gaps import rules
from tests.graph.fixtures import TESTS, expected_rows, found_rows, store_of

FOLDERS = TESTS / "checks"
CHECKS = list(checks())


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.name)
def test_a_check_finds_what_is_wrong(check: StoredQuery) -> None:
    folder = FOLDERS / check.name
    expected = expected_rows(folder)

    assert expected
    assert found_rows(check, store_of(folder / "given.ttl"), expected) == expected


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.name)
def test_a_check_lets_what_is_right_pass(check: StoredQuery) -> None:
    assert found_rows(check, store_of(FOLDERS / check.name / "passing.ttl"), []) == []


def test_the_profile_names_every_check_once() -> None:
    assert sorted(r.check.name for r in rules()) == sorted(c.name for c in CHECKS)


def test_the_profile_and_the_heads_agree_on_the_numbers() -> None:
    assert {r.id: r.check.name for r in rules()} == {c.head["rule"]: c.name for c in CHECKS}


def test_severities_are_known() -> None:
    assert {r.severity for r in rules()} <= {"violation", "warning", "info"}
