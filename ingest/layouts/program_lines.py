"""Reads lists of programs with their schools, or of schools with their programs: 'Montessori: A, B'."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Block, Heading, ListItem, Paragraph, Table
from ingest.findings import Findings
from ingest.layouts.program_chart import program_kind
from ingest.layouts.school_cells import States, is_name
from ingest.layouts.school_columns import level_of_words
from ingest.layouts.school_facts import Placed, known_schools, offers
from ingest.layouts.school_grid import says
from ingest.school_lists import SchoolEntry, school_entries
from ingest.school_names import levels_of_grades, school_name
from ingest.source import Text

__all__ = ["recognise"]

_LINE = re.compile(r"^(?P<head>[^:–—|]{3,60}?)\s*(?::|\s[–—-]\s|\|)\s*(?P<rest>\S.*)$", re.DOTALL)
_BETWEEN = re.compile(r"\s*[,;](?![^()]*\))\s*(?:and\s+)?")
_BRACKET = re.compile(r"\s*\((?P<in>[^()]*)\)\s*$")
_LEAST = 2
_OF_ANY = ("magnet", "academies")  # kinds that name no program by themselves
_MOST_WORDS = 6  # of a program's name


def recognise(findings: Findings) -> None:
    """Add what lines under a heading about programs say of the schools that offer them."""
    heading = Text()
    states = States.told(())
    _under_programs(findings, states)
    for block in findings.document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, ListItem | Paragraph) and says("about_programs", str(heading).lower()):
            for text in (block.lines or (block.text,)) if isinstance(block, Paragraph) else (block.text,):
                for school, program, status in _said(findings, text, states):
                    offers(findings, Placed(school.name), program, status, [school.place, program])


def _under_programs(findings: Findings, states: States) -> None:
    """Add the schools of each list that stands under the name of a program."""
    program, items = Text(), list[Text]()
    for block in (*findings.document.blocks, Heading(Text(), 0)):
        listed = _listed(findings, block) if program else []
        items.extend(listed)
        if listed or (isinstance(block, Paragraph) and not items and not _program_of(block.text)):
            continue  # what a heading's first paragraph says of the program
        _offered(findings, program, items, states)
        program, items = Text() if isinstance(block, Table) else _program_of(block.text), []


def _listed(findings: Findings, block: Block) -> list[Text]:
    """Return the items of a list, or the lines of a paragraph that each begin with a school."""
    if isinstance(block, ListItem):
        return [block.text]
    known = known_schools(findings)
    lines = list(block.lines or (block.text,)) if isinstance(block, Paragraph) else []
    return lines if all(_first_school(line, known) for line in lines) else []


def _offered(findings: Findings, program: Text, items: Sequence[Text], states: States) -> None:
    """State that the schools of a list offer a program, where nearly each item begins with a school."""
    known = known_schools(findings)
    found = [(school, item) for item in items if (school := _first_school(item, known))]
    if not program or len(found) < _LEAST or 3 * len(found) < 2 * len(items):
        return
    for school, item in found:
        bracket = next(iter(re.findall(r"\(([^()]*)\)", str(item))), "")
        said = bracket or str(item)[len(school) :]
        if not says("neither", said.lower()):
            offers(findings, Placed(school), program, states.of(said) or "existing", [item, program])


def _first_school(item: Text, known: frozenset[tuple[str, ...]]) -> Text:
    """Return the school with which an item of a list begins: 'Hill Elementary, grades K to 5'."""
    end = item.search(r"\s*(?:[,(:;|]|\s[-–—]\s)")
    name = (item[: end.start()] if end else item).strip(" .*†‡•")
    read = school_name(str(name))
    sure = (read.levels and read.base) or read.base in known
    return name if sure and is_name(str(name)) and not level_of_words(str(name)) else Text()


def _program_of(heading: Text) -> Text:
    """Return the program that a heading names, without words such as 'Schools' and 'Sites' behind it."""
    year = heading.search(r"^\s*(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d\s+")
    name = heading[year.end() :] if year else heading
    ends = name.search(r"\s+(?i:programs?|schools|sites|locations|campuses)\s*$")
    name = (name[: ends.start()] if ends else name).strip(" :")
    kind = program_kind(str(name))
    named = kind and kind not in _OF_ANY and len(str(name).split()) <= _MOST_WORDS
    return name if named and re.match(r"[A-Z\d]", str(name)) else Text()


def _said(findings: Findings, text: Text, states: States) -> Iterator[tuple[SchoolEntry, Text, str]]:
    """Yield the school, the program and the status of each statement of a line."""
    line = text.search(_LINE)
    if line is None:
        return
    head, rest = text.group(line, "head").strip(), text.group(line, "rest").strip(" .")
    known = known_schools(findings)
    if over := _schools(head, known):
        programs = [_stated(part, states) for part in rest.split(_BETWEEN)]
        if len(over) == 1 and all(status is not None and _is_program(name) for name, status in programs):
            yield from ((over[0], name, status or "") for name, status in programs)
    elif _is_program(head):
        for school in _schools(rest, known):
            status = _status(str(school.mark), states)
            if status is not None:
                yield school, head, status


def _schools(text: Text, known: frozenset[tuple[str, ...]]) -> Sequence[SchoolEntry]:
    """Return the schools of a list; nothing where one part of it is no school."""
    entries = school_entries(text, known)
    sure = all(
        is_name(str(e.name)) and (school_name(str(e.name)).levels or school_name(str(e.name)).base in known)
        for e in entries
    )
    return entries if sure else []


def _stated(part: Text, states: States) -> tuple[Text, str | None]:
    """Return a program's name and the status in the bracket behind it."""
    part = part.strip()
    bracket = part.search(_BRACKET)
    if bracket is None:
        return part, "existing"
    status = _status(bracket["in"], states)
    return (part[: bracket.start()], status) if states.of(bracket["in"]) is not None else (part, status)


def _status(words: str, states: States) -> str | None:
    """Return what a bracket says of a program; None where it denies it or says that it ends."""
    if not words or levels_of_grades(words):
        return "existing"
    stated = states.of(words)
    return None if says("neither", words.lower()) else (stated or "existing")


def _is_program(text: Text) -> bool:
    """Tell whether words are the name of a program, by the word list of kinds of programs."""
    words = str(text).split()
    named = len(words) <= _MOST_WORDS and re.match(r"[A-Z\d]", str(text)) is not None
    return named and bool(program_kind(str(text)) or re.search(r"\b(?:Academy|Program|Center)$", str(text)))
