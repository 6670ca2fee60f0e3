"""Reads what a plan says its short forms stand for, as in 'School Site Council (SSC)'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from ingest.abbreviation_names import same_expansion
from ingest.document import Document, ListItem, Table
from ingest.findings import Findings, Item, Named, fold
from ingest.short_forms import SHORT_FORM, expansion_before, fits, singular
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Expansion", "expansions", "recognise", "running_texts"]

_IN_BRACKETS = re.compile(rf"\(\s*[\"“]?(?P<short>{SHORT_FORM.pattern})[\"”]?\s*\)")
_EXPLAINED = re.compile(rf"(?<![\w&])(?P<short>{SHORT_FORM.pattern})\s*\((?P<words>[^()]{{5,90}})\)")
_ENTRY = re.compile(rf"^(?P<short>{SHORT_FORM.pattern})\s*(?:[-–—:=]\s+)(?P<words>[^.;:]{{5,90}})[.;]?$")
# How many characters before a bracket may hold the words of a short form.
_REACH = 160


@dataclass(frozen=True)
class Expansion:
    """A short form, the words it stands for, and the place where a document says so."""

    short: Text
    words: Text
    place: Text
    implied: tuple[Text, ...] = ()
    """Words that are left out here and stand with a like short form, as in 'A Council (AC), B (BC)'."""


def recognise(findings: Findings) -> None:
    """Add an abbreviation for every expansion, and a conflict where two of them differ."""
    items: dict[str, list[Item]] = {}
    for found in expansions(findings.document):
        short = singular(str(found.short))
        item = findings.add("Abbreviation", f"{found.words} ({short})", [found.place, *found.implied])
        for form in (short, *(short.split("/") if "/" in short else ())):
            item.set("shortForm", form)
        if not item.get("expansion"):  # another spelling of the same words is another name of it
            item.set("expansion", str(found.words))
        item.aliases.extend(a for a in (short, str(found.words)) if a not in item.aliases)
        if found.implied:
            item.set("basis", Named("Basis", "inferred"))
        if item not in items.setdefault(short, []):
            items[short].append(item)
        _organization(findings, found, short)
    for short, several in items.items():
        _conflicts(findings, short, several)


def expansions(document: Document) -> list[Expansion]:
    """Return every expansion that a document gives, in reading order."""
    found = [e for text in running_texts(document) for e in _in_text(text)]
    found.extend(_in_glossaries(document))
    return [*found, *_left_out(document, found)]


def running_texts(document: Document) -> Iterator[Text]:
    """Yield the texts of a document; list items that follow each other also as one text."""
    for before, block in pairwise([None, *document.blocks]):
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row if cell.text)
        elif isinstance(block, ListItem) and isinstance(before, ListItem) and _cut(before.text, block.text):
            yield Text.join([before.text, block.text])
        elif block is not None and block.text:
            yield block.text


def _cut(before: Text, text: Text) -> bool:
    """Tell whether a list item's short form has its first words in the item before it."""
    match = text.search(_IN_BRACKETS)
    if match is None or expansion_before(str(text)[: match.start()], match["short"]):
        return False
    both = f"{before} {text}"[: len(before) + 1 + match.start()]
    place = expansion_before(both, match["short"])
    return place is not None and place[0] <= len(before)


def _in_text(text: Text) -> Iterator[Expansion]:
    for match in _IN_BRACKETS.finditer(str(text)):
        start = max(0, match.start() - _REACH)
        if place := expansion_before(str(text)[start : match.start()], match["short"]):
            words = text[start + place[0] : start + place[1]]
            yield Expansion(text.group(match, "short"), words, text[start + place[0] : match.end()])
    for match in _EXPLAINED.finditer(str(text)):
        if " " in match["words"].strip() and fits(match["short"], match["words"], exactly=True):
            yield Expansion(text.group(match, "short"), text.group(match, "words").strip(), text.group(match))


def _in_glossaries(document: Document) -> Iterator[Expansion]:
    """Yield the entries of a list of short forms: 'ABC – Words', or a row of two cells."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                cells = [c.text for c in row if c.text]
                if len(cells) == 2 and _is_entry(str(cells[0]), str(cells[1])):
                    yield Expansion(cells[0], cells[1], Text.join(cells))
        elif (match := block.text.search(_ENTRY)) and _is_entry(match["short"], match["words"]):
            yield Expansion(block.text.group(match, "short"), block.text.group(match, "words"), block.text)


def _is_entry(short: str, words: str) -> bool:
    if not SHORT_FORM.fullmatch(short) or len(words) > 90 or len(words.split()) < 2:
        return False
    return fits(short, words, exactly=True)


def _left_out(document: Document, found: list[Expansion]) -> Iterator[Expansion]:
    """Yield 'B (BCD)' where 'A C D (ACD)' stands before it, so that 'C D' is understood."""
    known = {str(e.short): e for e in found}
    for text in running_texts(document):
        for match in _IN_BRACKETS.finditer(str(text)):
            reach = max(0, match.start() - _REACH)
            word = re.search(r"[A-Z][\w’'-]+\s*$", str(text)[reach : match.start()])
            if word is None or match["short"] in known:
                continue
            start = reach + word.start()
            if like := _like(match["short"], word.group().strip(), found):
                words = Text.join([text[start : reach + word.end()].strip(), like])
                yield Expansion(text.group(match, "short"), words, text[start : match.end()], implied=(like,))


def _like(short: str, word: str, found: list[Expansion]) -> Text | None:
    """Return the words understood behind a word, from an expansion with the same letters but the first."""
    for e in found:
        other = str(e.short)
        first = e.words.search(r"^\S+\s+")
        if first and other[1:] == short[1:] and len(other) > 3 and word[0] == short[0] != other[0]:
            return e.words[first.end() :]
    return None


@cache
def _body(words: str) -> bool:
    """Tell whether words name a council, a committee or another body."""
    lists = wording("registers")
    small = words.lower()
    if (
        small in lists["not_organizations"]
        or not words[0].isupper()
        or not words.rsplit(maxsplit=1)[-1][0].isupper()
    ):
        return False
    return small.split()[-1] in lists["organizations"] or any(
        small.startswith(begin) or f" {begin}" in small for begin in lists["organizations_begin"]
    )


def _organization(findings: Findings, found: Expansion, short: str) -> None:
    if _body(str(found.words)):
        item = findings.add("Organization", found.words, [found.place])
        item.aliases.extend(a for a in (short, f"{found.words} ({short})") if a not in item.aliases)
        findings.name("Organization", found.words)


def _conflicts(findings: Findings, short: str, items: list[Item]) -> None:
    """Report a short form that is said to stand for two things."""
    for a, b in combinations(items, 2):
        one, two = (str(i.get("expansion")[0]) for i in (a, b))
        if _differ(one, two):
            label = f"{short} is expanded two ways: “{one}” and “{two}”"
            conflict = findings.add("Conflict", label, [*a.evidence[:1], *b.evidence[:1]])
            conflict.set("conflictKind", "expansion").set("about", a).set("about", b).set("comment", label)


def _differ(one: str, two: str) -> bool:
    """Tell whether two expansions are more than two spellings of the same words, or these and one more."""
    if any(fold(a).startswith(f"{fold(b)} ") for a, b in ((one, two), (two, one))):
        return False
    words = [
        {_stem(w) for w in re.findall(r"[^\W_]+", t.lower())} - {"and", "the", "of", "for"}
        for t in (one, two)
    ]
    return words[0] != words[1] or not same_expansion(one, two)


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|y|s)$", "", word)
