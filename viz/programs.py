"""The map of programs: families of programs, the programs in them, and the schools that offer them."""

from graph.catalogue import rows
from graph.items import Reader, local_name
from graph.store import Store
from viz.style import PLAIN, Line, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["programs"]

_PROPOSED = Line(PLAIN.color, PLAIN.width, (7, 5))


def programs(store: Store) -> View:
    """Return the map of programs and the schools that offer them."""
    reader = Reader(store)
    broader = {
        str(r["program"]): str(r["broader"]) if "broader" in r else "" for r in rows(store, "program_tree")
    }
    sheet = Sheet("Programs", ("Families of programs", "Programs", "Schools"))
    for program, family in broader.items():
        has_narrower = program in broader.values()
        _add(sheet, reader, program, 0 if has_narrower or not family else 1)
    for program, family in broader.items():
        if family:
            about = About(f"{reader.item(program).label} belongs to {reader.item(family).label}", (),
                          reader.evidence(program))  # fmt: skip
            sheet.join(family, program, PLAIN, about)
    lines: list[tuple[str, ...]] = []
    for row in rows(store, "program_offerings"):
        offering, school, program = str(row["offering"]), str(row["school"]), str(row["program"])
        status = local_name(row["status"]) if "status" in row else "existing"
        _add(sheet, reader, school, 2)
        told = About(f"{reader.item(school).label}: {reader.item(program).label}", (f"Status: {status}",),
                     reader.evidence(offering))  # fmt: skip
        sheet.join(program, school, PLAIN if status == "existing" else _PROPOSED, told)
        family = broader.get(program, "")
        lines.append((reader.item(family).label if family else "", reader.item(program).label,
                      reader.item(school).label, status, _places(reader, offering)))  # fmt: skip
    offered = {line[1] for line in lines} | {line[0] for line in lines}
    for program, family in broader.items():
        if (label := reader.item(program).label) not in offered:
            over = reader.item(family).label if family else ""
            lines.append((over, label, "no school named", "", _places(reader, program)))
    return View(
        title="Programs and the schools that offer them",
        lead=f"{len(broader)} programs, {len(lines)} lines in the table.",
        sheets=(sheet,),
        legend=(Key("program", box_of("Program")), Key("school", box_of("School")),
                Key("offered, or part of", PLAIN), Key("proposed", _PROPOSED)),
        table=Table(("Family", "Program", "School", "Status", "Where it stands"), tuple(lines)),
        empty="No document names a program.",
    )  # fmt: skip


def _add(sheet: Sheet, reader: Reader, iri: str, column: int) -> None:
    item = reader.item(iri)
    sheet.add(iri, item.label, box_of(item.type), About(item.label, (), reader.evidence(iri)), column)


def _places(reader: Reader, iri: str) -> str:
    return "; ".join(e.as_citation() for e in reader.evidence(iri)[:3])
