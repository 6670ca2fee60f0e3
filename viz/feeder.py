"""The feeder map: from which school students go on to which, by program, existing or proposed."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from rdflib.term import Node

from graph.catalogue import rows
from graph.citations import citations
from graph.items import Item, Reader, local_name
from graph.store import Store
from viz.style import INK, NEUTRAL, PROGRAMS, TIERS, Box, Line
from viz.view import About, Key, Sheet, Table, View

__all__ = ["feeder"]

_LEVELS = ("elementary", "middle", "high")
_COLUMNS = ("Elementary schools", "Middle schools", "High schools")
_DASHES = (7, 5)


@dataclass
class _School:
    """What is known of a school."""

    item: Item
    levels: set[str] = field(default_factory=set)
    tiers: dict[str, str] = field(default_factory=dict)
    programs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Link:
    """One way from school to school."""

    iri: str
    source: str
    target: str
    program: str
    status: str
    basis: str


def feeder(store: Store) -> View:
    """Return the map of feeder patterns."""
    reader = Reader(store)
    links, schools = _links(store), _schools(reader)
    tiers = _tier_looks(store)
    colors = _program_colors(links, schools)
    drawn = {s for link in links for s in (link.source, link.target)}
    drawn |= {iri for iri, school in schools.items() if school.programs}
    sheet = Sheet("Feeder patterns", _COLUMNS)
    for iri in sorted(drawn):
        school = schools.get(iri) or _School(reader.item(iri))
        _add_school(sheet, reader, school, tiers, _column(school, links, schools))
    for link in links:
        line = _line(link, colors)
        sheet.join(link.source, link.target, line, _about(reader, link))
    return View(
        title="Feeder patterns",
        lead=_lead(reader, links),
        sheets=(sheet,),
        legend=tuple(_legend(links, colors, tiers)),
        table=_table(reader, links, schools),
        empty="No document says where the students of a school go on to, or which programs schools offer.",
    )


def _links(store: Store) -> list[_Link]:
    return [
        _Link(str(r["link"]), str(r["from"]), str(r["to"]), str(r.get("programLabel", "")),
              _name(r.get("status"), "existing"), _name(r.get("basis"), "stated"))
        for r in rows(store, "feeder_links")
    ]  # fmt: skip


def _name(term: Node | None, otherwise: str) -> str:
    return local_name(term) if term is not None else otherwise


def _schools(reader: Reader) -> dict[str, _School]:
    found: dict[str, _School] = {}
    for row in rows(reader.store, "schools"):
        iri = str(row["school"])
        school = found.setdefault(iri, _School(reader.item(iri)))
        if "level" in row:
            school.levels.add(local_name(row["level"]))
        if "tierLabel" in row:
            school.tiers[str(row.get("year", ""))] = str(row["tierLabel"])
    for row in rows(reader.store, "program_offerings"):
        iri = str(row["school"])
        school = found.setdefault(iri, _School(reader.item(iri)))
        school.programs[str(row["programLabel"])] = _name(row.get("status"), "existing")
    return found


def _tier_looks(store: Store) -> dict[str, Box]:
    """Give tiers their looks, the one of most points first, for the plans' points count need."""
    points: dict[str, float] = {}
    for row in rows(store, "schools"):
        if "tierLabel" in row:
            points[str(row["tierLabel"])] = float(str(row.get("points", 0)))
    ordered = sorted(points, key=lambda label: (-points[label], label))
    return {label: TIERS[at % len(TIERS)] for at, label in enumerate(ordered)}


def _tier(school: _School) -> str:
    return school.tiers[max(school.tiers)] if school.tiers else ""


def _program_colors(links: list[_Link], schools: dict[str, _School]) -> dict[str, str]:
    linked = sorted({link.program for link in links})
    others = sorted({p for s in schools.values() for p in s.programs} - set(linked))
    return {name: PROGRAMS[at % len(PROGRAMS)] for at, name in enumerate([*linked, *others])}


