"""The map of programs: families of programs, the programs in them, and the schools that offer them."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue import rows
from graph.citations import citations
from graph.feeders import LEVELS, feeders
from graph.items import Reader, identifier, local_name
from graph.program_tree import ProgramTree, program_tree
from graph.store import Binding
from graph.vocabulary import GT, SCHEMA
from viz.fold import folded
from viz.style import LEVELS as LEVEL_BOXES
from viz.style import NEUTRAL, PLAIN, Box, Line, box_of
from viz.view import About, Choice, Key, Sheet, Table, View
from viz.wanted import ALL, STATUSES, Wanted, named, school_and_program

__all__ = ["programs"]

_PROPOSED = Line(PLAIN.color, PLAIN.width, (7, 5))

Families = dict[str, set[str]]
Levels = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Offering:
    """That a school offers a program, or is proposed to."""

    iri: str
    school: str
    program: str
    status: str


def programs(reader: Reader, wanted: Wanted = ALL) -> View:
    """Return the map of programs and the schools that offer them, of one of them where it is wanted."""
    reader.learn(GT.ProgramOffering, GT.Program, SCHEMA.School)
    offered = [_offering(row) for row in rows(reader.store, "program_offerings")]
    tree = program_tree(reader, {o.program for o in offered})
    every = tree.families
    school, program = school_and_program(reader, wanted, {o.school for o in offered}, every)
    offerings, families = _narrowed(wanted, (school, program), tree, offered)
    here = school or program
    levels = {iri: facts.levels for iri, facts in feeders(reader).schools.items()}
    return View(
        title=f"Programs: {reader.item(here).label}" if here else "Programs and the schools that offer them",
        lead=_lead(families, offerings),
        sheets=(folded(_sheet(reader, tree, families, offerings, levels, here)),),
        legend=(
            Key("program", box_of("Program")),
            *(Key(f"{name} school", box) for name, box in zip(LEVELS, LEVEL_BOXES, strict=True)),
            Key("school of several levels", box_of("School")),
            Key("no level stated", NEUTRAL),
            Key("offered, or part of", PLAIN),
            Key("proposed", _PROPOSED),
        ),
        table=_table(reader, families, offerings, levels),
        empty="No document says this of a program; leave a filter out to see more."
        if wanted.given
        else "No document names a program.",
        choices=_choices(reader, wanted, (school, program), every, {o.school for o in offered}),
    )


def _above(families: Families, program: str) -> set[str]:
    found, waiting = {program}, [program]
    while waiting:
        further = families.get(waiting.pop(), set()) - found
        found |= further
        waiting += sorted(further)
    return found


def _narrowed(
    wanted: Wanted, meant: tuple[str, str], tree: ProgramTree, offerings: list[_Offering]
) -> tuple[list[_Offering], Families]:
    """Return the offerings and programs around the school and program that are asked for."""
    school, program = meant
    families = tree.families
    kept = tree.within(program) if program else frozenset(families)
    offerings = [
        o
        for o in offerings
        if o.program in kept and school in {"", o.school} and wanted.status in {"", o.status}
    ]
    shown = {o.program for o in offerings} | (kept if program and not school else set())
    shown = {p for at in shown for p in _above(families, at)} if wanted.given else set(families)
    return offerings, {p: families[p] & shown for p in families if p in shown}


def _choices(
    reader: Reader, wanted: Wanted, meant: tuple[str, str], families: Families, schools: set[str]
) -> tuple[Choice, ...]:
    school, program = meant
    return (
        Choice("program", named(reader, families), identifier(program)),
        Choice("school", named(reader, schools), identifier(school)),
        Choice("status", tuple((name, name) for name in STATUSES), wanted.status),
    )


def _offering(row: Binding) -> _Offering:
    status = local_name(row["status"]) if "status" in row else "existing"
    return _Offering(str(row["offering"]), str(row["school"]), str(row["program"]), status)


def _sheet(
    reader: Reader,
    tree: ProgramTree,
    families: Families,
    offerings: list[_Offering],
    levels: Levels,
    here: str,
) -> Sheet:
    depth = {place.item.iri: place.depth for place in tree.places if place.item.iri in families}
    deepest = max(depth.values(), default=0)
    columns = ("Programs", *["Programs within them"] * deepest, "Schools")
    sheet = Sheet("Programs", columns, follows="any", here=here)
    for program, above in families.items():
        _add(sheet, reader, program, depth[program])
        for family in sorted(above - {far for near in above for far in families[near]}):
            words = f"{reader.item(program).label} belongs to {reader.item(family).label}"
            sheet.join(family, program, PLAIN, About(words, (), reader.evidence(program)), name="part of")
    for offering in offerings:
        _add_school(sheet, reader, offering.school, deepest + 1, levels.get(offering.school, ()))
        if not _said_more_closely(offering, offerings, families):
            words = f"{reader.item(offering.school).label}: {reader.item(offering.program).label}"
            about = About(words, (f"Status: {offering.status}",), reader.evidence(offering.iri))
            line = PLAIN if offering.status == "existing" else _PROPOSED
            sheet.join(offering.program, offering.school, line, about, name=offering.status)
    return sheet


def _said_more_closely(offering: _Offering, offerings: list[_Offering], families: Families) -> bool:
    """Whether the school offers a narrower program of the same family, whose line says this one too."""
    return any(
        offering.program in families.get(other.program, set())
        for other in offerings
        if other.school == offering.school
    )


def _lead(families: Families, offerings: list[_Offering]) -> str:
    schools = len({o.school for o in offerings})
    proposed = sum(o.status == "proposed" for o in offerings)
    return f"{len(families):,} programs at {schools:,} schools; {proposed:,} offerings are proposed."


def _table(reader: Reader, families: Families, offerings: list[_Offering], levels: Levels) -> Table:
    lines = [
        (_family(reader, families, o.program), reader.item(o.program).label, reader.item(o.school).label,
         ", ".join(levels.get(o.school, ())), o.status, _places(reader, o.iri))
        for o in offerings
    ]  # fmt: skip
    told = {o.program for o in offerings} | {up for above in families.values() for up in above}
    lines += [
        (_family(reader, families, p), reader.item(p).label, "no school named", "", "", _places(reader, p))
        for p in families.keys() - told
    ]
    return Table(
        ("Belongs to", "Program", "School", "Levels", "Status", "Where it stands"), tuple(sorted(lines))
    )


def _family(reader: Reader, families: Families, program: str) -> str:
    return "; ".join(sorted(reader.item(up).label for up in families.get(program, ())))


def _add(sheet: Sheet, reader: Reader, iri: str, column: int) -> None:
    item = reader.item(iri)
    about = About(item.label, (), reader.evidence(iri), iri=iri)
    sheet.add(iri, item.label, box_of(item.type), about, column)


def _add_school(sheet: Sheet, reader: Reader, iri: str, column: int, levels: tuple[str, ...]) -> None:
    item = reader.item(iri)
    told = ", ".join(levels)
    about = About(item.label, (f"Level: {told or 'not stated'}",), reader.evidence(iri), iri=iri)
    sheet.add(iri, "\n".join(filter(None, (item.label, told))), _box_of(levels), about, column)


def _box_of(levels: tuple[str, ...]) -> Box:
    """The look of a school: that of its level, or of one that has several or none."""
    known = [box for name, box in zip(LEVELS, LEVEL_BOXES, strict=True) if name in levels]
    return (known[0] if len(levels) == 1 else box_of("School")) if known else NEUTRAL


def _places(reader: Reader, iri: str) -> str:
    return citations(reader.evidence(iri))
