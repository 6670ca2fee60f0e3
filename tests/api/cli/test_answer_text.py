"""An answer on the command line says of each item on what basis it stands, and where, each place once."""

import pytest

from api.cli.answer_text import answer_text
from graph.model import Answer, AnswerItem, Basis, Evidence

PLACES = (
    Evidence("plan.txt", 3, 3, None, "Open a <b>desk</b>"),
    Evidence("plan.txt", 3, 3, None, "desk"),
    Evidence("plan.txt", 9, 9, None, "X"),
)


def _text(basis: Basis) -> str:
    item = AnswerItem("Open a desk", None, "Action", basis, 0.71, PLACES)
    return answer_text(Answer("Which?", "answered", "Action", "list", (item,)))


@pytest.mark.parametrize(
    ("basis", "mark"),
    [("stated", "stated"), ("section", "section"), ("inferred", "inferred 0.71"), ("passage", "passage")],
)
def test_every_item_bears_its_basis(basis: Basis, mark: str) -> None:
    assert f"1. Open a desk [{mark}]\n" in _text(basis)


def test_every_place_stands_once_with_its_words() -> None:
    assert _text("stated").count("plan.txt") == 1
    assert "plan.txt, line 3: “Open a desk”" in _text("stated")


def test_what_a_terminal_would_obey_is_left_out() -> None:
    shown = answer_text(Answer("Which\x1b[2J\x07 desk\x9b?", "unanswerable", "None", "list"))

    assert shown.startswith("Which[2J desk?\n")
