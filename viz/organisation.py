"""The map of the organisation: units within units, and the work that each carries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rdflib.namespace import ORG

from graph.catalogue import rows
from graph.citations import citations
from graph.items import Reader, identifier
from graph.store import Binding, Store
from viz.fold import folded, is_legible
from viz.layout import counted
from viz.style import NEUTRAL, PLAIN, Line, box_of
from viz.view import About, Choice, Key, Sheet, Table, View
from viz.wanted import ALL, Wanted, named, one_of

__all__ = ["organisation"]

_COUNTS = (("actionsLed", "leads", "action"), ("actions", "is responsible for", "action"),
           ("services", "provides", "service"), ("plans", "has", "plan"))  # fmt: skip
_AREAS = "Their actions under"
_ONE_SIDE = 14
_TOLD = 8  # directions of one unit that are told in its panel
_LEFT_OUT = "Directions and plans are left out: each unit tells its own, and the map of one unit draws them."
_WORK = Line("#2b69a8", 1.4, opacity=0.7)


@dataclass
class _Unit:
    """A unit, the larger ones that it belongs to, and how much it carries."""

    larger: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)


def organisation(reader: Reader, wanted: Wanted = ALL) -> View:
    """Return the map of units, of one of them or of one direction where it is wanted."""
    reader.learn(ORG.OrganizationalUnit)
    every, work = _units(reader.store), rows(reader.store, "unit_work")
    areas = {str(row["area"]) for row in work}
    here = (
        one_of(reader, wanted.item, areas | every.keys(), "a unit, direction or plan") if wanted.item else ""
    )
    units = _around(every, work, here) if here else every
    work = [
        row for row in work if str(row["unit"]) in units and here in {"", str(row["area"])} | units.keys()
    ]
    whole = _sheet(reader, units, work, here)
    sheet = whole if is_legible(whole) else folded(_sheet(reader, units, [], here, told=work))
    if not is_legible(whole):
        sheet = replace(sheet, note=f"{sheet.note} {_LEFT_OUT}".strip())
    return View(
        title=f"The work of {reader.item(here).label}" if here else "Units and the work they carry",
        lead=_lead(units),
        sheets=(sheet,),
        legend=(Key("unit", box_of("OrganizationalUnit")), Key("unit without actions", NEUTRAL),
                Key("direction or plan of the actions", box_of("StrategicDirection")), Key("has unit", PLAIN),
                Key("width: how many actions", Line(_WORK.color, 5, head=""))),
        table=_table(reader, units),
        empty="No document names a unit.",
        choices=(Choice("item", named(reader, areas | every.keys()), identifier(here)),),
    )  # fmt: skip


def _sheet(
    reader: Reader, units: dict[str, _Unit], work: list[Binding], here: str, told: Sequence[Binding] = ()
) -> Sheet:
    """Return units and the directions or plans of their actions; what is only told stands in no line."""
    depth, columns, last = _columns(reader, units, drawn=bool(work))
    sheet = Sheet("Units", columns, here=here)
    facts = _areas(reader, [*work, *told])
    for iri in sorted(units):
        _add_unit(sheet, reader, iri, units[iri], (depth[iri], facts[iri]))
        sheet.group(iri, reader.item(_root(units, iri)).label)
    for iri in sorted(units):
        for larger in sorted(units[iri].larger):
            words = f"{reader.item(iri).label} is a unit of {reader.item(larger).label}"
            sheet.join(larger, iri, PLAIN, About(words, (), reader.evidence(iri)), name="has unit")
    for row in work:
        unit, area, actions = str(row["unit"]), str(row["area"]), int(str(row["actions"]))
        _add_area(sheet, reader, area, last)
        about = About(f"{reader.item(unit).label}: {reader.item(area).label}", (_carried(row),))
        line = Line(_WORK.color, min(9.0, _WORK.width + actions / 3), head="", opacity=_WORK.opacity)
        sheet.join(unit, area, line, about, name=_counted(actions, "action"))
    return sheet


def _lead(units: dict[str, _Unit]) -> str:
    within = sum(bool(unit.larger) for unit in units.values())
    said = f"{_counted(len(units), 'unit')}; "
    if within:
        return said + f"{within:,} of them stand right of the unit that they are said to belong to."
    return said + "no document says that one belongs to another."


def _columns(
    reader: Reader, units: dict[str, _Unit], *, drawn: bool
) -> tuple[dict[str, int], tuple[str, ...], int]:
    """Return the column of each unit, the titles, and the column of directions and plans.

    Where no unit belongs to another, half of many stand on the other side of what they all lead to.
    """
    depth = {iri: _depth(units, iri, frozenset()) for iri in units}
    deepest = max(depth.values(), default=0)
    if deepest or not drawn or len(units) <= _ONE_SIDE:
        columns = ("Units", *["Units within them"] * deepest, *([_AREAS] if drawn else []))
        return depth, columns, deepest + 1
    ordered = sorted(units, key=lambda iri: (reader.item(iri).label, iri))
    half = set(ordered[(len(ordered) + 1) // 2 :])
    return {iri: 2 if iri in half else 0 for iri in units}, ("Units", _AREAS, "Units"), 1


def _areas(reader: Reader, work: Sequence[Binding]) -> dict[str, list[str]]:
    """Return in words under which directions and plans each unit has actions."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in work:
        found[str(row["unit"])].append(f"{reader.item(str(row['area'])).label}: {_carried(row)}")
    return found


