"""That a text which takes something out says no to whether it is in."""

import pytest

from graph.ask.engine import Engine
from graph.ask.exclusions import takes_out
from graph.model import AnswerItem, Evidence


def _item(quote: str) -> AnswerItem:
    return AnswerItem(quote, None, None, "stated", 1.0, (Evidence("budget.txt", 1, 1, None, quote),))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Does the total include fuel?", True),
        ("Is fuel part of the total?", True),
        ("Does the total include tyres?", False),
        ("Does the total exclude fuel?", False),
    ],
)
def test_takes_out_what_is_excluded(plans: Engine, question: str, expected: bool) -> None:
    assert takes_out(plans.read(question), [_item("Total for the buses, excluding fuel")]) is expected
