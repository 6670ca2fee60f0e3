"""All items can be listed by kind, plan and words, a page at a time."""

import pytest

from graph.listing import Listing, list_items
from graph.store import Store


@pytest.fixture(scope="module")
def listing(district: Store) -> Listing:
    return list_items(district)


def test_kinds_are_counted(listing: Listing) -> None:
    page = listing.page()

    assert dict(page.kinds)["Recommendation"] > 1
    assert page.total == sum(count for _, count in page.kinds)


def test_words_in_any_order_and_case_find(listing: Listing) -> None:
    found = listing.page(words="SAFE school").items

    assert found
    assert all("safe" in item.as_text().lower() for item in found)


def test_a_kind_and_plan_narrow_but_kinds_tell_of_the_others(listing: Listing) -> None:
    page = listing.page(kind="Recommendation", plan="Lindenfeld Master Plan")

    assert {item.type for item in page.items} == {"Recommendation"}
    assert len(page.kinds) > 1


def test_numbers_go_up_as_people_count(listing: Listing) -> None:
    numbers = [int(i.number) for i in listing.page(kind="Recommendation").items if i.number.isdigit()]

    assert numbers == sorted(numbers)


@pytest.mark.parametrize("at", [0, 1, 999])
def test_a_page_that_is_not_there_is_the_nearest(listing: Listing, at: int) -> None:
    page = listing.page(at=at)

    assert 1 <= page.at <= page.last
    assert page.items


def test_an_item_is_listed_once(listing: Listing) -> None:
    iris = [item.iri for item in listing.items]

    assert len(iris) == len(set(iris))
