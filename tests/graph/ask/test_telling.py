"""What is told around a question is put aside; what the question needs stays."""

import pytest

from graph.ask.lexicon import Language
from graph.ask.telling import Telling
from graph.ask.tokens import tokenise

LANGUAGE = Language.english()
KNOWN = {"garden", "harvest", "fair", "closur", "mentor", "rose", "price"}


def _kept(text: str, named: str = "") -> str:
    tokens = LANGUAGE.without_courtesy(tokenise(text))
    common = LANGUAGE.stopwords | LANGUAGE.light

    def worth(at: int) -> int:
        word = tokens[at].stem
        return int(word not in LANGUAGE.stopwords) if word in common else 2 + (word in KNOWN)

    places = frozenset(i for i, t in enumerate(tokens) if t.text in named.split())
    said = Telling.english().of(tokens, text, places, worth)
    return " ".join(t.text for i, t in enumerate(tokens) if i not in said)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "My neighbor told me that a harvest fair is coming. Who prepares it?",
            "a harvest fair is coming Who prepares it",
        ),
        ("I hear there is a fair. Who runs it?", "a fair Who runs it"),
        ("Money is tight. Which gardens have a harvest fair?", "Which gardens have a harvest fair"),
        ("I have two dogs. Which gardens have a harvest fair?", "Which gardens have a harvest fair"),
        ("For my report to the union, which garden has roses?", "which garden has roses"),
        ("Before our next meeting, what is the price of the roses?", "what is the price of the roses"),
        ("A parent asked me which garden has roses. What do I say?", "which garden has roses"),
        ("My aunt is ill, so I must hurry: who mentors the garden fair?", "who mentors the garden fair"),
    ],
)
def test_what_is_only_told_is_put_aside(text: str, kept: str) -> None:
    assert _kept(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "I grow roses at the harvest fair. Who pays for it?",  # 'it' stands for what was told
        "When we close a garden, which gardens take its roses?",
        "If I were a mentor, what harvest would I get?",
        "Roses need mentors. With what harvest?",
        "The rose garden takes part in the fair. Why?",
        "Which garden did my aunt say has roses?",
    ],
)
def test_what_the_question_needs_stays(text: str) -> None:
    tokens = LANGUAGE.without_courtesy(tokenise(text))
    assert set(_kept(text).split()) >= {t.text for t in tokens if t.stem in KNOWN}


def test_names_stay_wherever_they_stand() -> None:
    assert "Oak" in _kept("I teach at Oak. Which gardens take roses from the harvest?", named="Oak")
    assert (
        _kept("A parent at Oak asked me who mentors the garden.", named="Oak") == "Oak who mentors the garden"
    )


def test_a_mere_story_stays_as_it_is() -> None:
    assert _kept("I have two dogs and my aunt is ill") == "I have two dogs and my aunt is ill"


def test_what_is_added_to_a_question_stays() -> None:
    assert _kept("Which garden has roses? Also show likely ones.").endswith("Also show likely ones")
    assert (
        _kept("Which garden has roses at the fair? I need it by Friday.")
        == "Which garden has roses at the fair"
    )
