"""What is to be done when: actions by horizon or school year, and the targets that fall due."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.errors import UsageError
from graph.items import Item, local_name
from graph.model import Evidence
from graph.paging import Page
from graph.planned.book import Book
from graph.planned.outline import in_time
from graph.planned.targets import DueTarget, due_targets
from graph.planned.wanted import Wanted
from graph.planned.when import school_years, year_name

__all__ = ["AXES", "Column", "Entry", "Lane", "PageOfTimeline", "Timeline", "timeline"]

AXES = ("horizon", "year")
_ABOVE = ("partOf", "underPriority", "underGoal")
_A_PAGE = 25  # actions, and targets
_YEARS = ("timeline", "schoolYear")


@dataclass(frozen=True, slots=True)
class Column:
    """A horizon or school year; `note` is how the plans describe it."""

    key: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """An action with the columns in which it runs; it begins in the first and is due in the last."""

    item: Item
    when: tuple[str, ...]
    basis: str
    """`stated` of the action itself, `section` where only its plan or goal names a year, or nothing."""
    written: tuple[str, ...]
    book: Book

    @property
    def leads(self) -> tuple[Item, ...]:
        """The units that lead it."""
        return self.book.named(self.book.ends(self.item.iri, "leadResponsible"))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the action."""
        return self.book.evidence(self.item.iri)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was unclear about its time."""
        return self.book.said(self.item.iri, "horizonNote")

    def as_json(self) -> dict[str, Any]:
        """Return the entry as a JSON object."""
        return {
            "item": self.item.as_json(),
            "begins": self.when[0] if self.when else None,
            "due": self.when[-1] if self.when else None,
            "runs": list(self.when),
            "basis": self.basis or None,
            "written": list(self.written),
            "led_by": [unit.as_json() for unit in self.leads],
            "notes": list(self.notes),
            "evidence": [e.as_json() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Lane:
    """All actions that run in the same columns on the same basis."""

    when: tuple[str, ...]
    basis: str
    actions: int

    @property
    def key(self) -> str:
        """The columns as one word, for addresses."""
        return " ".join((*self.when, *([self.basis] if self.basis == "section" else [])))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions begin, run and are due in a column, and how many targets fall due."""

    column: Column
    begins: int
    runs: int
    due: int
    targets: int


@dataclass(frozen=True)
class Timeline:
    """Actions and targets along one axis."""

    by: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    targets: tuple[DueTarget, ...]

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """The actions by when they run, the earliest first."""
        counts = Counter((entry.when, entry.basis) for entry in self.entries if entry.when)
        keys = [column.key for column in self.columns]
        found = [Lane(when, basis, count) for (when, basis), count in counts.items()]
        return tuple(sorted(found, key=lambda lane: ([keys.index(k) for k in lane.when], lane.basis)))

    @cached_property
    def undated(self) -> int:
        """How many actions have no horizon or year."""
        return sum(not entry.when for entry in self.entries)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """The counts of each column."""
        begun = Counter(e.when[0] for e in self.entries if e.when)
        run = Counter(key for e in self.entries for key in e.when)
        due = Counter(e.when[-1] for e in self.entries if e.when)
        targets = Counter(t.year for t in self.targets)
        return tuple(
            Tally(column, begun[column.key], run[column.key], due[column.key], targets[column.key])
            for column in self.columns
        )

    @cached_property
    def undue(self) -> int:
        """How many targets have no year."""
        return sum(not target.year for target in self.targets)

    def running(self, when: str = "", span: str = "") -> tuple[Entry, ...]:
        """Return the actions of a column (`none` for those without any), or of one lane."""
        if span:
            wanted = {(lane.when, lane.basis) for lane in self.lanes if lane.key == span}
            return tuple(e for e in self.entries if (e.when, e.basis) in wanted)
        if when == "none":
            return tuple(e for e in self.entries if not e.when)
        return tuple(e for e in self.entries if when in e.when) if when else self.entries

    def page(
        self, when: str = "", span: str = "", at: int | None = 1, due: int | None = 1
    ) -> "PageOfTimeline":
        """Return a page of the actions of a column or lane, and one of the targets, counted from 1.

        Without a number, all of them are one page.
        """
        actions = Page.cut(self.running(when, span), at, _A_PAGE)
        return PageOfTimeline(self, actions, Page.cut(self.targets, due, _A_PAGE))

    def as_json(self) -> dict[str, Any]:
        """Return the columns as a JSON object, with how many actions there are."""
        return {
            "by": self.by,
            "columns": [
                {
                    "key": t.column.key,
                    "label": t.column.label,
                    "note": t.column.note or None,
                    "begins": t.begins,
                    "runs": t.runs,
                    "due": t.due,
                    "targets": t.targets,
                }
                for t in self.tallies
            ],
            "actions": len(self.entries),
            "undated": self.undated,
        }


