"""Reads lists of schools by tier: columns, rows or headings named after tiers, each with its schools."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.document import Block, Cell, Document, Heading, ListItem, Paragraph, Table
from ingest.findings import Findings, Item
from ingest.layouts.prose import is_heading, passages, sentences
from ingest.layouts.school_cells import is_blank, is_name, schools_in
from ingest.layouts.school_columns import level_of_words, role_of, school_columns
from ingest.layouts.school_facts import known_schools
from ingest.layouts.school_rows import school_rows, tier_name
from ingest.layouts.school_year import school_year
from ingest.school_lists import SchoolEntry, school_entries
from ingest.school_names import CODE, school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["TierGroup", "recognise", "tier_groups"]

# Such as 0-20, (21 to 40 points), 41+ and 41 points or more.
_MORE = r"(?:\+|(?:or|and)\s+(?:more|above|higher|over))"
_POINTS = re.compile(
    r"\(?\s*(?<!\d)(?P<low>\d{1,3})\s*"
    rf"(?:(?:[-–]|to|through)\s*(?P<high>\d{{1,3}})\s*(?:points?|pts\.?)?"
    rf"|{_MORE}\s*(?:points?|pts\.?)?|(?:points?|pts\.?)\s*{_MORE})\s*\)?\s*$",
    re.IGNORECASE,
)
_LINE = re.compile(r"^[•●▪*\s]*(?P<head>[^:]{3,60}):\s*(?P<rest>\S.*)$", re.DOTALL)
_Known = frozenset[tuple[str, ...]]
_LEAST_TIERS = 2
_LONGEST_NAME = 50  # characters of a tier's name
# How many blocks above a table its heading may stand.
_ABOVE = 2
_MOST_TIERS = 8
_BESIDE = ("level", "grades")  # a column before those of tiers


@dataclass(frozen=True)
class TierGroup:
    """One tier as it is printed: its head, its schools, and the heading or sentence above the list."""

    head: Text
    schools: tuple[SchoolEntry, ...]
    above: tuple[Text, ...]
    points: Text = field(default_factory=Text)


def recognise(findings: Findings) -> None:
    """Add the tiers, and the tier of every school in a list of tiers."""
    tiers: dict[str, Item] = {}
    for group in tier_groups(findings.document, known_schools(findings)):
        name, low, high = _name_and_points(group.head)
        if group.points:
            _, low, high = _name_and_points(Text.join([name, group.points]))
            findings.mark_read(group.points)
        tier = findings.add("Tier", name, [group.head])
        findings.name("Tier", name)
        tier.set("minPoints", low).set("maxPoints", high)
        if str(group.head) not in (tier.label, *tier.aliases):
            tier.aliases.append(str(group.head))
        tiers[tier.label] = tier
        findings.mark_read(*group.above)
        _assign(findings, tier, group)
    _explain(findings, tiers)


def _assign(findings: Findings, tier: Item, group: TierGroup) -> None:
    """Place each school of a group in its tier, for the school year that stands above the list."""
    year = next((y for text in group.above if (y := school_year(text))), None)
    for entry in group.schools:
        label = f"{entry.name}: {tier.label}" + (f" ({year[0]})" if year else "")
        item = findings.add("TierAssignment", label, [entry.name, group.head, *([year[1]] if year else [])])
        item.set("atSchool", findings.name("School", entry.name)).set("tier", tier)
        item.set("schoolYear", year[0] if year else None)


def _explain(findings: Findings, tiers: dict[str, Item]) -> None:
    """Add to each tier the sentences that say what schools in it have or get."""
    for passage in passages(findings.document) if tiers else []:
        if not re.search(r"\btiers?\b", f"{passage.heading} {passage.text}", re.IGNORECASE):
            continue
        for sentence in sentences(passage.text):
            for label, tier in tiers.items():
                word = re.escape(label)
                if re.search(
                    rf"[\"“]{word}[\"”]|\b{word.capitalize()}\b|\b{word}\b tier", str(sentence), re.IGNORECASE
                ):
                    tier.set("comment", sentence)


def tier_groups(document: Document, known: _Known = frozenset()) -> Iterator[TierGroup]:
    """Yield every tier of every list of tiers in a document."""
    blocks = document.blocks
    for number, block in enumerate(blocks):
        above = _above(blocks, number)
        if isinstance(block, Table):
            yield from _columns(block, above, known)
            yield from _beside(block, above) or _rows(block, above)
            yield from _by_school(block, above) or _by_year(block, above, known)
        elif isinstance(block, Heading | Paragraph) and is_heading(block):
            yield from _of_one(blocks, number, above) or _headed(blocks, number, above, known)
            yield from _labelled(block, above, known) if isinstance(block, Paragraph) else ()
        elif isinstance(block, ListItem | Paragraph):
            yield from _labelled(block, above, known)


def _of_one(blocks: Sequence[Block], number: int, above: tuple[Text, ...]) -> list[TierGroup]:
    """Read the tier of one school, where it stands alone below the school's name."""
    head, below = blocks[number : number + 2] if number + 1 < len(blocks) else (None, None)
    if not isinstance(head, Heading | Paragraph) or not isinstance(below, Heading | Paragraph):
        return []
    tier = below.text.search(r"^\s*(?P<tier>(?i:tier)\s*:?\s*(?:\d|[IV]{1,3}|[A-E]))\s*$")
    code = head.text.search(CODE)
    name = head.text[code.end() :] if code else head.text
    named = school_name(str(name)).levels and not level_of_words(str(name)) and is_name(str(name))
    if tier is None or not named:
        return []
    return [TierGroup(below.text.group(tier, "tier"), (SchoolEntry(name, Text(), name),), above)]


