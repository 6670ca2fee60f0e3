import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.ask import tokens
from graph.ask.phrases import Pattern, PhraseTable
from graph.ask.spelling import Spelling
from graph.ask.tokens import school_year, stems, tokenise


def test_school_years_have_one_form() -> None:
    assert stems("2018-2019") == stems("2018-19") == stems("2018/19") == ("2018-19",)


@pytest.mark.parametrize("text", ["4-5", "19-18", "2018-20", "x"])
def test_other_ranges_are_no_school_years(text: str) -> None:
    assert school_year(text) is None


def test_hyphens_and_ampersands_do_not_matter() -> None:
    assert stems("Short-Term & Mid-term") == stems("short term and mid term")


def test_tokens_know_their_place() -> None:
    text = "The nurse's office"

    assert [text[t.start : t.end] for t in tokenise(text)] == ["The", "nurse's", "office"]


def test_possessives_are_the_word_itself() -> None:
    assert stems("Pinecrest's") == stems("Pinecrest’s") == stems("Pinecrest")


def test_phrases_are_found_at_their_place() -> None:
    table: PhraseTable[str] = PhraseTable()
    table.add("reading corner", "corner")

    assert [(s.start, s.end, s.meaning) for s in table.find(stems("open a Reading Corner now"))] == [
        (2, 4, "corner")
    ]


def test_patterns_have_gaps_and_alternatives() -> None:
    pattern = Pattern("what does|do * stand for")

    assert list(pattern.find(stems("what does the word HVRL stand for"))) == [frozenset({0, 1, 5, 6})]
    assert not list(pattern.find(stems("where does it stand")))


def test_slips_are_mended_within_a_budget() -> None:
    spelling = Spelling.of(["the recommendation of the library"], [])
    mended, said = spelling.mend(tokenise("recomendation of the lorry"))

    assert said == {"recomendation": "recommendation"}
    assert mended[3].stem == tokenise("lorry")[0].stem


def test_words_of_many_questions_at_once_have_the_stems_that_they_have_alone() -> None:
    ends = ("ational", "ization", "fulness", "iveness", "ing", "ed", "ements", "icate")
    words = [begin + end for begin in ("oper", "rel", "gener", "hop", "commun") for end in ends]
    alone = [tokens._stemmed(word) for word in words]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(tokens._stemmed, words * 40))
    finally:
        sys.setswitchinterval(usual)

    assert together == alone * 40
