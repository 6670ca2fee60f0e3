"""One school's sheet: names, levels, tier, programs, where students come from and go on to, what is said."""

from dataclasses import dataclass
from typing import Any

from graph.errors import UsageError
from graph.feeders import FeederLink, SchoolFacts
from graph.item_sheet import SheetReader
from graph.items import Fact, Item, Reader
from graph.model import Evidence
from graph.school_book import Offering, SchoolBook, TierGiven

__all__ = ["SchoolSheet", "Told", "Way", "school_sheet"]

_RECORDS = frozenset({"atSchool", "fromSchool", "toSchool"})  # told elsewhere on the sheet
_NOTE = "aboutSchool"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a plan says of the school, with its places."""

    item: Item
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as a JSON object."""
        return {"item": self.item.as_json(), "evidence": [e.as_json() for e in self.evidence]}


@dataclass(frozen=True, slots=True)
class Way:
    """The way to or from another school."""

    school: Item
    program: Item | None
    status: str
    basis: str
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the way as a JSON object."""
        return {
            "school": self.school.as_json(),
            "program": self.program.as_json() if self.program else None,
            "status": self.status,
            "basis": self.basis,
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class SchoolSheet:
    """A school with all that the plans tell of it."""

    facts: SchoolFacts
    names: tuple[str, ...]
    tiers: tuple[TierGiven, ...]
    offerings: tuple[Offering, ...]
    comes_from: tuple[Way, ...]
    goes_to: tuple[Way, ...]
    notes: tuple[Told, ...]
    """Sentences about its room, growth or placement."""
    others: tuple[Fact, ...]
    said: tuple[Told, ...]
    """Whatever else of the plans names it."""
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the sheet as a JSON object."""
        return {
            "school": self.facts.item.as_json(),
            "names": list(self.names),
            "levels": list(self.facts.levels),
            "tiers": [t.as_json() for t in self.tiers],
            "programs": [o.as_json() for o in self.offerings],
            "comes_from": [w.as_json() for w in self.comes_from],
            "goes_to": [w.as_json() for w in self.goes_to],
            "notes": [t.as_json() for t in self.notes],
            "facts": [f.as_json() for f in self.others],
            "said": [t.as_json() for t in self.said],
            "evidence": [e.as_json() for e in self.evidence],
        }


def school_sheet(book: SchoolBook, iri: str) -> SchoolSheet:
    """Return a school's sheet; raises UsageError where the item is no school."""
    line = next((line for line in book.lines if line.facts.item.iri == iri), None)
    if line is None:
        item = book.reader.item(iri)
        raise UsageError(f"{item.label!r} is no school but of the class {item.type}; /schools lists them.")
    sheet = SheetReader(book.reader).sheet(iri)
    notes, said = _said(book.reader, iri)
    return SchoolSheet(
        line.facts,
        sheet.names,
        line.tiers,
        line.offerings,
        tuple(_way(book.reader, k, k.source) for k in book.links(iri, onward=False)),
        tuple(_way(book.reader, k, k.target) for k in book.links(iri, onward=True)),
        notes,
        tuple(f for f in sheet.facts if f.property != "level"),
        said,
        sheet.evidence,
    )


def _way(reader: Reader, link: FeederLink, other: str) -> Way:
    program = reader.item(link.program_iri) if link.program_iri else None
    return Way(reader.item(other), program, link.status, link.basis, reader.evidence(link.iri))


def _said(reader: Reader, iri: str) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Return the notes about a school, and what else names it."""
    named = reader.view(iri).named_by
    notes = {f.iri: None for f in named if f.iri and f.property == _NOTE}
    others = {f.iri: None for f in named if f.iri and f.property not in _RECORDS and f.iri not in notes}
    return _told(reader, notes), _told(reader, others)


def _told(reader: Reader, iris: dict[str, None]) -> tuple[Told, ...]:
    return tuple(Told(reader.item(iri), reader.evidence(iri)) for iri in iris)