def _labelled(block: ListItem | Paragraph, above: tuple[Text, ...], known: _Known) -> Iterator[TierGroup]:
    """Read a line that is a tier's name with its schools behind it: 'Tier 1 (0-20 points): A, B'."""
    for text in block.lines or (block.text,):
        match = text.search(_LINE)
        if match and _own_tier(match["head"]):
            schools = school_entries(text.group(match, "rest"), known)
            if all(is_name(str(e.name)) for e in schools) and _mostly_schools(schools, known, least=1):
                yield TierGroup(text.group(match, "head"), tuple(schools), above)


def _beside(table: Table, above: tuple[Text, ...]) -> list[TierGroup]:
    """Read a table with a column of tiers and one of their schools, or one for each level, and of points."""
    columns = school_columns(table)
    tier, beside = (columns.first(role) if columns else None for role in ("tier", "points"))
    schools = [*columns.of("school"), *columns.of("schools")] if columns else []
    if columns is None or tier is None or not schools or min(c.at for c in schools) < tier.at:
        return []
    found, head, points = [], Text(), Text()
    for row in columns.rows:
        cells = {c.column: c for c in row if c.text}
        if tier.at in cells:
            head = cells[tier.at].text
            points = cells[beside.at].text if beside and beside.at in cells else Text()
        named = tuple(e for c in schools if c.at in cells for e in schools_in(cells[c.at]))
        if head and named and len(head) <= _LONGEST_NAME:
            found.append(TierGroup(head, named, above, points))
    return found if len({str(g.head) for g in found}) >= _LEAST_TIERS else []


def _above(blocks: Sequence[Block], number: int) -> tuple[Text, ...]:
    """Return the headings and sentences right above a block, the nearest first."""
    found = []
    for block in reversed(blocks[max(0, number - _ABOVE) : number]):
        if isinstance(block, Table | ListItem):
            break
        found.append(block.text)
    return tuple(found)


def _columns(table: Table, above: tuple[Text, ...], known: _Known) -> Iterator[TierGroup]:
    """Read a table whose header names a tier over each column."""
    header, *rows = table.rows
    heads = [c for c in header if c.text and role_of(str(c.text)) not in _BESIDE]
    if len(heads) < 2 or not rows or not all(_is_tier(c.text, above) for c in heads):
        return
    if any(role_of(str(c.text)) not in {"", "tier", "focus"} for c in heads):
        return  # a directory of schools that stands below words about tiers
    groups = [
        (c.text, [e for row in rows for cell in row if cell.column == c.column for e in _schools(cell)])
        for c in heads
    ]
    every = [e for _, entries in groups for e in entries]
    levels = [level_of_words(str(row.cells[0].text)) for row in rows if len(row) > len(heads)]
    if _mostly_schools(every, known) or (all(levels) and levels and _all_names(every)):
        named = ((head, [e for e in entries if not is_blank(str(e.name))]) for head, entries in groups)
        yield from (TierGroup(head, tuple(entries), above) for head, entries in named)


