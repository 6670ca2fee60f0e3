"""Actions with 'yes' or 'no' to additional resources, and nested lists of actions under goals."""

from collections.abc import Callable

from ingest.findings import Findings, Item

One = Callable[[Findings, str, str], Item]
Read = Callable[[str], Findings]


def _answers(found: Findings) -> list[tuple[str, list[object], str]]:
    return [
        (a.label, list(a.get("needsAdditionalResources")), " ".join(map(str, a.get("resourceNote"))))
        for a in found.items("Action")
    ]


def test_rows_cut_by_a_page_s_end(broken: Findings) -> None:
    assert _answers(broken) == [
        ("Teach children to cook in small groups", [True], "Yes – for knives and aprons"),
        ("Buy from farms and other producers nearby", [False], "No – the price is that of last year"),
        ("Weigh what is thrown away each Friday", [False], "No – done by volunteers"),
        ("Plant two new gardens", [True], ""),
        (
            "Repair the oven of the central kitchen and",
            [False],
            "No - paid from the bond measure. Need $ for a new freezer",
        ),
    ]


def test_no_that_asks_for_money_is_a_contradiction(broken: Findings) -> None:
    (conflict,) = broken.items("Conflict")

    assert conflict.get("conflictKind") == ["resources"]
    assert [a.label for a in conflict.get("about") if isinstance(a, Item)] == [
        "Repair the oven of the central kitchen and"
    ]


def test_a_question_left_blank_is_answered_neither_way(twice: Findings) -> None:
    assert {len(a.get("needsAdditionalResources")) for a in twice.items("Action")} == {0}
    assert "Whether the actions take additional resources is left blank." in twice.notes


def _above(found: Findings, prop: str) -> dict[str, str]:
    return {
        a.label: above.label[:30]
        for a in found.items("Action")
        for above in a.get(prop)
        if isinstance(above, Item)
    }


def test_lettered_entries_stand_under_the_goal_whose_text_is_repeated(twice: Findings) -> None:
    under = _above(twice, "underGoal")

    assert under["Lists of books"] == "This goal is about reading in "
    assert under["Circles of talk"] == "This goal is about fairness. I"
    assert under["The talk"] == "This goal is about the leaving"


def test_deeper_entries_are_parts_though_the_marks_repeat(twice: Findings) -> None:
    parts = _above(twice, "partOf")

    assert parts["Days in the forest"] == "One timetable for all schools"
    assert parts["A retreat (each year)"] == "The talk"
    assert parts["Portfolio"] == "A retreat (each year)"
    assert parts["List of offices"] == "Offices"
    assert parts["Visits"] == "Internships"


def test_a_number_whose_text_is_no_goal_is_an_action_under_the_goal_of_that_number(twice: Findings) -> None:
    assert _above(twice, "underGoal")["Draw up a plan for work after school. It will cover:"].startswith(
        "This goal looks at work"
    )
    assert len(twice.items("Goal")) == 4


def test_two_wordings_of_a_goal_are_kept_for_the_report_of_conflicts(twice: Findings, item: One) -> None:
    goal = item(twice, "Goal", "This goal is about fairness")

    assert ["Pact" in alias for alias in goal.aliases] == [True]
    assert len(goal.evidence) >= 2


def test_an_empty_entry_is_noted(twice: Findings) -> None:
    assert "The entry 'd.' is left empty." in twice.notes


def test_numbered_rows_with_answers_keep_them(read: Read) -> None:
    found = read(
        "Department Actions\tAdditional resources needed? Yes/No\n"
        "1. Plant trees\tYes, for soil\n2. Mend benches\tNo\n"
    )

    assert [answer[1:] for answer in _answers(found)] == [([True], "Yes, for soil"), ([False], "")]


def test_bullets_beside_an_answer_are_parts_of_the_row_s_action(read: Read) -> None:
    found = read(
        "Actions\tAdditional resources? Yes/No\n"
        "<p>Plant trees</p><ul><li>buy saplings</li><li>water them</li></ul>\tYes, for soil\n"
        "Mend benches\tNo\n"
    )

    assert _above(found, "partOf") == {"buy saplings": "Plant trees", "water them": "Plant trees"}
    assert _answers(found)[0] == ("Plant trees", [True], "Yes, for soil")