def _carried(row: Binding) -> str:
    return f"{_counted(int(str(row['actions'])), 'action')}, {row['actionsLed']} of them led"


def _root(units: dict[str, _Unit], iri: str) -> str:
    """Return the largest unit above a unit, the first by name where there are several."""
    seen: set[str] = set()
    while (above := sorted(units[iri].larger - seen - {iri})) and iri not in seen:
        seen.add(iri)
        iri = above[0]
    return iri


def _around(units: dict[str, _Unit], work: list[Binding], here: str) -> dict[str, _Unit]:
    """Return a unit with the larger ones that it belongs to and the smaller ones, or the units of an area."""
    kept = {here} & units.keys() or {str(row["unit"]) for row in work if str(row["area"]) == here}
    for _ in units:
        near = {up for iri in kept for up in units[iri].larger}
        near |= {iri for iri, unit in units.items() if unit.larger & kept} if here in units else set()
        if near <= kept:
            break
        kept |= near
    return {iri: units[iri] for iri in units if iri in kept}


def _units(store: Store) -> dict[str, _Unit]:
    found: dict[str, _Unit] = {}
    for row in rows(store, "organisation"):
        unit = found.setdefault(str(row["unit"]), _Unit())
        if "larger" in row:
            unit.larger.add(str(row["larger"]))
        unit.counts = {name: int(str(row.get(name, 0))) for name, _, _ in _COUNTS}
    for larger in {iri for unit in found.values() for iri in unit.larger} - found.keys():
        found[larger] = _Unit()
    return found


def _depth(units: dict[str, _Unit], iri: str, seen: frozenset[str]) -> int:
    """Return how many units stand above a unit; a circle is cut where it closes."""
    larger = units[iri].larger - seen - {iri}
    return 1 + max(_depth(units, up, seen | {iri}) for up in larger) if larger else 0


def _add_unit(sheet: Sheet, reader: Reader, iri: str, unit: _Unit, at: tuple[int, list[str]]) -> None:
    item, (column, areas) = reader.item(iri), at
    more = (f"and {len(areas) - _TOLD} more",) if len(areas) > _TOLD else ()
    about = About(item.label, (*_facts(unit), *areas[:_TOLD], *more), reader.evidence(iri), iri=iri)
    box = (
        box_of("OrganizationalUnit")
        if unit.counts.get("actions") or unit.counts.get("actionsLed")
        else NEUTRAL
    )
    carried = unit.counts.get("actions", 0)
    label = counted(item.label, _counted(carried, "action")) if carried else item.label
    sheet.add(iri, label, box, about, column)


def _add_area(sheet: Sheet, reader: Reader, iri: str, column: int) -> None:
    item = reader.item(iri)
    about = About(item.as_text(), (), reader.evidence(iri), iri=iri)
    sheet.add(iri, item.label, box_of(item.type), about, column)


def _facts(unit: _Unit) -> tuple[str, ...]:
    return tuple(
        f"{verb} {_counted(unit.counts[name], noun)}" for name, verb, noun in _COUNTS if unit.counts.get(name)
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _table(reader: Reader, units: dict[str, _Unit]) -> Table:
    lines = [
        (reader.item(iri).label, "; ".join(sorted(reader.item(up).label for up in unit.larger)),
         *(str(unit.counts.get(name, 0)) for name, _, _ in _COUNTS),
         citations(reader.evidence(iri)))
        for iri, unit in sorted(units.items(), key=lambda u: reader.item(u[0]).label)
    ]  # fmt: skip
    head = ("Unit", "Belongs to", "Actions led", "Actions", "Services", "Plans", "Where it stands")
    return Table(head, tuple(lines))
