"""Each program with its schools by level, and whether students can go on with it to the next level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.feeders import LEVELS
from graph.gaps import find_gaps
from graph.model import Evidence
from graph.paging import paged
from graph.program_tree import ProgramPlace
from graph.school_book import Offering, SchoolBook

__all__ = ["ProgramLine", "ProgramList", "list_programs"]

_WITHOUT_CONTINUATION = "G16"
_A_PAGE = 50  # programs


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """A program with who offers it."""

    place: ProgramPlace
    schools: tuple[tuple[str, tuple[Offering, ...]], ...]
    """Its offerings at the schools of each level; the level is empty where none is known."""
    ends: tuple[str, ...]
    """The levels at which no school goes on with it."""
    on_map: bool
    """Whether it, or a program within it, is on the map of feeders."""
    evidence: tuple[Evidence, ...]

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses of its offerings."""
        return frozenset(o.status for _, offerings in self.schools for o in offerings)

    def only(self, status: str) -> "ProgramLine":
        """Return it with only its offerings of a status."""
        schools = ((level, tuple(o for o in found if o.status == status)) for level, found in self.schools)
        return replace(self, schools=tuple(schools))

    def at(self, level: str) -> tuple[Offering, ...]:
        """Return its offerings at the schools of a level."""
        return dict(self.schools).get(level, ())

    def as_json(self) -> dict[str, Any]:
        """Return the program as a JSON object."""
        return self.place.as_json() | {
            "schools": [{"level": level or None, "offerings": [o.as_json() for o in offerings]}
                        for level, offerings in self.schools if offerings],
            "without_continuation": list(self.ends),
            "evidence": [e.as_json() for e in self.evidence],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProgramList:
    """The programs that fit, in the order of an outline."""

    lines: tuple[ProgramLine, ...]
    total: int
    ending: int
    """How many of all programs have no continuation."""
    fitting: int
    """How many fit; `lines` may be a page of them."""
    at: int = 1
    last: int = 1

    @property
    def rule(self) -> str:
        """The rule of gaps that finds programs without a continuation."""
        return _WITHOUT_CONTINUATION

    @property
    def unplaced(self) -> bool:
        """Whether a school without a level offers one of them."""
        return any(line.at("") for line in self.lines)

    def only(self, status: str = "", *, ends: bool = False) -> "ProgramList":
        """Return the programs with offerings of a status, and only these; or those without a continuation."""
        kept = (line.only(status) if status else line for line in self.lines if line.ends or not ends)
        found = (line for line in kept if not status or line.statuses)
        lines = tuple(found)
        return replace(self, lines=lines, fitting=len(lines))

    def page(self, at: int | None) -> "ProgramList":
        """Return one page of the programs, counted from 1; or all of them as one page."""
        lines, page, last = paged(self.lines, at, _A_PAGE)
        return replace(self, lines=lines, at=page, last=last)

    def as_json(self) -> dict[str, Any]:
        """Return the programs as a JSON object."""
        return {
            "programs": [line.as_json() for line in self.lines],
            "fitting": self.fitting,
            "total": self.total,
            "page": self.at,
            "pages": self.last,
            "without_continuation": self.ending,
        }


def list_programs(book: SchoolBook) -> ProgramList:
    """Return all programs of a book."""
    ends: dict[str, list[str]] = {}
    for finding in find_gaps(book.reader.store, _WITHOUT_CONTINUATION).findings:
        ends.setdefault(finding.subject.iri, []).append(finding.value)
    levels = {line.facts.item.iri: line.facts.levels for line in book.lines}
    offered: dict[str, list[Offering]] = {}
    for one in book.offerings:
        offered.setdefault(one.program.iri, []).append(one)
    drawn = {o.program.iri for o in book.offerings} | {k.program_iri for k in book.feeders.links}
    lines = tuple(
        _line(book, place, offered.get(place.item.iri, ()), levels, ends, drawn) for place in book.tree.places
    )
    return ProgramList(lines, len(lines), sum(bool(line.ends) for line in lines), len(lines))


def _line(
    book: SchoolBook,
    place: ProgramPlace,
    offered: Sequence[Offering],
    levels: Mapping[str, tuple[str, ...]],
    ends: Mapping[str, Sequence[str]],
    drawn: set[str],
) -> ProgramLine:
    iri = place.item.iri
    at = {level: tuple(o for o in offered if level in levels.get(o.school.iri, ())) for level in LEVELS}
    unplaced = tuple(o for o in offered if not set(LEVELS) & set(levels.get(o.school.iri, ())))
    missing = tuple(sorted(ends.get(iri, ()), key=lambda name: (name not in LEVELS, name == "high", name)))
    return ProgramLine(
        place,
        (*at.items(), ("", unplaced)),
        missing,
        bool(book.tree.within(iri) & drawn),
        book.reader.evidence(iri),
    )
