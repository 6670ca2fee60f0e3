"""A short form fits the words whose initials it has, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.short_forms import expansion_before, fits, singular, split_bracket

_WORDS = st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("SSC", "School Site Council"),
        ("SSCs", "School Site Councils"),
        ("PAC", "Parents and Community"),
        ("MTSS", "Multi-Tiered System of Supports"),
        ("R&D", "Research and Development"),
        ("ConApp", "Consolidated Application"),
        ("TALE", "Talented and Lively"),  # the word for the last letter is left out
        ("STEM/STEAM", "Science, Technology, Engineering (Arts) and Math"),
        ("CIC", "Child Index of Care"),
    ],
)
def test_initials_fit(short: str, words: str) -> None:
    assert fits(short, words)


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("LMN", "School Site Council"),
        ("HR", "Human Nature Resources"),
        ("SSC", "Site Council"),
        ("A", "Arts"),
    ],
)
def test_other_letters_do_not_fit(short: str, words: str) -> None:
    assert not fits(short, words)


@given(_WORDS)
def test_the_initials_of_any_words_fit(words: list[str]) -> None:
    assert fits("".join(w[0] for w in words), " ".join(words), exactly=True)


def test_a_plural_is_no_letter() -> None:
    assert singular("SPSAs") == "SPSA"
    assert singular("SPSA") == "SPSA"
    assert singular("CIAS") == "CIAS"


def test_words_are_found_from_the_bracket_backwards() -> None:
    text = "We thank the members of the Library Care Council"
    start, end = expansion_before(text, "LCC") or (0, 0)

    assert text[start:end] == "Library Care Council"


def test_no_words_are_found_over_the_end_of_a_sentence() -> None:
    assert expansion_before("We like Libraries. Care Council", "LCC") is None


def test_a_short_form_behind_a_name_is_cut_off() -> None:
    assert split_bracket("Library Care Council (LCC)") == ("Library Care Council", "LCC")
    assert split_bracket("Library Care Council (old)") == ("Library Care Council (old)", "")
    assert split_bracket("Spring School (LCC)") == ("Spring School (LCC)", "")


def test_a_small_word_gives_a_letter_only_where_no_other_does() -> None:
    text = "with the Able Artists and Lively Inventors"
    start, end = expansion_before(text, "AALI") or (0, 0)

    assert text[start:end] == "Able Artists and Lively Inventors"


def test_a_text_far_too_long_for_a_name_fits_no_short_form() -> None:
    assert not fits("ABC", "Able Boards of " + "the very many " * 2000 + "Children")
