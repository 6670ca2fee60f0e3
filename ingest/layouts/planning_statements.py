"""Reads sentences about the room that schools and programs have, and where and when they are to grow."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.findings import Findings, Named
from ingest.layouts.program_words import program_names, programs_named, speaks_of_programs
from ingest.layouts.prose import Passage, passages, sentences
from ingest.layouts.school_year import school_years
from ingest.school_book import SchoolBook
from ingest.source import Text
from ingest.wording import wording

__all__ = ["context_of", "recognise"]

_MOST_WORDS = 100  # what runs on for longer is no sentence but rows of a file that is no text


def recognise(findings: Findings) -> None:
    """Add each planning sentence with the schools, programs and school years that it is about."""
    book = SchoolBook.of(findings)
    known = program_names(findings)
    for passage in passages(findings.document):
        for sentence in sentences(passage.text):
            if _capacity().search(str(sentence)) and len(str(sentence).split()) <= _MOST_WORDS:
                schools = book.named_in(sentence)
                if schools or speaks_of_programs(sentence):
                    _add(findings, passage, sentence, schools, known)


@cache
def _capacity() -> re.Pattern[str]:
    return re.compile("|".join(wording("planning")["capacity"]), re.IGNORECASE)


@cache
def _takes_up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('planning')['takes_up'])})\b", re.IGNORECASE)


def _add(
    findings: Findings, passage: Passage, sentence: Text, schools: Sequence[Text], known: set[str]
) -> None:
    """Add one statement; it must be about a school or a program, by name or by what stands before it."""
    named = programs_named(sentence, known)
    takes_up = schools or _takes_up().search(str(sentence))
    programs = named or (context_of(passage, sentence, known) if takes_up else [])
    years = [year for year, _ in school_years(sentence, short=False)]
    if not schools and not programs:
        return
    item = findings.add("PlanningStatement", sentence)
    for school in schools:
        item.set("aboutSchool", findings.name("School", school))
    for program in programs:
        item.set("aboutProgram", findings.name("Program", program))
    if programs and not named:
        item.set("basis", Named("Basis", "section"))
    for year in years:
        item.set("schoolYear", year)


def context_of(passage: Passage, sentence: Text, known: set[str]) -> list[Text]:
    """Return the program that a sentence takes up from the sentences before it, or from the heading."""
    before: list[Text] = []
    for earlier in sentences(passage.text):
        if earlier.offsets[:1] == sentence.offsets[:1]:
            break
        before = programs_named(earlier, known) or before
    return before[-1:] or programs_named(passage.heading, known)[:1]
