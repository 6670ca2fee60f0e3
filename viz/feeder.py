"""The feeder map: from which school students go on to which, by program, existing or proposed."""

import re
from collections import defaultdict

from graph.citations import citations
from graph.feeders import FeederLink, Feeders, SchoolFacts, feeders
from graph.items import Reader, identifier
from graph.program_tree import ProgramTree, program_tree
from viz.fold import folded
from viz.style import INK, NEUTRAL, PROGRAMS, TIERS, Box, Line
from viz.view import About, Choice, Key, Sheet, Table, View
from viz.wanted import ALL, STATUSES, Wanted, named, school_and_program

__all__ = ["feeder"]

_COLUMNS = ("Elementary schools", "Middle schools", "High schools")
_DASHES = (7, 5)
_TOLD = 6  # links told in words above the map
_NOTE = 200


def feeder(reader: Reader, wanted: Wanted = ALL) -> View:
    """Return the map of feeder patterns, of one school or program where they are wanted."""
    whole = feeders(reader)
    tree = program_tree(reader)
    offered = _programs(whole, tree)
    school, program = school_and_program(reader, wanted, whole.schools, offered)
    programs = tree.within(program) if program else frozenset()
    facts = whole.of(school=school, programs=programs, status=wanted.status)
    colors = _program_colors(whole)
    return View(
        title=_title(reader, school, program),
        lead=_lead(facts, school),
        sheets=(folded(_sheet(facts, colors, school)),),
        legend=tuple(_legend(facts, colors)),
        table=_table(facts),
        empty="No document says where the students of a school go on to, or which programs schools offer."
        if not wanted.given
        else "No document says this of a school; leave a filter out to see more.",
        choices=_choices(whole, offered, (school, program), wanted.status),
    )


def _programs(facts: Feeders, tree: ProgramTree) -> set[str]:
    families = tree.families
    offered = {p for s in facts.schools.values() for p, _, _ in s.programs}
    named = offered | {link.program_iri for link in facts.links if link.program_iri}
    return named | {up for program in named for up in families.get(program, ())}


def _title(reader: Reader, school: str, program: str) -> str:
    if school:
        return f"Feeder patterns of {reader.item(school).label}"
    return f"Feeder patterns: {reader.item(program).label}" if program else "Feeder patterns"


def _choices(facts: Feeders, programs: set[str], meant: tuple[str, str], status: str) -> tuple[Choice, ...]:
    school, program = meant
    return (
        Choice("school", named(facts.reader, facts.schools), identifier(school)),
        Choice("program", named(facts.reader, programs), identifier(program)),
        Choice("status", tuple((name, name) for name in STATUSES), status),
    )


def _sheet(facts: Feeders, colors: dict[str, str], here: str) -> Sheet:
    drawn = {s for link in facts.links for s in (link.source, link.target)} | ({here} - {""})
    drawn |= {iri for iri, school in facts.schools.items() if school.programs}
    sheet = Sheet("Feeder patterns", _COLUMNS, follows="named", here=here)
    tiers = {label: TIERS[at % len(TIERS)] for at, label in enumerate(facts.tiers)}
    for iri in sorted(drawn):
        school = facts.school(iri)
        _add_school(sheet, facts, school, tiers.get(school.tier, NEUTRAL))
    for link in facts.links:
        sheet.join(
            link.source,
            link.target,
            _line(link, colors),
            _about(facts.reader, link),
            name=_short(link.program),
        )
    return sheet


def _program_colors(facts: Feeders) -> dict[str, str]:
    linked = sorted({link.program for link in facts.links})
    others = sorted({p for s in facts.schools.values() for _, p, _ in s.programs} - set(linked))
    return {name: PROGRAMS[at % len(PROGRAMS)] for at, name in enumerate([*linked, *others])}


def _add_school(sheet: Sheet, facts: Feeders, school: SchoolFacts, box: Box) -> None:
    reader, item = facts.reader, school.item
    told = [
        f"Level: {', '.join(school.levels)}" if school.levels else "Level: not stated",
        *(f"Tier {year}: {tier}".replace("Tier :", "Tier:") for year, tier in school.tiers),
        *(f"Program: {name}{_proposed(status)}" for _, name, status in school.programs),
        *(f"Room and plans: “{_clipped(words)}”" for _, words in school.statements),
    ]
    short = [f"{_short(name)}{_proposed(status)}" for _, name, status in school.programs]
    label = "\n".join([item.label, *([", ".join(short)] if short else [])])
    said = (e for iri, _ in school.statements for e in reader.evidence(iri))
    about = About(item.label, tuple(told), (*reader.evidence(item.iri), *said), iri=item.iri)
    sheet.add(item.iri, label, box, about, _column(school, facts))


