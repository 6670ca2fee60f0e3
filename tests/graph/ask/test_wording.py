"""A reading is told in plain English, with the names that people use."""

import pytest

from graph.ask.engine import Engine
from graph.ask.plural import plural_of

SAID = {
    "Which actions support recommendation 1?": "Actions that support recommendation 1 “Give every pupil",
    "Which actions does Transport lead?": "Actions that are led by Transport",
    "How many actions does Transport lead?": "The number of actions that are led by Transport",
    "Which schools are Rising schools?": "Schools that are in the tier RISING",
    "Which schools have no program?": "Schools that do not offer any programs",
    "Is Oakdale a Rising school?": "Whether Oakdale High School is one of the schools that are in the tier",
    "Which unit leads the most actions?": "Units that lead the most actions",
    "Which elementary schools are Rising schools?": "Elementary schools that are in the tier RISING",
    "How many actions per unit?": "For each of the units, the number of actions",
}


@pytest.mark.parametrize("question", SAID)
def test_says_how_a_question_was_read(plans: Engine, question: str) -> None:
    assert plans.answer(question).interpretation.startswith(SAID[question])


def test_says_which_values_are_shown(plans: Engine) -> None:
    assert plans.answer("What point range defines the Rising tier?").interpretation.endswith(
        "points of RISING"
    )


def test_tells_a_graph_without_a_lexicon_by_its_labels(museum: Engine) -> None:
    told = museum.answer("Which paintings did Ines Calvet paint?").interpretation

    assert told == "Paintings that are painted by Ines Calvet"


@pytest.mark.parametrize(("noun", "many"), [("day", "days"), ("box", "boxes"), ("city", "cities")])
def test_makes_plurals(noun: str, many: str) -> None:
    assert plural_of(noun) == many
