"""The map of programs: families of programs, the programs in them, and the schools that offer them."""

from dataclasses import dataclass

from graph.catalogue import rows
from graph.citations import citations
from graph.items import Reader, local_name
from graph.store import Binding, Store
from viz.style import PLAIN, Line, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["programs"]

_PROPOSED = Line(PLAIN.color, PLAIN.width, (7, 5))


@dataclass(frozen=True, slots=True)
class _Offering:
    """That a school offers a program, or is proposed to."""

    iri: str
    school: str
    program: str
    status: str


def programs(store: Store) -> View:
    """Return the map of programs and the schools that offer them."""
    reader = Reader(store)
    families = _families(store)
    offerings = [_offering(row) for row in rows(store, "program_offerings")]
    return View(
        title="Programs and the schools that offer them",
        lead=_lead(families, offerings),
        sheets=(_sheet(reader, families, offerings),),
        legend=(
            Key("program", box_of("Program")),
            Key("school", box_of("School")),
            Key("offered, or part of", PLAIN),
            Key("proposed", _PROPOSED),
        ),
        table=_table(reader, families, offerings),
        empty="No document names a program.",
    )


def _families(store: Store) -> dict[str, set[str]]:
    """Return each program with the broader ones that it belongs to."""
    found: dict[str, set[str]] = {}
    for row in rows(store, "program_tree"):
        found.setdefault(str(row["program"]), set())
        if "broader" in row:
            found[str(row["program"])].add(str(row["broader"]))
    for broader in {b for up in found.values() for b in up} - found.keys():
        found[broader] = set()
    return found


def _offering(row: Binding) -> _Offering:
    status = local_name(row["status"]) if "status" in row else "existing"
    return _Offering(str(row["offering"]), str(row["school"]), str(row["program"]), status)


def _depth(families: dict[str, set[str]], program: str, seen: frozenset[str]) -> int:
    """Return how many programs stand above one; a circle is cut where it closes."""
    above = families[program] - seen - {program}
    return 1 + max(_depth(families, up, seen | {program}) for up in above) if above else 0


def _sheet(reader: Reader, families: dict[str, set[str]], offerings: list[_Offering]) -> Sheet:
    depth = {program: _depth(families, program, frozenset()) for program in families}
    deepest = max(depth.values(), default=0)
    sheet = Sheet("Programs", ("Programs", *["Programs within them"] * deepest, "Schools"))
    for program, above in families.items():
        _add(sheet, reader, program, depth[program])
        for family in sorted(above - {far for near in above for far in families[near]}):
            words = f"{reader.item(program).label} belongs to {reader.item(family).label}"
            sheet.join(family, program, PLAIN, About(words, (), reader.evidence(program)))
    for offering in offerings:
        _add(sheet, reader, offering.school, deepest + 1)
        if not _said_more_closely(offering, offerings, families):
            words = f"{reader.item(offering.school).label}: {reader.item(offering.program).label}"
            about = About(words, (f"Status: {offering.status}",), reader.evidence(offering.iri))
            line = PLAIN if offering.status == "existing" else _PROPOSED
            sheet.join(offering.program, offering.school, line, about)
    return sheet


def _said_more_closely(
    offering: _Offering, offerings: list[_Offering], families: dict[str, set[str]]
) -> bool:
    """Whether the school offers a narrower program of the same family, whose line says this one too."""
    return any(
        offering.program in families.get(other.program, set())
        for other in offerings
        if other.school == offering.school
    )


def _lead(families: dict[str, set[str]], offerings: list[_Offering]) -> str:
    schools = len({o.school for o in offerings})
    proposed = sum(o.status == "proposed" for o in offerings)
    return f"{len(families)} programs at {schools} schools; {proposed} offerings are proposed."


def _table(reader: Reader, families: dict[str, set[str]], offerings: list[_Offering]) -> Table:
    lines = [
        (_family(reader, families, o.program), reader.item(o.program).label, reader.item(o.school).label,
         o.status, _places(reader, o.iri))
        for o in offerings
    ]  # fmt: skip
    named = {o.program for o in offerings} | {up for above in families.values() for up in above}
    lines += [
        (_family(reader, families, p), reader.item(p).label, "no school named", "", _places(reader, p))
        for p in families.keys() - named
    ]
    return Table(("Belongs to", "Program", "School", "Status", "Where it stands"), tuple(sorted(lines)))


def _family(reader: Reader, families: dict[str, set[str]], program: str) -> str:
    return "; ".join(sorted(reader.item(up).label for up in families.get(program, ())))


def _add(sheet: Sheet, reader: Reader, iri: str, column: int) -> None:
    item = reader.item(iri)
    sheet.add(iri, item.label, box_of(item.type), About(item.label, (), reader.evidence(iri)), column)


def _places(reader: Reader, iri: str) -> str:
    return citations(reader.evidence(iri))
