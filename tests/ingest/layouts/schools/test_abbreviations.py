"""Short forms are read with the expansions that the document gives them, and no others."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("We meet the Library Care Council (LCC) often.", "LCC", "Library Care Council"),
        ("Our LCC (Library Care Council) met.", "LCC", "Library Care Council"),
        ("All School Reading Circles (SRCs) met.", "SRC", "School Reading Circles"),
        ("LCC – Library Care Council", "LCC", "Library Care Council"),
        ("LCC\tLibrary Care Council", "LCC", "Library Care Council"),
        ("- a Reading\n- Room Helper (RRH), a Night Guard (NG)", "RRH", "Reading Room Helper"),
        ("We use the Singing and\nRiding Index (SRI).", "SRI", "Singing and Riding Index"),
    ],
)
def test_an_expansion_is_read(read: Read, text: str, short: str, words: str) -> None:
    assert (short, words) in list(read(text).facts("Abbreviation", "shortForm", "expansion"))


@pytest.mark.parametrize(
    "text",
    ["The Night School (LCC) met.", "Maple Elementary (K-8)", "We sang (LOUD) songs.", "Read (see LCC)."],
)
def test_no_expansion_is_guessed(read: Read, text: str) -> None:
    assert read(text).labels("Abbreviation") == []


def test_the_evidence_is_the_words_and_the_short_form(read: Read) -> None:
    plan = read("We meet the Library **Care** Council (LCC) often.")

    assert plan.quotes(plan.item("Abbreviation")) == ["Library **Care** Council (LCC)"]


def test_one_expansion_in_two_places_is_one_item(read: Read) -> None:
    plan = read("The Library Care Council (LCC) met.\n\nThe Library Care Council (LCC) sang.")

    assert plan.labels("Abbreviation") == ["Library Care Council (LCC)"]
    assert len(plan.item("Abbreviation").evidence) == 2


def test_two_expansions_are_a_conflict(read: Read) -> None:
    plan = read("The Library Care Plan (LCP) is old.\n\nThe Library Care Program (LCP) is new.")

    [conflict] = plan.findings.items("Conflict")
    assert [str(k) for k in conflict.get("conflictKind")] == ["expansion"]
    assert {i.label for i in conflict.get("about")} == {
        "Library Care Plan (LCP)",
        "Library Care Program (LCP)",
    }


def test_two_spellings_are_no_conflict(read: Read) -> None:
    plan = read("The Library and Care Plan (LCP) is old.\n\nThe Library Care Plans (LCPs) are new.")

    assert plan.labels("Conflict") == []


def test_words_left_out_in_a_list_are_understood(read: Read) -> None:
    plan = read("We teach French Dual Language Immersion (FDLIP) and Korean (KDLIP).")

    assert ("KDLIP", "Korean Dual Language Immersion", "inferred") in list(
        plan.facts("Abbreviation", "shortForm", "expansion", "basis")
    )


def test_a_council_is_an_organization(read: Read) -> None:
    plan = read("The Library Care Council (LCC) and Reading Room Hours (RRH).")

    assert plan.labels("Organization") == ["Library Care Council"]


def test_another_spelling_of_the_words_gives_no_second_expansion(read: Read) -> None:
    plan = read("The Library-Care Council (LCC) met.\n\nThe library care council (LCC) sang.")

    assert list(plan.facts("Abbreviation", "expansion")) == [("Library-Care Council",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our council (Library Care Council (LCC)) met.", "Library Care Council"),
        ('They said ""Library"",""Care Council (CC) of old', "Care Council"),
    ],
)
def test_brackets_and_quotes_are_no_part_of_an_expansion(read: Read, text: str, words: str) -> None:
    assert list(read(text).facts("Abbreviation", "expansion")) == [(words,)]


def test_a_stray_word_among_capitals_is_no_part_of_an_expansion(read: Read) -> None:
    assert read("The Library needs Care Council (LCC) met.").labels("Abbreviation") == []


def test_a_word_more_at_the_end_is_no_conflict(read: Read) -> None:
    plan = read("The Library Care Council Office (LCC) met.\n\nThe Library Care Council (LCC) sang.")

    assert plan.labels("Conflict") == []


def test_a_kind_of_body_is_no_body(read: Read) -> None:
    assert read("Each Local Educational Agency (LEA) sings.").labels("Organization") == []