def _add_school(sheet: Sheet, reader: Reader, school: _School, tiers: dict[str, Box], column: int) -> None:
    offered = [
        p if status == "existing" else f"{p} (proposed)" for p, status in sorted(school.programs.items())
    ]
    facts = [
        f"Level: {', '.join(sorted(school.levels, key=_LEVELS.index))}"
        if school.levels
        else "Level: not stated",
        *(f"Tier {year}: {tier}".replace("Tier :", "Tier:") for year, tier in sorted(school.tiers.items())),
        *(f"Program: {name}" for name in offered),
    ]
    short = [f"{_short(p)}{'' if status == 'existing' else ' (proposed)'}" for p, status in
             sorted(school.programs.items())]  # fmt: skip
    label = "\n".join([school.item.label, *([", ".join(short)] if short else [])])
    about = About(school.item.label, tuple(facts), reader.evidence(school.item.iri))
    sheet.add(school.item.iri, label, tiers.get(_tier(school), NEUTRAL), about, column)


def _short(name: str) -> str:
    """Return the short form that stands in brackets after a long name, where there is one.

    >>> _short("International Baccalaureate (IB)")
    'IB'
    """
    found = re.search(r"\(([^()]*[A-Z][^()]*)\)\s*$", name)
    return found[1] if found and len(found[1]) < len(name) - len(found[0]) else name


def _column(school: _School, links: list[_Link], schools: dict[str, _School]) -> int:
    """A school of several levels stands in the column of the lowest; one of none after those that feed it."""
    own = _lowest(school)
    if own is not None:
        return own
    feeding = [_lowest(schools[link.source]) for link in links
               if link.target == school.item.iri and link.source in schools]  # fmt: skip
    return min(2, 1 + max((c for c in feeding if c is not None), default=-1))


def _lowest(school: _School) -> int | None:
    return min((_LEVELS.index(level) for level in school.levels if level in _LEVELS), default=None)


def _line(link: _Link, colors: dict[str, str]) -> Line:
    implied = link.basis != "stated"
    return Line(
        colors[link.program],
        1.4 if implied else 3,
        _DASHES if link.status == "proposed" else (),
        "vee" if implied else "arrow",
        0.75 if implied else 0.95,
    )


def _about(reader: Reader, link: _Link) -> About:
    source, target = reader.item(link.source).label, reader.item(link.target).label
    facts = (f"Program: {link.program or 'not named'}", f"Status: {link.status}", _ground(link))
    return About(f"{source} → {target}", facts, reader.evidence(link.iri))


def _ground(link: _Link) -> str:
    if link.basis == "stated":
        return "Stated: a document says that students go on there."
    return "Implied: both schools stand under this program; no sentence joins them."


def _lead(reader: Reader, links: list[_Link]) -> str:
    plans = sorted({reader.item(link.iri).plan for link in links} - {""})
    proposed = sum(link.status == "proposed" for link in links)
    stated = sum(link.basis == "stated" for link in links)
    said = f"{len(links)} links, {proposed} of them proposed, {stated} stated in so many words."
    return said + (f" From: {'; '.join(plans)}." if plans else "")


def _legend(links: list[_Link], colors: dict[str, str], tiers: dict[str, Box]) -> list[Key]:
    used = {link.program for link in links}
    keys = [
        Key(name or "program not named", Line(color, 3)) for name, color in colors.items() if name in used
    ]
    keys += [
        Key("existing", Line(INK, 2)),
        Key("proposed", Line(INK, 2, _DASHES)),
        Key("stated in a document", Line(INK, 3)),
        Key("implied by the chart", Line(INK, 1.4, head="vee")),
    ]
    keys += [Key(f"tier: {name}", box) for name, box in tiers.items()]
    return [*keys, Key("no tier stated", NEUTRAL)]


def _table(reader: Reader, links: list[_Link], schools: dict[str, _School]) -> Table:
    linked: dict[str, set[str]] = defaultdict(set)
    lines: list[tuple[str, ...]] = []
    for link in links:
        ends = (reader.item(link.source).label, reader.item(link.target).label)
        basis = "stated" if link.basis == "stated" else "implied"
        lines.append((*ends, link.program, link.status, basis, _places(reader, link.iri)))
        linked[link.source].add(link.program)
        linked[link.target].add(link.program)
    for iri, school in sorted(schools.items(), key=lambda s: s[1].item.label):
        for program, status in sorted(school.programs.items()):
            if program not in linked[iri]:
                label = school.item.label
                lines.append((label, "no link stated", program, status, "", _places(reader, iri)))
    return Table(("From", "To", "Program", "Status", "Basis", "Where it stands"), tuple(lines))


def _places(reader: Reader, iri: str) -> str:
    return citations(reader.evidence(iri))