def _all_names(entries: Sequence[SchoolEntry]) -> bool:
    return all(is_name(str(e.name)) or is_blank(str(e.name)) for e in entries)


def _rows(table: Table, above: tuple[Text, ...]) -> Iterator[TierGroup]:
    """Read a table that names a tier at the head of each row."""
    rows = [r for r in table.rows if len(r) >= 2 and r.cells[0].text and _is_tier(r.cells[0].text, above)]
    groups = [(r.cells[0].text, [e for cell in r.cells[1:] for e in _schools(cell)]) for r in rows]
    if len(groups) >= 2 and _mostly_schools([e for _, entries in groups for e in entries]):
        yield from (TierGroup(head, tuple(entries), above) for head, entries in groups)


def _by_school(table: Table, above: tuple[Text, ...]) -> list[TierGroup]:
    """Read a table with one school in each row and its tier in a column beside it."""
    rows = [row for row in school_rows(table) if not is_blank(str(row.tier))]
    heads = {str(row.tier): row.tier for row in reversed(rows)}
    if len(heads) > _MOST_TIERS or (len(heads) == len(rows) > _MOST_TIERS):
        return []
    return [
        TierGroup(heads[name], tuple(row.school for row in rows if str(row.tier) == name), above)
        for name in sorted(heads)
    ]


def _by_year(table: Table, above: tuple[Text, ...], known: _Known) -> Iterator[TierGroup]:
    """Read a table with one school in each row and columns of tiers, each perhaps of a year of its own."""
    columns = school_columns(table)
    school, tiers = (columns.first("school"), columns.of("tier")) if columns else (None, [])
    if columns is None or school is None or not tiers or tiers[0].at < school.at:
        return
    for tier in tiers:
        groups: dict[str, tuple[Text, list[SchoolEntry]]] = {}
        for row in columns.rows:
            cells = {c.column: c for c in row if c.text}
            named = schools_in(cells[school.at], known) if school.at in cells else []
            name = tier_name(cells[tier.at].text, tier.head) if tier.at in cells else Text()
            if len(named) == 1 and _own_tier(str(name)):
                groups.setdefault(str(name), (name, []))[1].extend(named)
        for head, schools in groups.values():
            yield TierGroup(head, tuple(schools), (tier.head, *above) if school_year(tier.head) else above)


def _headed(
    blocks: Sequence[Block], number: int, above: tuple[Text, ...], known: _Known
) -> Iterator[TierGroup]:
    """Read a heading that is a tier's name, with a list of schools below it."""
    head = blocks[number].text.strip(": ")  # type: ignore[union-attr]  # a heading or paragraph
    items: list[SchoolEntry] = []
    for block in blocks[number + 1 :]:
        if not isinstance(block, ListItem):
            break
        items.extend(school_entries(block.text))
    if _is_tier(head, above) and len(items) >= 2 and _mostly_schools(items, known):
        yield TierGroup(head, tuple(items), above)


def _schools(cell: Cell) -> list[SchoolEntry]:
    return school_entries(cell.raw)


def _mostly_schools(entries: Sequence[SchoolEntry], known: _Known = frozenset(), least: int = 2) -> bool:
    """Tell whether most of the names are those of schools, by their level or type."""
    names = [school_name(str(e.name)) for e in entries]
    able = [n for n in names if n.levels or n.theme or n.base in known]
    return len(able) >= least and 2 * len(able) >= len(entries)


def _is_tier(head: Text, above: tuple[Text, ...]) -> bool:
    words = str(head).strip()
    name = _POINTS.sub("", words)
    if not name or len(words) > _LONGEST_NAME or school_name(name).levels:
        return False
    if _own_tier(words) or name != words:
        return True
    return any(_noun().search(str(text)) for text in above)


def _own_tier(words: str) -> bool:
    return re.match("|".join(wording("tiers")["own"]), words, re.IGNORECASE) is not None


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:tiers?|{'|'.join(wording('tiers')['nouns'])})\b", re.IGNORECASE)


def _name_and_points(head: Text) -> tuple[Text, int | None, int | None]:
    match = head.search(_POINTS)
    if match is None or not head[: match.start()]:
        return head.strip(": "), None, None
    high = int(match["high"]) if match["high"] else None
    return head[: match.start()].strip(" :–-("), int(match["low"]), high
