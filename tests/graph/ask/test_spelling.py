"""Slips, clipped words and courtesy: what is mended or put aside before a question is read."""

import pytest

from graph.ask.lexicon import Language
from graph.ask.spelling import Spelling
from graph.ask.tokens import tokenise

LANGUAGE = Language.english()
SPELLING = Spelling.of(["The superintendent opens a garden", "Ed Hall"], LANGUAGE.words())


def _mended(text: str) -> list[str]:
    return [t.stem for t in SPELLING.mend(tokenise(text), LANGUAGE.chat)[0]]


def test_clipped_word_is_written_out() -> None:
    assert _mended("the Supe's garden") == [t.stem for t in tokenise("the superintendent garden")]


def test_name_in_capitals_is_no_clipped_word() -> None:
    assert _mended("SEC") == ["sec"]


def test_word_of_a_name_is_no_clipped_word() -> None:
    assert _mended("Ed Hall")[0] == "ed"


@pytest.mark.parametrize(
    "text",
    [
        "Could you please list the gardens",
        "I would be grateful if you could list the gardens",
        "We were wondering if you could kindly list the gardens",
    ],
)
def test_courtesy_is_put_aside(text: str) -> None:
    kept = [t.text for t in LANGUAGE.without_courtesy(tokenise(text))]
    assert kept == ["list", "the", "gardens"]


def test_mere_courtesy_stays() -> None:
    assert LANGUAGE.without_courtesy(tokenise("thank you"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("waht", "what"),
        ("wich", "which"),
        ("acutally", "actually"),
        ("gadren", "garden"),
        ("yesteday", "yesterday"),
    ],
)
def test_slip_in_a_common_word_is_mended(typed: str, meant: str) -> None:
    assert _mended(typed) == [t.stem for t in tokenise(meant)]


@pytest.mark.parametrize("word", ["gardener", "pardon", "harden", "mtss", "dlip"])
def test_right_words_and_unknown_short_ones_are_left_alone(word: str) -> None:
    assert _mended(word) == [t.stem for t in tokenise(word)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fone", "phone"),  # as it is heard
        ("skool", "school"),
        ("recomandashun", "recommendation"),  # several slips
        ("wrot", "wrote"),
        ("realy", "really"),
        ("teh", "the"),
        ("whos", "who's"),
        ("gadnr", "gadnr"),
    ],
)
def test_slips_are_weighed(typed: str, meant: str) -> None:
    assert _mended(typed) == [t.stem for t in tokenise(meant)]


@pytest.mark.parametrize("word", ["ticked", "funders", "furthest", "relabeled", "shuttered", "gardens"])
def test_a_word_that_is_one_is_left_alone(word: str) -> None:
    assert _mended(word) == [t.stem for t in tokenise(word)]


def test_a_rare_word_gives_way_to_a_likelier_one_of_the_plans() -> None:
    spelling = Spelling.of(["The goal of the planning office"], LANGUAGE.words())
    tokens, mended = spelling.mend(tokenise("planing gaol"))
    assert [t.text for t in tokens] == ["planning", "goal"]
    assert set(mended) == {"planing", "gaol"}


@pytest.mark.parametrize(("typed", "meant"), [("witch", "which"), ("dose", "does"), ("collage", "college")])
def test_words_of_one_sound_are_taken_for_each_other_where_no_plan_has_them(typed: str, meant: str) -> None:
    tokens, mended = SPELLING.mend(tokenise(typed), {}, LANGUAGE.alike)
    assert tokens[0].text == meant
    assert mended == {typed: meant}
    known = Spelling.of([f"a {typed} of wood"], LANGUAGE.words())
    assert known.mend(tokenise(typed), {}, LANGUAGE.alike)[0][0].text == typed