def _proposed(status: str) -> str:
    return "" if status == "existing" else f" ({status})"


def _clipped(words: str) -> str:
    return words if len(words) <= _NOTE else words[: _NOTE - 1].rstrip() + "…"


def _short(name: str) -> str:
    """Return the short form that stands in brackets after a long name, where there is one.

    >>> _short("International Baccalaureate (IB)")
    'IB'
    """
    found = re.search(r"\(([^()]*[A-Z][^()]*)\)\s*$", name)
    return found[1] if found and len(found[1]) < len(name) - len(found[0]) else name


def _column(school: SchoolFacts, facts: Feeders) -> int:
    """A school of several levels stands in the column of the lowest; one of none after those that feed it."""
    if school.lowest is not None:
        return school.lowest
    feeding = [facts.school(link.source).lowest for link in facts.links if link.target == school.item.iri]
    return min(2, 1 + max((c for c in feeding if c is not None), default=-1))


def _line(link: FeederLink, colors: dict[str, str]) -> Line:
    implied = link.basis != "stated"
    return Line(
        colors[link.program],
        1.4 if implied else 3,
        _DASHES if link.status == "proposed" else (),
        "vee" if implied else "arrow",
        0.75 if implied else 0.95,
    )


def _about(reader: Reader, link: FeederLink) -> About:
    source, target = reader.item(link.source).label, reader.item(link.target).label
    facts = (f"Program: {link.program or 'not named'}", f"Status: {link.status}", _ground(link))
    return About(f"{source} → {target}", facts, reader.evidence(link.iri))


def _ground(link: FeederLink) -> str:
    if link.basis == "stated":
        return "Stated: a document says that students go on there."
    return "Implied: both schools stand under this program; no sentence joins them."


def _lead(facts: Feeders, school: str) -> str:
    if school:
        return _ways(facts, school)
    plans = sorted({facts.reader.item(link.iri).plan for link in facts.links} - {""})
    proposed = sum(link.status == "proposed" for link in facts.links)
    stated = sum(link.basis == "stated" for link in facts.links)
    said = f"{len(facts.links):,} links, {proposed:,} of them proposed, {stated:,} stated in so many words."
    return said + (f" From: {'; '.join(plans)}." if plans else "")


def _ways(facts: Feeders, school: str) -> str:
    """Say where the students of a school go, and from where they come."""
    label = facts.reader.item(school).label
    on, to = facts.way_on(school), facts.way_to(school)
    gone = _told(facts, on) if on else "no document says where"
    come = f" They come from other schools by {len(to)} links." if to else ""
    return f"Students of {label} go on: {gone}.{come}"


def _told(facts: Feeders, links: tuple[FeederLink, ...]) -> str:
    reader = facts.reader
    said = [
        f"{reader.item(link.source).label} → {reader.item(link.target).label}"
        f" ({_short(link.program) or 'no program named'}, {link.status})"
        for link in links[:_TOLD]
    ]
    return "; ".join(said) + (f"; and {len(links) - _TOLD} more" if len(links) > _TOLD else "")


def _legend(facts: Feeders, colors: dict[str, str]) -> list[Key]:
    used = {link.program for link in facts.links}
    keys = [
        Key(name or "program not named", Line(color, 3)) for name, color in colors.items() if name in used
    ]
    keys += [
        Key("existing", Line(INK, 2)),
        Key("proposed", Line(INK, 2, _DASHES)),
        Key("stated in a document", Line(INK, 3)),
        Key("implied by the chart", Line(INK, 1.4, head="vee")),
    ]
    keys += [Key(f"tier: {name}", TIERS[at % len(TIERS)]) for at, name in enumerate(facts.tiers)]
    return [*keys, Key("no tier stated", NEUTRAL)]


def _table(facts: Feeders) -> Table:
    reader = facts.reader
    linked: dict[str, set[str]] = defaultdict(set)
    lines: list[tuple[str, ...]] = []
    for link in facts.links:
        ends = (reader.item(link.source).label, reader.item(link.target).label)
        basis = "stated" if link.basis == "stated" else "implied"
        lines.append((*ends, link.program, link.status, basis, _places(reader, link.iri)))
        linked[link.source].add(link.program)
        linked[link.target].add(link.program)
    for iri, school in sorted(facts.schools.items(), key=lambda s: s[1].item.label):
        for _, program, status in school.programs:
            if program not in linked[iri]:
                label = school.item.label
                lines.append((label, "no link stated", program, status, "", _places(reader, iri)))
    return Table(("From", "To", "Program", "Status", "Basis", "Where it stands"), tuple(lines))


def _places(reader: Reader, iri: str) -> str:
    return citations(reader.evidence(iri))
