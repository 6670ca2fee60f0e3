"""All schools with their programs and the ways between them, as planners look them up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from graph.catalogue import rows
from graph.feeders import LEVELS, FeederLink, Feeders, SchoolFacts, feeders
from graph.items import Item, Reader, local_name
from graph.model import Evidence
from graph.paging import paged
from graph.program_tree import ProgramTree, program_tree
from graph.store import Store
from graph.vocabulary import GT

_One = TypeVar("_One")
_A_PAGE = 50  # schools

__all__ = ["Offering", "SchoolBook", "SchoolLine", "SchoolList", "TierGiven", "read_schools"]


@dataclass(frozen=True, slots=True)
class Offering:
    """That a school offers a program, or is proposed to."""

    iri: str
    school: Item
    program: Item
    status: str
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the offering as a JSON object."""
        return {"iri": self.iri, "school": self.school.as_json(), "program": self.program.as_json(),
                "status": self.status, "evidence": [e.as_json() for e in self.evidence]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TierGiven:
    """A tier that a school is given in a year, with where this is said."""

    tier: str
    year: str
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the tier as a JSON object."""
        evidence = [e.as_json() for e in self.evidence]
        return {"tier": self.tier, "year": self.year or None, "evidence": evidence}


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school of the list, with how many schools students come from and go on to."""

    facts: SchoolFacts
    tiers: tuple[TierGiven, ...]
    """Its tiers, the latest first."""
    offerings: tuple[Offering, ...]
    comes_from: int
    goes_to: int
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the line as a JSON object."""
        return {
            "school": self.facts.item.as_json(),
            "levels": list(self.facts.levels),
            "tiers": [tier.as_json() for tier in self.tiers],
            "programs": [o.as_json() for o in self.offerings],
            "comes_from": self.comes_from,
            "goes_to": self.goes_to,
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class SchoolList:
    """A page of the schools that fit, of all that there are."""

    lines: tuple[SchoolLine, ...]
    fitting: int
    total: int
    at: int
    last: int

    def as_json(self) -> dict[str, Any]:
        """Return the list as a JSON object."""
        schools = [line.as_json() for line in self.lines]
        counts = {"fitting": self.fitting, "total": self.total, "page": self.at, "pages": self.last}
        return {"schools": schools} | counts


@dataclass(frozen=True)
class SchoolBook:
    """What is known of all schools, read once."""

    reader: Reader
    feeders: Feeders
    tree: ProgramTree
    offerings: tuple[Offering, ...]
    lines: tuple[SchoolLine, ...]

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The levels that some school has, from the lowest up."""
        found = {level for line in self.lines for level in line.facts.levels}
        return tuple(
            sorted(found, key=lambda name: (LEVELS.index(name) if name in LEVELS else len(LEVELS), name))
        )

    @cached_property
    def programs(self) -> tuple[Item, ...]:
        """The programs, by name."""
        return tuple(sorted((p.item for p in self.tree.places), key=lambda item: (item.label, item.iri)))

    def only(self, level: str = "", tier: str = "", program: str = "", at: int | None = None) -> SchoolList:
        """Return the schools of a level, of a tier in its latest year, of a program or one within it.

        `at` is a page of them, counted from 1; without it, all of them are one page.
        """
        within = self.tree.within(program) if program else frozenset()
        found = [
            line
            for line in self.lines
            if (not level or level in line.facts.levels)
            and (not tier or tier == line.facts.tier)
            and (not program or any(o.program.iri in within for o in line.offerings))
        ]
        shown, page, last = paged(found, at, _A_PAGE)
        return SchoolList(shown, len(found), len(self.lines), page, last)

    def links(self, school: str, *, onward: bool) -> tuple[FeederLink, ...]:
        """Return the ways that lead from a school, or to it."""
        found = (self.onward if onward else self.to).get(school, ())
        return tuple(sorted(found, key=lambda k: (self._other(k, onward).label, k.program, k.iri)))

    @cached_property
    def offered(self) -> Mapping[str, tuple[Offering, ...]]:
        """What each school offers."""
        return _by((one.school.iri, one) for one in self.offerings)

    @cached_property
    def onward(self) -> Mapping[str, tuple[FeederLink, ...]]:
        """The ways from each school."""
        return _by((link.source, link) for link in self.feeders.links)

    @cached_property
    def to(self) -> Mapping[str, tuple[FeederLink, ...]]:
        """The ways to each school."""
        return _by((link.target, link) for link in self.feeders.links)

    def _other(self, link: FeederLink, onward: bool) -> Item:
        return self.reader.item(link.target if onward else link.source)


def read_schools(store: Store, known: Iterable[Item] = ()) -> SchoolBook:
    """Return what a store tells of all schools; `known` are items that were read already."""
    reader = Reader(store)
    reader.know(known)
    ways = feeders(reader)
    reader.learn(GT.ProgramOffering, GT.Program, GT.TierAssignment)
    offerings = tuple(_offerings(reader))
    tree = program_tree(reader, (o.program.iri for o in offerings))
    book = SchoolBook(reader, ways, tree, offerings, ())
    tiers = _tiers(reader)
    schools = sorted(ways.schools.values(), key=lambda s: (s.item.label.casefold(), s.item.iri))
    return replace(book, lines=tuple(_line(book, school, tiers) for school in schools))


def _by(pairs: Iterable[tuple[str, _One]]) -> Mapping[str, tuple[_One, ...]]:
    """Return what belongs to each school."""
    found: dict[str, list[_One]] = {}
    for school, one in pairs:
        found.setdefault(school, []).append(one)
    return {school: tuple(ones) for school, ones in found.items()}


def _tiers(reader: Reader) -> dict[str, list[TierGiven]]:
    """Return the tiers of each school, the latest first."""
    found: dict[str, list[TierGiven]] = {}
    for row in rows(reader.store, "tier_assignments"):
        given = TierGiven(
            str(row["tierLabel"]), str(row.get("year", "")), reader.evidence(str(row["assignment"]))
        )
        found.setdefault(str(row["school"]), []).append(given)
    return found


def _offerings(reader: Reader) -> Iterable[Offering]:
    for row in rows(reader.store, "program_offerings"):
        status = local_name(row["status"]) if "status" in row else "existing"
        school, program = reader.item(str(row["school"])), reader.item(str(row["program"]))
        iri = str(row["offering"])
        yield Offering(iri, school, program, status, reader.evidence(iri))


def _line(book: SchoolBook, school: SchoolFacts, tiers: Mapping[str, Sequence[TierGiven]]) -> SchoolLine:
    iri = school.item.iri
    return SchoolLine(
        school,
        tuple(tiers.get(iri, ())),
        book.offered.get(iri, ()),
        len({k.source for k in book.to.get(iri, ())}),
        len({k.target for k in book.onward.get(iri, ())}),
        book.reader.evidence(iri),
    )
