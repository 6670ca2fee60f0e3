"""The list of gaps is filtered and paged, and finds just what the rules find."""

import pytest

from graph.errors import UsageError
from graph.gap_list import GapFilter, GapList, list_gaps
from graph.gaps import find_gaps, gaps_of
from graph.items import Reader
from graph.listing import list_items
from graph.store import Store


@pytest.fixture(scope="module")
def gaps(district: Store) -> GapList:
    return list_gaps(Reader(district), list_items(district))


def test_it_holds_what_the_rules_find(gaps: GapList, district: Store) -> None:
    every = {(f.rule.id, f.subject.iri, f.value) for f in gaps.each(GapFilter())}

    assert every == {(f.rule.id, f.subject.iri, f.value) for f in find_gaps(district).findings}


def test_the_gaps_of_an_item_are_its_part_of_all(gaps: GapList) -> None:
    for rule in ("G1", "G2", "G9", "G14"):
        for finding in gaps.each(GapFilter(rule)):
            assert rule in {g.rule.id for g in gaps_of(gaps.reader, finding.subject)}


def test_counts_are_of_all_rules_though_one_is_chosen(gaps: GapList) -> None:
    page = gaps.page(GapFilter("g9"))

    assert page.total == page.counts["G9"] == 1
    assert page.counts["G2"] > 0


def test_severity_plan_and_words_narrow(gaps: GapList) -> None:
    assert {f.rule.severity for f in gaps.page(GapFilter(severity="info")).findings} == {"info"}
    assert {f.subject.plan for f in gaps.each(GapFilter("G2", plan="Family Services Plan 2023-24"))} == {
        "Family Services Plan 2023-24"
    }
    assert [f.subject.number for f in gaps.each(GapFilter("G9", words="BUILDINGS renew"))] == ["3"]


def test_a_conflict_is_of_the_plans_that_it_is_about(gaps: GapList) -> None:
    assert gaps.page(GapFilter("G13", plan="Lindenfeld Master Plan")).total == 1


@pytest.mark.parametrize("asked", [{"rule": "G99"}, {"severity": "grave"}])
def test_what_there_is_not_is_told(asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="There is no"):
        GapFilter(**asked)


def test_a_page_after_the_last_is_the_last(gaps: GapList) -> None:
    page = gaps.page(GapFilter(), 99)

    assert page.at == page.last
    assert page.as_json()["total"] == len(gaps.found)