@dataclass(frozen=True, slots=True)
class PageOfTimeline:
    """A timeline with some of its actions and targets."""

    line: Timeline
    actions: Page[Entry]
    targets: Page[DueTarget]

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object."""
        return self.line.as_json() | {
            "entries": [e.as_json() for e in self.actions.shown],
            "total": self.actions.total,
            "page": self.actions.at,
            "pages": self.actions.last,
            "targets": [t.as_json() for t in self.targets.shown],
            "targets_total": self.targets.total,
            "targets_page": self.targets.at,
            "targets_pages": self.targets.last,
        }


def timeline(book: Book, by: str = "", wanted: Wanted | None = None) -> Timeline:
    """Return the timeline of the actions that are wanted, by horizon or year, or by what is said more.

    Raises UsageError where there is no such axis.
    """
    if by and by not in AXES:
        raise UsageError(f"A timeline is drawn by {' or '.join(AXES)}, not by {by!r}.")
    wanted = wanted or Wanted()
    chosen = wanted.actions(book)
    if not by:
        by = "horizon" if any(book.ends(iri, "horizon") for iri in chosen) else "year"
    targets = due_targets(book, wanted)
    make = _by_horizon if by == "horizon" else _by_year
    entries = [make(book, iri) for iri in chosen]
    used = {key for entry in entries for key in entry.when}
    years = used | {t.year for t in targets if t.year}
    columns = _horizons(book, chosen) if by == "horizon" else _years(years)
    order = {column.key: n for n, column in enumerate(columns)}
    entries.sort(
        key=lambda entry: [order[key] for key in (*entry.when[:1], *entry.when[-1:])] or [len(order)]
    )
    return Timeline(by, columns, tuple(entries), targets)


def _by_horizon(book: Book, iri: str) -> Entry:
    when = tuple(local_name(end) for end in in_time(book.ends(iri, "horizon")))
    return Entry(book.item(iri), when, "stated" if when else "", book.said(iri, "timeline"), book)


def _by_year(book: Book, iri: str) -> Entry:
    own = book.said(iri, *_YEARS)
    if years := _read(own):
        return Entry(book.item(iri), years, "stated", own, book)
    for above in (*book.ends(iri, *_ABOVE), *book.ends(iri, "inPlan")):
        if years := _read(book.said(above, *_YEARS, "temporal")):
            return Entry(book.item(iri), years, "section", own, book)
    return Entry(book.item(iri), (), "", own, book)


def _read(written: Sequence[str]) -> tuple[str, ...]:
    found = {year for text in written for year in school_years(text)}
    return tuple(map(year_name, range(min(found), max(found) + 1))) if found else ()


def _horizons(book: Book, actions: Sequence[str]) -> tuple[Column, ...]:
    used = {end for iri in actions for end in book.ends(iri, "horizon")}
    return tuple(
        Column(local_name(iri), book.item(iri).label, ", ".join(book.said(iri, "years")))
        for iri in in_time(tuple(used))
    )


def _years(used: set[str]) -> tuple[Column, ...]:
    if not used:
        return ()
    first, last = (int(key[:4]) for key in (min(used), max(used)))
    return tuple(Column(year_name(year), year_name(year)) for year in range(first, last + 1))
