"""Reads sentences that say at which schools a program is offered, such as 'A and B offer AVID'."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.document import ListItem
from ingest.findings import Findings, Item, Named
from ingest.layouts.feeder_sentences import name_schools
from ingest.layouts.program_chart import program_kind
from ingest.layouts.program_words import program_names, programs_named
from ingest.layouts.prose import passages, sentences
from ingest.layouts.school_facts import Placed, offers
from ingest.layouts.school_grid import says
from ingest.resolution import Resolution
from ingest.resolve import resolve
from ingest.school_book import SchoolBook
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_LONGEST = 400  # characters of a sentence
_ARTICLE = re.compile(r"^\s*(?:(?:the|a|an|our|its)\s+)?", re.IGNORECASE)
_MOST_WORDS = 6  # of a program's name


def recognise(findings: Findings) -> None:
    """Add an offering for each school and program of such a sentence that nothing else has stated."""
    said = [(s, sides) for s in _sentences(findings) if (sides := _sides(s))]
    known = program_names(findings)
    for sentence, (_, of_programs) in said:
        if _programs(of_programs, known):
            name_schools(findings, sentence)
    book = SchoolBook.of(findings)
    for sentence, (of_schools, of_programs) in said:
        programs = _programs(of_programs, known)
        schools = book.named_in(of_schools)
        if programs and schools and not book.named_in(of_programs):
            _state(findings, sentence, schools, programs)


def _sentences(findings: Findings) -> Iterator[Text]:
    items = (block.text for block in findings.document.blocks if isinstance(block, ListItem))
    texts = dict.fromkeys((*(p.text for p in passages(findings.document)), *items))
    for text in texts:
        yield from (s for s in sentences(text) if len(s) <= _LONGEST and not says("doubt", str(s).lower()))


def _sides(sentence: Text) -> tuple[Text, Text] | None:
    """Return the part of a sentence that names schools, and the part that names programs."""
    verbs = wording("school_tables")
    if verb := sentence.search(_pattern(tuple(verbs["offered_at"]))):
        return _clause(sentence[verb.end() :]), sentence[: verb.start()]
    if verb := sentence.search(_pattern(tuple(verbs["offer"]))):
        return sentence[: verb.start()], _clause(sentence[verb.end() :])
    return None


def _programs(side: Text, known: set[str]) -> list[Text]:
    """Return the programs that a side names, or the one that the whole of it is the name of."""
    if named := programs_named(side, known):
        return named
    article = side.search(_ARTICLE)
    name = side[article.end() if article else 0 :].strip(" .,")
    is_one = program_kind(str(name)) and len(str(name).split()) <= _MOST_WORDS
    return [name] if is_one and re.match(r"[A-Z]", str(name)) else []


def _clause(side: Text) -> Text:
    """Return the words of a side before it goes on to speak of something else."""
    end = side.search(_goes_on())
    return side[: end.start()] if end else side


def _state(findings: Findings, sentence: Text, schools: Sequence[Text], programs: Sequence[Text]) -> None:
    status = "proposed" if says("coming", str(sentence).lower()) else "existing"
    names = resolve({"": findings})
    stated = [_ends(names, item) for item in findings.items("ProgramOffering")]
    for school in schools:
        found = names.of("", Named("School", str(school).strip()))
        label = found.label if found else str(school)
        for program in programs:
            if (label, str(program).lower()) not in stated:
                offers(findings, Placed(school), program, status, [sentence])


def _ends(names: Resolution, item: Item) -> tuple[str, str]:
    """Return the school and the program of an offering by the names that the document gives them."""
    school = next((v for v in item.get("atSchool") if isinstance(v, Named)), None)
    program = next((v.label for v in item.get("ofProgram") if isinstance(v, Item)), "")
    found = names.of("", school) if school else None
    return (found.label if found else school.name if school else "", program.lower())


@cache
def _pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b", re.IGNORECASE)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile("|".join(wording("school_tables")["goes_on"]), re.IGNORECASE)
