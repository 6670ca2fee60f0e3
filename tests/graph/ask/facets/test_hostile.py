"""Hostile and endless questions over any graph get an answer or a refusal, in good time and without harm."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ask.engine import Engine

WORDS = st.sampled_from(
    ["which", "paintings", "most", "than", "each", "per", "not", "between", "5", "1900", "kg", "names", "of",
     "or", "Red", "Gate", "\x00", "}", "?x", "DROP ALL", "\u202e", "how many", "height", "€", "in"]
)  # fmt: skip
KEPT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@KEPT
@given(words=st.lists(WORDS, max_size=25))
def test_any_words_are_answered_or_refused(museum: Engine, words: list[str]) -> None:
    answer = museum.answer(" ".join(words))

    assert answer.status in ("answered", "empty", "unanswerable")
    assert "DROP" not in answer.sparql


@pytest.mark.parametrize("text", ["", "   ", "?", "Which paintings " * 700, "5 " * 3000, "not " * 500])
def test_endless_and_empty_questions_are_answered_or_refused(museum: Engine, text: str) -> None:
    assert museum.answer(text).status in ("answered", "empty", "unanswerable")
