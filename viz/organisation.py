"""The map of the organisation: units within units, and the work that each carries."""

from dataclasses import dataclass, field

from graph.catalogue import rows
from graph.citations import citations
from graph.items import Reader
from graph.store import Store
from viz.style import NEUTRAL, PLAIN, Line, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["organisation"]

_COUNTS = (("actionsLed", "leads", "action"), ("actions", "is responsible for", "action"),
           ("services", "provides", "service"), ("plans", "has", "plan"))  # fmt: skip
_WORK = Line("#2b69a8", 1.4, opacity=0.7)


@dataclass
class _Unit:
    """A unit, the larger ones that it belongs to, and how much it carries."""

    larger: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)


def organisation(store: Store) -> View:
    """Return the map of units."""
    reader, units = Reader(store), _units(store)
    depth = {iri: _depth(units, iri, frozenset()) for iri in units}
    deepest = max(depth.values(), default=0)
    work = rows(store, "unit_work")
    sheet = Sheet("Units", ("Units", *["Units within them"] * deepest, "Their actions under"))
    for iri in sorted(units):
        _add_unit(sheet, reader, iri, units[iri], depth[iri])
    for iri in sorted(units):
        for larger in sorted(units[iri].larger):
            about = About(f"{reader.item(iri).label} is a unit of {reader.item(larger).label}", (),
                          reader.evidence(iri))  # fmt: skip
            sheet.join(larger, iri, PLAIN, about)
    for row in work:
        unit, area, actions, led = (str(row[name]) for name in ("unit", "area", "actions", "actionsLed"))
        _add_area(sheet, reader, area, deepest + 1)
        about = About(f"{reader.item(unit).label}: {reader.item(area).label}",
                      (f"{_counted(int(actions), 'action')}, {led} of them led",))  # fmt: skip
        width = min(9.0, _WORK.width + int(actions) / 3)
        sheet.join(unit, area, Line(_WORK.color, width, head="", opacity=_WORK.opacity), about)
    return View(
        title="Units and the work they carry",
        lead=f"{_counted(len(units), 'unit')}; each stands right of the unit that it is said to belong to.",
        sheets=(sheet,),
        legend=(Key("unit", box_of("OrganizationalUnit")), Key("unit without actions", NEUTRAL),
                Key("direction or plan of the actions", box_of("StrategicDirection")), Key("has unit", PLAIN),
                Key("width: how many actions", Line(_WORK.color, 5, head=""))),
        table=_table(reader, units),
        empty="No document names a unit.",
    )  # fmt: skip


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


def _add_unit(sheet: Sheet, reader: Reader, iri: str, unit: _Unit, column: int) -> None:
    item = reader.item(iri)
    about = About(item.label, _facts(unit), reader.evidence(iri))
    box = (
        box_of("OrganizationalUnit")
        if unit.counts.get("actions") or unit.counts.get("actionsLed")
        else NEUTRAL
    )
    carried = unit.counts.get("actions", 0)
    label = f"{item.label}\n{_counted(carried, 'action')}" if carried else item.label
    sheet.add(iri, label, box, about, column)


def _add_area(sheet: Sheet, reader: Reader, iri: str, column: int) -> None:
    item = reader.item(iri)
    sheet.add(iri, item.label, box_of(item.type), About(item.as_text(), (), reader.evidence(iri)), column)


def _facts(unit: _Unit) -> tuple[str, ...]:
    return tuple(
        f"{verb} {_counted(unit.counts[name], noun)}" for name, verb, noun in _COUNTS if unit.counts.get(name)
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _table(reader: Reader, units: dict[str, _Unit]) -> Table:
    lines = [
        (reader.item(iri).label, "; ".join(sorted(reader.item(up).label for up in unit.larger)),
         *(str(unit.counts.get(name, 0)) for name, _, _ in _COUNTS),
         citations(reader.evidence(iri)))
        for iri, unit in sorted(units.items(), key=lambda u: reader.item(u[0]).label)
    ]  # fmt: skip
    head = ("Unit", "Belongs to", "Actions led", "Actions", "Services", "Plans", "Where it stands")
    return Table(head, tuple(lines))
