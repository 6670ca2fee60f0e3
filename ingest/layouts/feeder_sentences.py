"""Reads sentences that name which schools feed into which, such as 'A and B feed into C'."""

import re
from functools import cache
from itertools import pairwise, product

from ingest.document import ListItem
from ingest.findings import Findings, Item, Named
from ingest.layouts.prose import passages, sentences
from ingest.layouts.school_grid import says
from ingest.layouts.schools import full_names, listed_names
from ingest.resolution import Resolution
from ingest.resolve import resolve
from ingest.school_book import SchoolBook
from ingest.school_names import LEVELS
from ingest.source import Text
from ingest.wording import wording

__all__ = ["name_schools", "recognise"]

_LONGEST_NAME = 60  # characters
_OTHERS = re.compile(r",?\s+(?:and|while)\s+[^,]*?\b(?:students|graders|graduates|those)\b[^,]*?\sto\s")


def recognise(findings: Findings) -> None:
    """Add a link from each school before the verb of such a sentence to each school behind it."""
    items = (block.text for block in findings.document.blocks if isinstance(block, ListItem))
    texts = dict.fromkeys((*(passage.text for passage in passages(findings.document)), *items))
    said = [
        (s, steps)
        for text in texts
        for s in sentences(text)
        if (verb := _verb(s)) and not _is_open(s) and (steps := _steps(s, verb))
    ]
    for sentence, _ in said:
        name_schools(findings, sentence)
    book = SchoolBook.of(findings)
    names = resolve({"": findings})
    for sentence, steps in said:
        for lower, upper in pairwise(map(book.named_in, steps)):
            for low, high in product(lower, upper):
                if _rises(book, low, high):
                    _link(findings, names, sentence, (low, high))


def _is_open(sentence: Text) -> bool:
    """Tell whether a sentence denies, doubts or proposes what it speaks of."""
    words = str(sentence).lower()
    return says("doubt", words) or says("proposing", words)


def _verb(sentence: Text) -> re.Match[str] | None:
    """Return the words that say that students of one school go on to another, in either direction."""
    if verb := sentence.search(_receives()) or sentence.search(_feeds()):
        return verb
    who, verb_of = _attends()
    verb = sentence.search(verb_of)
    return verb if verb and who.search(str(sentence)[: verb.start()]) else None


def _steps(sentence: Text, verb: re.Match[str]) -> list[Text]:
    """Return the parts of a sentence that name the schools of each step, the lowest first.

    'A feeds B, which feeds C' has three. Where another verb leaves open who goes there, there are none.
    """
    upward = verb.re is not _receives()
    if upward and (other := _OTHERS.search(sentence.value, verb.end())):
        sentence = sentence[: other.start()]  # 'A goes to B, and students of C to D'
    if verb.start() and verb.group()[0].isupper():
        return []  # the label of a line of its own, such as 'Feeds into:'
    ends = [(verb.start(), verb.end())]
    ends += [m.span() for m in _further().finditer(sentence.value, verb.end())] if upward else []
    starts = [0, *(end for _, end in ends)]
    steps = [sentence[a:b] for a, b in zip(starts, [*(s for s, _ in ends), len(sentence)], strict=True)]
    if any(step.search(p) for step in steps for p in (_feeds(), _receives())):
        return []
    if upward and (by := steps[-1].search(r"\b(?:via|through|by way of)\b(?=\s+[A-Z])")):
        steps[-1:] = [steps[-1][by.end() :], steps[-1][: by.start()]]  # 'feeds C via B'
    return steps if upward else steps[::-1]


def name_schools(findings: Findings, sentence: Text) -> None:
    """Name the schools of such a sentence that nothing else has named."""
    noted = {o for m in findings.mentions if m.named.kind == "School" for o in m.text.offsets if o >= 0}
    for name, level in listed_names(sentence):
        if noted.isdisjoint(name.offsets):
            findings.hint(findings.name("School", name), level)
            noted.update(name.offsets)
    for name in full_names(sentence, short=True):
        if noted.isdisjoint(name.offsets):
            findings.name("School", name)
            noted.update(name.offsets)


def _link(findings: Findings, names: Resolution, sentence: Text, schools: tuple[Text, Text]) -> None:
    """Add one link, unless a program's link between the same schools says it already."""
    low, high = (Named("School", str(school).strip()) for school in schools)
    labels = [_label(names, end) for end in (low, high)]
    if labels[0] == labels[1]:
        return
    for item in findings.items("FeederLink"):
        ends = [_label(names, *item.get(prop)) for prop in ("fromSchool", "toSchool")]
        if ends == labels and not (item.get("ofProgram") and _is_of_a_row(item)):
            if not item.get("ofProgram") and sentence not in item.evidence:
                item.evidence.append(sentence)
            return  # a program's link or another line says it already
    for school in schools:
        findings.name("School", school)
    item = findings.add("FeederLink", " to ".join(labels), [sentence], scope=">".join(labels))
    item.set("fromSchool", low).set("toSchool", high)
    item.set("status", Named("Status", "existing")).set("basis", Named("Basis", "stated"))


def _is_of_a_row(item: Item) -> bool:
    """Tell whether a program's link stands in a table, where it says nothing of other students."""
    names = all(len(text) <= _LONGEST_NAME for text in item.evidence)
    return names and item.get("basis") != [Named("Basis", "section")]


def _label(names: Resolution, end: object) -> str:
    """Return what a school is called across the document."""
    if not isinstance(end, Named):
        return ""
    found = names.of("", end)
    return found.label if found else end.name


def _rises(book: SchoolBook, low: Text, high: Text) -> bool:
    """Tell whether students go up from one school to the other, as far as their levels are known."""
    one, other = book.levels(str(low)), book.levels(str(high))
    if not one or not other or LEVELS.index(one[-1]) < LEVELS.index(other[-1]):
        return True
    # An intermediate school may lead to a junior high school, which are both between the others.
    words = [str(name).lower().split()[-1] for name in (low, high)]
    return one == other == ("middle",) and "intermediate" in str(low).lower() and words[0] != words[1]


@cache
def _feeds() -> re.Pattern[str]:
    verbs = "|".join(sorted(wording("planning")["feeds"], key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)


@cache
def _further() -> re.Pattern[str]:
    """Match how a sentence goes on with the schools it named last: ', which feeds', 'and then to'."""
    verbs = _feeds().pattern
    return re.compile(
        rf"\b(?:which|who)\b(?: \w+){{0,3}}? {verbs}|\bthen\b(?: \w+)? (?:{verbs}|to\b)", re.IGNORECASE
    )


@cache
def _receives() -> re.Pattern[str]:
    return _words("receives")


@cache
def _attends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match who attends, and a verb that says so of students alone: 'graders at Hill attend Dale'."""
    return _words("who_attend"), _words("attending")


def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('planning')[kind])})\b", re.IGNORECASE)
