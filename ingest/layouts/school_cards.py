"""Reads cards of schools: a school's name, and below it labelled lines of its programs and feeders."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.document import Document, Heading, ListItem, Paragraph
from ingest.findings import Findings
from ingest.layouts.feeder_lines import schools_of
from ingest.layouts.school_cells import States, is_name, listed_programs, without_state
from ingest.layouts.school_columns import level_of_words, role_of
from ingest.layouts.school_facts import Placed, name_school, offers, rise
from ingest.school_names import CODE, LEVELS, levels_of_grades, school_name
from ingest.source import Text

__all__ = ["recognise"]

_LEAST = 2
_LABEL = re.compile(r"^\s*(?P<label>[A-Z][^:.?!]{2,40}?)\s*:\s*(?P<rest>.*)$", re.DOTALL)
_TELLING = ("programs", "next", "from", "schools")


@dataclass
class _Card:
    """One school, and by label what stands beside each of its labels."""

    name: Text
    lines: list[tuple[str, Text, list[Text]]] = field(default_factory=list)

    @property
    def is_telling(self) -> bool:
        return any(role in _TELLING for role, _, _ in self.lines)

    @property
    def school(self) -> Placed:
        """The school, with the levels that its grades say."""
        grades = " ".join(
            str(t) for role, _, texts in self.lines if role in ("grades", "level") for t in texts
        )
        levels = levels_of_grades(grades) or school_name(grades).levels
        return Placed(self.name, [level for level in LEVELS if level in levels])


def recognise(findings: Findings) -> None:
    """Add what the cards of a document say, where it has several, or one that tells of feeders."""
    cards = [card for card in _cards(findings.document) if card.is_telling]
    fed = [c for c in cards if any(role in ("next", "from") for role, _, _ in c.lines)]
    if len(cards) >= _LEAST or fed:
        for card in cards:
            _read(findings, card)


def _cards(document: Document) -> Iterator[_Card]:
    """Yield each name of a school with the labelled lines right below it."""
    card: _Card | None = None
    for text, is_item in _lines(document):
        label = text.search(_LABEL)
        role = role_of(label["label"]) if label else ""
        if label and role and card:
            rest = text.group(label, "rest").strip()
            card.lines.append((role, text.group(label, "label"), [rest] if rest else []))
        elif is_item and card and card.lines and not label:
            card.lines[-1][2].append(text)
        elif not is_item and _names_one(text):
            if card:
                yield card
            code = text.search(CODE)
            card = _Card((text[code.end() :] if code else text).strip(" :"))
        elif card and card.lines:
            yield card
            card = None
    if card:
        yield card


def _lines(document: Document) -> Iterator[tuple[Text, bool]]:
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block.text, False
        elif isinstance(block, Paragraph):
            lines = block.lines or (block.text,)
            yield from ((part, False) for line in lines for part in _parted(line))
        elif isinstance(block, ListItem):
            yield block.text, block.text.search(_LABEL) is None
        else:
            yield Text(), False


def _parted(line: Text) -> Iterator[Text]:
    """Yield the parts of a line in which a label stands behind what another label says."""
    first = str(line).find(":") + 1
    labels = re.compile(r"(?<=\s)[A-Z][A-Za-z/ ]{3,40}?(?=:\s)").finditer(str(line), first)
    starts = [m.start() for m in labels]
    cuts = [0, *(at for at in starts if role_of(str(line)[at:].split(":")[0])), len(line)]
    yield from (line[a:b].strip(" |;,") for a, b in pairwise(cuts))


def _names_one(text: Text) -> bool:
    """Tell whether a line is the name of one school, with its level."""
    words = CODE.sub("", str(text)).strip(" :")
    name = school_name(words)
    return (
        bool(name.levels and name.base) and is_name(words) and not level_of_words(words) and "," not in words
    )


def _read(findings: Findings, card: _Card) -> None:
    school = card.school
    name_school(findings, school)
    after: dict[int, list[Placed]] = {}
    for role, label, texts in card.lines:
        findings.mark_read(label)
        level = level_of_words(str(label)) if role == "schools" else ""
        if role == "programs":
            _programs(findings, school, texts)
        elif role in ("next", "from", "schools"):
            others = [s for text in texts for s in schools_of(text, level)]
            top = LEVELS.index(level) if level else len(LEVELS)
            if role == "from" or (role == "schools" and -1 < top < school.top):
                rise(findings, [others, [school]])
            elif role == "next" or -1 < school.top < top:
                after.setdefault(top if role == "schools" else -1, []).extend(others)
        else:
            findings.mark_read(*texts)
    _go_on(findings, school, after)


def _go_on(findings: Findings, school: Placed, after: dict[int, list[Placed]]) -> None:
    """Link a school to those to which its students go on, and those of one level to the next."""
    if -1 in after:
        rise(findings, [[school], after.pop(-1)])
    if after:
        rise(findings, [[school], *(after[top] for top in sorted(after))])


def _programs(findings: Findings, school: Placed, texts: Sequence[Text]) -> None:
    states = States.told(())
    for text in texts:
        for part in listed_programs(text):
            program, stated = without_state(part, states)
            if program and stated is not None:
                offers(findings, school, program, stated or "existing", [school.place, part])
