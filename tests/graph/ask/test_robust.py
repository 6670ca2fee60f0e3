"""Hostile and random questions get an answer or a refusal, never an error or a query of their own."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ask.engine import Engine

WORDS = st.sampled_from(
    ["which", "actions", "rec", "2", "#", "no", "most", "only", "Pinecrest", "per", "unit", "\x00", "}", "🚌",
     "' OR 1=1", "?x", "DROP ALL", "2018-19", "both", "how many", "Rising", "than", "who", "\u202e",
     "long-term"]
)  # fmt: skip
KEPT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@KEPT
@given(question=st.text(max_size=300))
def test_any_text_is_answered_or_refused(plans: Engine, question: str) -> None:
    assert plans.answer(question).status in ("answered", "empty", "ambiguous", "unanswerable")


@KEPT
@given(words=st.lists(WORDS, max_size=25))
def test_any_words_of_the_field_are_answered_or_refused(plans: Engine, words: list[str]) -> None:
    answer = plans.answer(" ".join(words))

    assert answer.status in ("answered", "empty", "ambiguous", "unanswerable")
    assert "DROP" not in answer.sparql


def test_a_very_long_question_is_read(plans: Engine) -> None:
    assert plans.answer("Which actions " * 1000).question


def test_a_query_in_a_question_stays_words(plans: Engine) -> None:
    answer = plans.answer("Which actions } UNION { ?s ?p ?o } support recommendation 1?")

    assert "UNION" not in answer.sparql
