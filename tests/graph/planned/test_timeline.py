"""Actions stand in their horizons or school years, and what is not said is told apart."""

import pytest

from graph.errors import UsageError
from graph.planned.book import Book
from graph.planned.timeline import timeline
from graph.planned.wanted import Wanted, choices


def test_actions_begin_run_and_are_due_in_their_horizons(district_book: Book) -> None:
    found = timeline(district_book)

    assert found.by == "horizon"
    assert [(t.column.key, t.begins, t.runs, t.due) for t in found.tallies] == [
        ("shortTerm", 1, 1, 1),
        ("longTerm", 1, 1, 1),
    ]
    assert found.undated == 2


def test_a_year_of_the_plan_is_told_apart_from_one_of_the_action(yard: Book) -> None:
    found = {e.item.label: (e.when, e.basis) for e in timeline(yard, "year").entries}

    assert found["Plant trees and water them"] == (("2024-25",), "stated")
    assert found["Sift the sand"] == (("2023-24",), "section")


def test_an_axis_of_years_has_no_gaps_and_counts_targets(yard: Book) -> None:
    found = timeline(yard, "year")

    assert [(t.column.key, t.targets) for t in found.tallies] == [("2023-24", 0), ("2024-25", 1)]


def test_a_target_comes_with_its_baseline_and_one_without_a_year_last(yard: Book) -> None:
    due, someday = timeline(yard, "year").targets

    assert (due.year, [b.written for b in due.baselines]) == ("2024-25", ["25 percent"])
    assert (someday.year, someday.of[0].label) == ("", "Safe play")


def test_a_column_and_a_lane_open_to_their_actions(district_book: Book) -> None:
    found = timeline(district_book)

    assert [e.item.label for e in found.running("longTerm")] == ["Open a family desk at each school"]
    assert len(found.running("none")) == found.undated
    assert len(found.running(span=found.lanes[0].key)) == found.lanes[0].actions


@pytest.mark.parametrize(
    ("wanted", "actions"),
    [
        (Wanted(plan="department"), 1),
        (Wanted(unit="families"), 2),
        (Wanted(target="master/rec1"), 1),
        (Wanted(target="master/rec2"), 1),
        (Wanted(plan="master", parts=True), 4),
        (Wanted(plan="none"), 0),
    ],
)
def test_actions_are_chosen(district_book: Book, wanted: Wanted, actions: int) -> None:
    assert len(timeline(district_book, "horizon", wanted).entries) == actions


def test_targets_are_chosen_with_the_actions(yard: Book) -> None:
    assert not timeline(yard, "year", Wanted(unit="grounds")).targets
    assert len(timeline(yard, "year", Wanted(target="yard/shade")).targets) == 1


def test_choices_are_what_actions_have(district_book: Book) -> None:
    found = choices(district_book)

    assert [u.label for u in found.units] == ["Family Services", "Safety Office"]
    assert {t.id for t in found.targets} == {"master/rec1", "master/rec2", "master/lcap1"}


def test_an_unknown_axis_is_told(district_book: Book) -> None:
    with pytest.raises(UsageError, match="horizon or year"):
        timeline(district_book, "colour")
