"""Reads sentences about the room that schools and programs have, and where and when they are to grow."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.findings import Findings, Named
from ingest.layouts.program_words import program_names, programs_named, speaks_of_programs
from ingest.layouts.prose import Passage, passages, sentences
from ingest.layouts.school_year import school_years
from ingest.school_book import SchoolBook
from ingest.source import Text
from ingest.wording import wording

__all__ = ["in_context", "recognise"]

_MOST_WORDS = 100  # what runs on for longer is no sentence but rows of a file that is no text


def recognise(findings: Findings) -> None:
    """Add each planning sentence with the schools, programs and school years that it is about."""
    book = SchoolBook.of(findings)
    known = program_names(findings)
    for passage in passages(findings.document):
        for sentence, context in in_context(passage, known):
            if _capacity().search(str(sentence)):
                schools = book.named_in(sentence)
                if schools or speaks_of_programs(sentence):
                    _add(findings, sentence, context, schools, known)


@cache
def _capacity() -> re.Pattern[str]:
    return re.compile("|".join(wording("planning")["capacity"]), re.IGNORECASE)


@cache
def _takes_up() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('planning')['takes_up'])})\b", re.IGNORECASE)


def _add(
    findings: Findings, sentence: Text, context: Sequence[Text], schools: Sequence[Text], known: set[str]
) -> None:
    """Add one statement; it must be about a school or a program, by name or by what stands before it."""
    named = programs_named(sentence, known)
    takes_up = schools or _takes_up().search(str(sentence))
    programs = named or (context if takes_up else [])
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


def in_context(passage: Passage, known: set[str]) -> Iterator[tuple[Text, list[Text]]]:
    """Yield the sentences, each with the program that it takes up from those before, or the heading."""
    before = programs_named(passage.heading, known)[:1]
    for sentence in sentences(passage.text):
        if len(str(sentence).split()) <= _MOST_WORDS:
            yield sentence, before
            before = programs_named(sentence, known)[-1:] or before
