"""Reads lines and lists of feeders: 'A → B → C', 'C (feeders: A, B)', a school with its feeders below it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.document import Document, Heading, ListItem, Paragraph
from ingest.findings import Findings
from ingest.layouts.school_cells import is_name
from ingest.layouts.school_columns import level_of_words
from ingest.layouts.school_facts import Placed, known_schools, name_school, rise
from ingest.school_names import LEVELS, levels_of_grades, school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise", "schools_of"]

_ARROW = re.compile(r"\s*(?:[→➔➜➡⇒⟶►▶»]|=>|->|-->|—>|–>)\s*|\s+>\s+")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\s+/\s+")
_BRACKET = re.compile(r"\s*\((?P<in>[^()]*)\)")
_SHARED = re.compile(
    r"\s+(?P<level>(?i:elementary|primary|middle|intermediate|junior high|high))\s+(?i:schools|campuses)$"
)
_LABEL = re.compile(r"^(?P<label>[^:]{3,60}):\s*(?P<rest>\S.*)$", re.DOTALL)
_HIGHEST_MARK = -1


def recognise(findings: Findings) -> None:
    """Add the schools of lists under a level, and the links of lines and lists of feeder patterns."""
    for heading, cue, blocks in _parts(findings.document):
        _level_list(findings, heading, blocks)
        for text in (text for block in blocks for text in _lines(block)):
            _arrows(findings, text, cue=cue)
            _pattern_lines(findings, text)
        if cue:
            _below(findings, heading, blocks)


_Line = Paragraph | ListItem


def _parts(document: Document) -> Iterator[tuple[Text, bool, list[_Line]]]:
    """Yield the lines and list items under each heading, with whether it or one above speaks of feeders."""
    heads: list[tuple[int, Text]] = []
    part: list[_Line] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            yield _head(heads), _cue(heads), part
            heads = [h for h in heads if block.level and 0 < h[0] < block.level] + [(block.level, block.text)]
            part = []
        elif isinstance(block, Paragraph | ListItem):
            part.append(block)
    yield _head(heads), _cue(heads), part


def _head(heads: Sequence[tuple[int, Text]]) -> Text:
    return heads[-1][1] if heads else Text()


def _cue(heads: Sequence[tuple[int, Text]]) -> bool:
    words = " ".join(str(text) for _, text in heads).lower()
    return re.search("|".join(wording("school_tables")["feeder_headings"]), words) is not None


def _lines(block: _Line) -> Sequence[Text]:
    return block.lines if isinstance(block, Paragraph) and block.lines else [block.text]


def _level_list(findings: Findings, heading: Text, blocks: Sequence[_Line]) -> None:
    """Name the schools of a list below the name of a level, such as 'Elementary Schools'."""
    level = level_of_words(str(heading))
    items = [schools_of(b.text, level) for b in blocks if isinstance(b, ListItem)]
    if not level or len(items) < 2 or not all(len(s) == 1 for s in items):
        return
    schools = [s[0] for s in items]
    known = known_schools(findings)
    sure = [s for s in schools if not s.told or s.marked or s.key[0] in known]
    if 2 * len(sure) >= len(schools):
        for school in schools:
            name_school(findings, school)


def schools_of(text: Text, level: str = "") -> list[Placed]:
    """Return the schools of a list of names; nothing where a part of it is no name."""
    found = []
    text = text.strip(" .")
    if (shared := text.search(_SHARED)) and text.search(_BETWEEN):
        level = next(iter(school_name(shared["level"]).levels), level)
        text = text[: shared.start()]
    for part in text.split(_BETWEEN):
        mark = part.search(_BRACKET)
        name = (part[: mark.start()] if mark else part).strip(" .–-")
        inside = levels_of_grades(mark["in"]) if mark else frozenset()
        if not is_name(str(name)) or level_of_words(str(name)):
            return []
        found.append(Placed(name, tuple(inside or ({level} - {""})), marked=bool(inside)))
    return found


def _sure(findings: Findings, schools: Sequence[Placed]) -> bool:
    known = known_schools(findings)
    return any((s.levels and not s.told) or s.marked or s.key[0] in known for s in schools)


def _arrows(findings: Findings, text: Text, *, cue: bool) -> None:
    """Link the schools between which arrows stand."""
    parts = text.split(_ARROW)
    if len(parts) < 2:
        return
    if label := parts[0].search(_LABEL):
        parts[0] = parts[0].group(label, "rest")
    steps = [schools_of(part) for part in parts]
    every = [s for step in steps for s in step]
    if (
        all(steps)
        and (cue or _sure(findings, every))
        and all(any(s.levels for s in step) or cue for step in steps)
    ):
        rise(findings, steps)


def _pattern_lines(findings: Findings, text: Text) -> None:
    """Link what lines such as 'C High School (feeders: A, B)' and 'Feeders of C: A, B' say."""
    for pattern in _patterns():
        if match := text.search(pattern):
            low, high = (schools_of(text.group(match, side)) for side in ("low", "high"))
            if low and high and min(len(low), len(high)) == 1 and _sure(findings, [*low, *high]):
                rise(findings, [low, high])
                return


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in wording("school_tables")["feeder_lines"])


def _below(findings: Findings, heading: Text, blocks: Sequence[_Line]) -> None:
    """Link each school of a nested list to the school over it; the heading may be the school over all."""
    over: list[tuple[int, list[Placed]]] = []
    if head := _head_school(heading):
        over.append((_HIGHEST_MARK, [head]))
    labelled: dict[str, list[Placed]] = {}
    for block in blocks:
        lines = (text.strip(" •●▪") for text in _lines(block))
        for text in (text for text in lines if not _labelled_school(findings, text)):
            depth = block.depth if isinstance(block, ListItem) else 0
            over = [(d, schools) for d, schools in over if d < depth]
            label = text.search(_LABEL)
            level = level_of_words(label["label"]) if label else ""
            schools = schools_of(text.group(label, "rest") if label and level else text, level)
            if not schools or (label and not level) or not all(s.levels for s in schools):
                continue
            if level and (head or not isinstance(block, ListItem)):
                labelled.setdefault(level, []).extend(schools)
                continue
            if over and isinstance(block, ListItem):
                _link(findings, over[-1][1], schools)
            over.append((depth, schools))
    top = head.top if head else len(LEVELS)
    steps = [labelled[level] for level in LEVELS if level in labelled and LEVELS.index(level) < top]
    rise(findings, [*steps, *([[head]] if head else [])])


def _labelled_school(findings: Findings, text: Text) -> bool:
    """Link the schools behind the name of another: 'Hill High School: Dale Middle, Moor Middle'."""
    line = text.search(_LABEL)
    if line is None:
        return False
    one, others = Placed(text.group(line, "label").strip()), schools_of(text.group(line, "rest"))
    named = is_name(str(one.name)) and one.levels and not level_of_words(str(one.name))
    if not named or not others or not all(s.levels for s in others):
        return False
    _link(findings, [one], others)
    return True


def _link(findings: Findings, over: Sequence[Placed], below: Sequence[Placed]) -> None:
    tops = {s.top for s in over}, {s.top for s in below}
    if max(tops[1]) < min(tops[0]):
        rise(findings, [below, over])
    elif max(tops[0]) < min(tops[1]):
        rise(findings, [over, below])


def _head_school(heading: Text) -> Placed | None:
    """Return the school after which a heading calls its feeders: 'Hill High School Feeder Pattern'."""
    match = heading.search(re.compile("|".join(wording("school_tables")["feeder_tails"]), re.IGNORECASE))
    name = (heading[: match.start()] if match else heading).strip(" :–-")
    school = Placed(name)
    return school if is_name(str(name)) and school.levels and not level_of_words(str(name)) else None
