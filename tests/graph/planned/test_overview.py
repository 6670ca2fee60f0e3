"""Every plan is listed with what it holds, and what is said of its actions."""

from graph.planned.book import Book
from graph.planned.overview import PlanLine, overview


def _line(book: Book, label: str) -> PlanLine:
    return next(line for line in overview(book).plans if line.plan.label == label)


def test_plans_that_were_read_and_named_are_told_apart(district_book: Book) -> None:
    found = overview(district_book)

    assert {line.plan.label for line in found.held} == {
        "Lindenfeld Master Plan",
        "Family Services Plan 2023-24",
    }
    assert [line.plan.label for line in found.named] == ["Technology Plan"]
    assert found.named[0].named_in[0].label == "Lindenfeld Master Plan"


def test_counts_leave_parts_of_actions_aside(district_book: Book) -> None:
    line = _line(district_book, "Lindenfeld Master Plan")

    assert line.counts["Action"] == 3
    assert line.parts == 1
    assert line.counts["Recommendation"] == 3


def test_shares_say_how_many_actions_are_aligned_owned_and_dated(district_book: Book) -> None:
    shares = {s.name: (s.count, s.of) for s in _line(district_book, "Lindenfeld Master Plan").shares}

    assert shares == {"aligned": (2, 3), "owned": (2, 3), "dated": (2, 3), "measured": (0, 3)}


def test_an_inferred_link_does_not_count_as_alignment(district_book: Book) -> None:
    shares = {s.name: s.count for s in _line(district_book, "Family Services Plan 2023-24").shares}

    assert shares["aligned"] == 0


def test_a_metric_of_the_goal_above_measures_an_action(yard: Book) -> None:
    shares = {s.name: s.count for s in _line(yard, "School Yard Plan 2023-24").shares}

    assert shares["measured"] == 1


def test_editions_name_each_other(yard: Book) -> None:
    new, old = (_line(yard, f"School Yard Plan {year}") for year in ("2023-24", "2022-23"))

    assert [p.label for p in new.earlier] == [old.plan.label]
    assert [p.label for p in old.later] == [new.plan.label]


def test_plans_are_chosen_by_type_and_year(yard: Book) -> None:
    every = overview(yard)

    assert len(every.only("departmentPlan").plans) == 1
    assert len(every.only(year="2022-23").plans) == 1
    assert not every.only("masterPlan").plans
    assert every.years == ("2023-24", "2022-23")
