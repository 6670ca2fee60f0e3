"""Where students go on to: the links between schools by program, and what is known of each school."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from rdflib.term import Node

from graph.catalogue import rows
from graph.items import Item, Reader, local_name
from graph.store import Store
from graph.vocabulary import GT, SCHEMA

__all__ = ["LEVELS", "FeederLink", "Feeders", "SchoolFacts", "feeders"]

LEVELS = ("elementary", "middle", "high")
_FIRST_LEVEL = {name: at for at, name in enumerate(LEVELS)}


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """A school: its levels, its tier in each year, its programs by status, what is said of its room."""

    item: Item
    levels: tuple[str, ...] = ()
    tiers: tuple[tuple[str, str], ...] = ()
    programs: tuple[tuple[str, str, str], ...] = ()
    """The IRI, label and status of each."""
    statements: tuple[tuple[str, str], ...] = ()
    """The IRI and words of each sentence about its capacity, expansion or placement."""

    @property
    def tier(self) -> str:
        """The tier of the latest year."""
        return max(self.tiers)[1] if self.tiers else ""

    @property
    def lowest(self) -> int | None:
        """The place of its lowest level, from elementary up."""
        return min((_FIRST_LEVEL[name] for name in self.levels if name in _FIRST_LEVEL), default=None)

    def as_json(self) -> dict[str, Any]:
        """Return the school as a JSON object."""
        return self.item.as_json() | {
            "levels": list(self.levels),
            "tiers": [{"year": year or None, "tier": tier} for year, tier in self.tiers],
            "programs": [{"iri": i, "label": label, "status": status} for i, label, status in self.programs],
            "statements": [{"iri": iri, "text": words} for iri, words in self.statements],
        }


@dataclass(frozen=True, slots=True)
class FeederLink:
    """One way from school to school."""

    iri: str
    source: str
    target: str
    program: str
    program_iri: str
    status: str
    basis: str

    def goes_on_in(self, other: "FeederLink") -> bool:
        """Whether students of this link may go on with another: in the same program, or none is named."""
        return not self.program or not other.program or self.program == other.program


@dataclass(frozen=True)
class Feeders:
    """All links and schools, and the labels of the tiers, the one of most need first."""

    reader: Reader
    links: tuple[FeederLink, ...]
    schools: dict[str, SchoolFacts]
    tiers: tuple[str, ...]

    def school(self, iri: str) -> SchoolFacts:
        """Return what is known of a school."""
        return self.schools.get(iri) or SchoolFacts(self.reader.item(iri))

    def way_on(self, school: str) -> tuple[FeederLink, ...]:
        """Return the links by which students of a school go on, nearest first."""
        return tuple(self._ways(school, onward=True))

    def way_to(self, school: str) -> tuple[FeederLink, ...]:
        """Return the links by which students come to a school, nearest first."""
        return tuple(self._ways(school, onward=False))

    def of(self, *, school: str = "", programs: frozenset[str] = frozenset(), status: str = "") -> "Feeders":
        """Return only the ways through a school, of some programs, of one status."""
        links = self.links
        if programs:
            links = tuple(link for link in links if link.program_iri in programs)
        if status:
            links = tuple(link for link in links if link.status == status)
        found = replace(self, links=links, schools=self._offering(programs, status))
        if not school:
            return found
        ways = {link.iri for link in (*found.way_to(school), *found.way_on(school))}
        links = tuple(link for link in links if link.iri in ways)
        kept = {school, *(end for link in links for end in (link.source, link.target))}
        schools = {iri: self.schools[iri] for iri in self.schools if iri in kept}
        return replace(found, links=links, schools=schools)

    def _offering(self, programs: frozenset[str], status: str) -> dict[str, SchoolFacts]:
        """Return the schools, of their programs only those that are asked for."""
        return {
            iri: replace(
                school,
                programs=tuple(
                    p
                    for p in school.programs
                    if (not programs or p[0] in programs) and (not status or p[2] == status)
                ),
            )
            for iri, school in self.schools.items()
        }

    def _ways(self, school: str, *, onward: bool) -> Iterator[FeederLink]:
        waiting, seen = [link for link in self.links if _start(link, onward) == school], set()
        while waiting:
            link = waiting.pop(0)
            if link.iri in seen:
                continue
            seen.add(link.iri)
            yield link
            end = link.target if onward else link.source
            waiting += [n for n in self.links if _start(n, onward) == end and link.goes_on_in(n)]


def feeders(reader: Reader) -> Feeders:
    """Return the links between schools and what is known of the schools."""
    reader.learn(GT.FeederLink, SCHEMA.School)
    links = tuple(
        FeederLink(str(r["link"]), str(r["from"]), str(r["to"]), str(r.get("programLabel", "")),
                   str(r.get("program", "")), _name(r.get("status"), "existing"),
                   _name(r.get("basis"), "stated"))
        for r in rows(reader.store, "feeder_links")
    )  # fmt: skip
    return Feeders(reader, links, _schools(reader), _tiers(reader.store))


def _start(link: FeederLink, onward: bool) -> str:
    return link.source if onward else link.target


def _name(term: Node | None, otherwise: str) -> str:
    return local_name(term) if term is not None else otherwise


def _schools(reader: Reader) -> dict[str, SchoolFacts]:
    levels: dict[str, set[str]] = {}
    tiers: dict[str, set[tuple[str, str]]] = {}
    programs: dict[str, set[tuple[str, str, str]]] = {}
    said: dict[str, list[tuple[str, str]]] = {}
    for row in rows(reader.store, "schools"):
        iri = str(row["school"])
        levels.setdefault(iri, set()).update([local_name(row["level"])] if "level" in row else ())
        if "tierLabel" in row:
            tiers.setdefault(iri, set()).add((str(row.get("year", "")), str(row["tierLabel"])))
    for row in rows(reader.store, "program_offerings"):
        given = str(row["program"]), str(row.get("programLabel", "")), _name(row.get("status"), "existing")
        programs.setdefault(str(row["school"]), set()).add(given)
    for row in rows(reader.store, "school_statements"):
        said.setdefault(str(row["school"]), []).append((str(row["statement"]), str(row.get("label", ""))))
    return {
        iri: SchoolFacts(
            reader.item(iri),
            tuple(sorted(levels.get(iri, ()), key=lambda name: (_FIRST_LEVEL.get(name, 9), name))),
            tuple(sorted(tiers.get(iri, ()))),
            _by_label(programs.get(iri, ())),
            tuple(said.get(iri, ())),
        )
        for iri in {**levels, **programs}
    }


def _by_label(programs: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple(sorted(programs, key=lambda program: (program[1], program[2], program[0])))


def _tiers(store: Store) -> tuple[str, ...]:
    """Return the tiers, the one of most points first, for the plans' points count need."""
    points: dict[str, float] = {}
    for row in rows(store, "schools"):
        if "tierLabel" in row:
            points[str(row["tierLabel"])] = float(str(row.get("points", 0)))
    return tuple(sorted(points, key=lambda label: (-points[label], label)))
