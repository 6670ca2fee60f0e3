"""An answer takes the form that its question wants: figures, sides, a thread, groups, or a list in pages."""

from dataclasses import replace

from graph.answer_parts import Conflict, Known, laid_out
from graph.links import read_links
from graph.listing import list_items
from graph.model import Answer, AnswerItem, Evidence
from graph.store import Store

ID = "https://w3id.org/goldenthread/id/"
PLACE = Evidence("plan.txt", 3, 4, None, "a desk")


def _item(value: str, iri: str = "", kind: str = "Action", basis: str = "stated") -> AnswerItem:
    return AnswerItem(value, ID + iri if iri else None, kind, basis, 1.0, (PLACE,))  # type: ignore[arg-type]


def _answer(*items: AnswerItem, question: str = "Which?", kind: str = "list") -> Answer:
    return Answer(question, "answered", "Read so", kind, items)  # type: ignore[arg-type]


def _known(store: Store) -> Known:
    return Known.of(store, list_items(store), read_links(store))


def test_numbers_of_things_are_figures_with_the_greatest_marked() -> None:
    laid = laid_out(_answer(_item("Arts: 3 schools"), _item("Band: 1,200 schools")), Known())

    assert laid.shape == "figures"
    assert [(f.name, f.figure, f.greatest) for f in laid.figures] == [
        ("Arts", "3", False),
        ("Band", "1,200", True),
    ]


def test_figures_that_are_equal_have_no_greatest() -> None:
    laid = laid_out(_answer(_item("A: 2 actions"), _item("B: 2 actions")), Known())

    assert not any(f.greatest for f in laid.figures)


def test_the_sides_of_a_comparison_are_columns_and_nothing_is_lost() -> None:
    columns = [{"about": "Plan A", "items": ["one"]}, {"about": "Plan B", "items": ["two", "three"]}]
    answer = _answer(_item("one"), _item("two"), _item("three"), _item("four"), kind="compare")
    noted = replace(answer, explanation={"columns": columns}, notes=("Plan A: 1 shown.", "Mind the year."))

    laid = laid_out(noted, Known())

    assert laid.shape == "sides"
    shown = [(p.title, [i.value for i in p.items]) for p in laid.parts]
    assert shown == [("Plan A", ["one"]), ("Plan B", ["two", "three"]), ("", ["four"])]
    assert laid.notes == ("Mind the year.",)


def test_a_path_is_a_thread_of_stations_by_kind_with_the_weakest_ground() -> None:
    items = (_item("m", kind="Metric"), _item("a"), _item("b", basis="section"), _item("g", kind="Goal"))

    laid = laid_out(_answer(*items, kind="path"), Known())

    assert laid.shape == "thread"
    assert [(p.title, len(p.items), p.basis) for p in laid.parts] == [
        ("Metric", 1, "stated"),
        ("Action", 2, "section"),
        ("Goal", 1, "stated"),
    ]


def test_what_is_asked_for_each_thing_is_grouped_by_it(district: Store) -> None:
    items = (_item("Train", "master/action1"), _item("Desk", "master/action2"))
    answer = _answer(*items, question="Which actions does each recommendation have?")

    laid = laid_out(answer, _known(district))

    assert laid.shape == "groups"
    assert [[i.value for i in p.items] for p in laid.parts] == [["Train"], ["Desk"]]
    assert laid.parts[0].title.startswith("Recommendation 1")


def test_a_record_between_two_things_joins_them(district: Store) -> None:
    items = (_item("Greek", "greek", "Program"), _item("Arts", "arts", "Program"))
    answer = _answer(*items, question="Which programs does every school offer?")

    laid = laid_out(answer, _known(district))

    titles = {p.title: [i.value for i in p.items] for p in laid.parts}
    assert titles["Elm Elementary"] == ["Greek", "Arts"]


def test_long_lists_come_in_pages() -> None:
    answer = _answer(*(_item(f"Action {n}") for n in range(45)))

    second = laid_out(answer, Known(), at=2)

    assert (second.at, second.last, second.first) == (2, 3, 21)
    assert next(i.value for p in second.parts for i in p.items) == "Action 20"
    assert laid_out(answer, Known(), at=99).at == 3


def test_notes_of_contradictions_are_told_apart() -> None:
    known = Known(conflicts=(Conflict(ID + "c1", "Two numbers for one goal"),))
    answer = replace(_answer(_item("x")), notes=("On “x”: Two numbers for one goal", "Read so", "Else."))

    laid = laid_out(answer, known)

    assert laid.conflicts == (("On “x”: Two numbers for one goal", ID + "c1"),)
    assert laid.notes == ("Else.",)


def test_yes_or_no_is_said_only_where_it_is_asked() -> None:
    compared = replace(_answer(_item("A: 1 action"), _item("B: 2 actions"), kind="compare"), boolean=False)

    assert laid_out(replace(compared, question="Does A have more than B?"), Known()).verdict is False
    assert laid_out(replace(compared, question="Which has more, A or B?"), Known()).verdict is None


def test_an_answer_without_items_shows_nothing() -> None:
    assert laid_out(_answer(), Known()).shape == "nothing"
