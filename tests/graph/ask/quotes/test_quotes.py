"""A sentence, cell or list is quoted where no typed fact answers, and only if it says what is asked for."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.model import Answer, Evidence
from graph.passages import Passage

PLAN = Path(__file__).parents[1] / "plan.ttl"

Line = tuple[str, str, tuple[int, ...]]


def sentences(*texts: str) -> list[Line]:
    return [(t, "sentence", ()) for t in texts]


AROUND = sentences(  # a word tells the more the fewer sentences hold it
    *(f"{noun} are painted again after the holidays." for noun in ("Doors", "Gates", "Fences", "Benches"))
)


def ask(question: str, *lines: Line) -> Answer:
    passages = [
        Passage(t, Evidence("annex.txt", 50 + n, 50 + n, None, t), "", "annex.txt", kind, above)
        for n, (t, kind, above) in enumerate([*lines, *AROUND])
    ]
    return Engine.open(load_graph(PLAN), passages=passages).answer(question)


def quoted(answer: Answer) -> list[str]:
    assert all(a.basis == "passage" for a in answer.answers)
    return [a.value for a in answer.answers]


BOILER = sentences(
    "The boiler inspection report was approved in March 2019.",
    "Its author, the county engineer, will visit every cellar again.",
)


def test_the_month_is_taken_out_of_the_sentence_that_holds_the_words() -> None:
    answer = ask("In which month and year was the boiler inspection report approved?", *BOILER)

    assert quoted(answer) == ["March 2019"]


def test_a_question_of_a_form_is_no_answer() -> None:
    form = "What does the boiler inspection report recommend to engineers?"

    assert ask(form, *sentences(form)).answers == ()


@pytest.mark.parametrize(
    "question",
    [
        "Who approved the boiler inspection report in April 2019?",  # another month
        "How much did the boiler inspection report cost?",  # no amount
        "Which chimney sweep approved the boiler inspection report?",  # nobody is named
        "When was the sprinkler inspection report approved?",  # another report
        "Where was the boiler inspection report approved?",  # no place
    ],
)
def test_a_sentence_that_lacks_what_is_asked_for_is_not_quoted(question: str) -> None:
    assert ask(question, *BOILER).answers == ()


GARDEN: list[Line] = [
    ("Reasons for turning a lawn into a meadow:", "heading", ()),
    ("Bees find more food", "item", (0,)),
    ("Mowing takes fewer hours", "item", (0,)),
    ("The soil stays moist in summer", "item", (0,)),
    ("The lawn behind the kitchen is mown on Mondays.", "sentence", ()),
]


def test_what_stands_under_a_heading_is_listed_item_by_item() -> None:
    answer = ask("For what reasons is a lawn turned into a meadow?", *GARDEN)

    assert quoted(answer) == [t for t, kind, _ in GARDEN if kind == "item"]
    assert [a.evidence[0].start_line for a in answer.answers] == [51, 52, 53]


def test_a_number_is_quoted_with_what_it_counts() -> None:
    lines = sentences("In spring 40 new beehives arrive on the roof of the gymnasium.")

    assert quoted(ask("How many beehives arrive on the gymnasium roof?", *lines)) == ["40 new beehives"]
    assert ask("How many beekeepers arrive on the gymnasium roof?", *lines).answers == ()


def test_a_span_of_time_counts_nothing_else() -> None:
    lines = sentences("Develop a 3-year plan for beehives on the gymnasium roof.")

    assert ask("How many beehives are on the gymnasium roof?", *lines).answers == ()


def test_a_sentence_that_refers_back_is_quoted_with_the_one_before() -> None:
    lines = sentences(
        "The council will write a charter for the orchard.",
        "This document will guide every harvest festival.",
        "Ladders are kept in the barn.",
    )

    assert quoted(ask("What document will guide the harvest festival?", *lines)) == [
        lines[0][0],
        lines[1][0],
    ]


def test_neither_yes_nor_a_ranking_is_quoted() -> None:
    lines = sentences("The orchard has more pear trees than plum trees.")

    assert ask("Does the orchard have more pear trees than plum trees?", *lines).answers == ()
    assert ask("Which trees does the orchard have the most of?", *lines).answers == ()


def test_a_word_that_stands_in_a_sentence_only_is_no_slip() -> None:
    question = "Which joiner is reeding the chair?"  # the graph knows 'reading'

    assert ask(question).explanation["mended"] == {"reeding": "reading"}
    assert ask(question, *sentences("The joiner is reeding a chair.")).explanation["mended"] == {}


@pytest.mark.parametrize(
    "line",
    [
        "The second wing of the harbor museum houses its curators.",
        "The harbor museum tour is for the 9 th curator.",
        "The harbor museum keeps 8 Curator files.",
    ],
)
def test_ordinals_and_codes_are_no_numbers_of_things(line: str) -> None:
    assert ask("How many curators does the harbor museum have?", *sentences(line)).answers == ()


def test_a_number_before_a_plural_is_quoted() -> None:
    answer = ask(
        "How many curators does the harbor museum have?", *sentences("The harbor museum has 8 curators.")
    )

    assert quoted(answer) == ["8 curators"]


@pytest.mark.parametrize(("asked", "sayable"), [("oldest", False), ("latest", False), ("painted", True)])
def test_no_sentence_about_one_thing_says_that_it_is_the_oldest(
    plans: Engine, asked: str, sayable: bool
) -> None:
    search = plans.decider.passages
    wanted = search.wanted(plans.read(f"Which of the schools has the {asked} boiler?"))

    assert search.gates.sayable(wanted) is sayable


CREW = sentences(
    "The night crew roster grows to include bakers and millers.",
    "The lighthouse lamp is tested on a weekly basis.",
    "The council looks for harvest helpers in the form of pickers, carters, or weighers.",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which workers does the roster of the night crew include?", ["bakers", "millers"]),
        ("night crew roster - which workers were added", ["bakers", "millers"]),
        ("How often is the lighthouse lamp tested?", ["on a weekly basis"]),
        ("I like the sea. With what frequency do they test the lighthouse lamp?", ["on a weekly basis"]),
        (
            "When the council goes looking for harvest helpers, in what forms does it want them?",
            ["pickers", "carters", "weighers"],
        ),
    ],
)
def test_the_smallest_span_that_answers_is_quoted(question: str, said: list[str]) -> None:
    answer = ask(question, *CREW)

    assert quoted(answer) == said
    assert all(a.value in (a.evidence[0].quote or "") for a in answer.answers)


@pytest.mark.parametrize(
    "question",
    [
        "Which painters does the lighthouse lamp need?",  # no painters are told
        "How often is the lighthouse closed?",  # not how often this is done
        "Who tests the lighthouse lamp?",  # nobody is named
        "amount of the lighthouse lamp?",  # the thing asked for is not said
        "What is the wattage of the lighthouse lamp?",
    ],
)
def test_what_is_not_told_is_not_quoted(question: str) -> None:
    assert ask(question, *CREW).answers == ()


def test_what_is_told_around_a_question_in_words_of_its_own_is_passed_over() -> None:
    story = "We came home late. How often is the lighthouse lamp tested?"

    assert quoted(ask(story, *CREW)) == ["on a weekly basis"]


def test_no_sentence_answers_several_questions() -> None:
    assert ask("How often is the lighthouse lamp tested, and who pays for what?", *CREW).answers == ()


def test_what_says_only_what_is_told_beside_a_question_is_not_quoted() -> None:
    question = "I work with the night crew roster. What does the treasurer explain about it?"

    assert ask(question, *CREW).answers == ()
