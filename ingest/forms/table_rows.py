"""Makes records of the rows of a form's tables, of what they name above themselves, and below."""

from dataclasses import dataclass, field, replace

from ingest.findings import fold
from ingest.forms.form import Form
from ingest.forms.numbered import alike, is_number
from ingest.forms.places import Places
from ingest.forms.record import NAMING, Entry, Record
from ingest.forms.rows import Columns, append, goes_on, is_total, number_of
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["TableRows"]

_OF_A_YEAR = frozenset({"target", "actual"})
_LEAST_OF_A_NOTE = 3  # columns of a table in which a lone cell may be a note


@dataclass
class TableRows:
    """The row that is being read, and a lone cell of which the row below tells what it is."""

    form: Form
    places: Places
    row: Record | None = None
    waiting: list[Entry] = field(default_factory=list)
    placed: list[Record] = field(default_factory=list)
    """The records that the rows of the table opened."""

    def close(self) -> None:
        """End the row, as the head of a table or a label does."""
        self.row, self.waiting = None, []

    def end(self) -> None:
        """End the table: of several records that it named, none goes on in the next table."""
        held = self.places.open
        at = next((n for n, r in enumerate(held) if r in self.placed), 0)
        if len(self.placed) > 1 and at:
            del held[at:]  # where nothing stands above them, the last goes on in the next table
        self.placed = []
        self.close()

    def take(self, columns: Columns, entries: list[Entry], begun: bool) -> bool:
        """Take the cells of a row that have a role; tell whether they were understood."""
        if self._waits(columns, entries):
            return False
        entries = [self._dated(entry) for entry in entries]
        if self.row and goes_on(self.row, entries, begun):
            append(self.row, entries, begun)
        elif entries:
            self._new_row(columns.name, entries)
        return True

    def _dated(self, entry: Entry) -> Entry:
        """Return a value of the year that the sheet is named after, unless its column names another."""
        return replace(entry, year=self.places.year) if entry.role in _OF_A_YEAR and not entry.year else entry

    def _waits(self, columns: Columns, entries: list[Entry]) -> bool:
        """Keep back a lone cell that would name a record above: a note, if no row below goes on with it."""
        lone = len(entries) == 1 and "." in entries[0].role and columns.known >= _LEAST_OF_A_NOTE
        if lone and entries[0].role.rpartition(".")[2] in NAMING:
            self.waiting, self.row = entries, None
            return True
        if self.waiting and not any("." in e.role for e in entries):
            entries[:0] = self.waiting
        self.waiting = []
        return False

    def _new_row(self, name: str, entries: list[Entry]) -> None:
        if any(e.role.rpartition(".")[2] in NAMING and is_total(e.text) for e in entries):
            self.row = None
            return
        held = [e for e in entries if name in self._types_above(e.role)]
        for entry in [e for e in entries if e.role in self.form.records]:
            if entry not in held:
                self._above(entry)
            entries.remove(entry)
        below = self._others(name, entries)
        if not entries:
            self.row = None
            return
        self.row = self._record_of(name, entries)
        if self.row:
            if self._holds(name) and self.row not in self.places.open:
                self.places.open.append(self.row)
                self.placed.append(self.row)
            self._below(self.row, held, below)

    def _record_of(self, name: str, entries: list[Entry]) -> Record | None:
        """Return the record of a row: a new one, or that of its number, with what it did not have."""
        kind = self.form.records[name]
        number = number_of(entries) if kind.kind != "Fields" else ""
        record = Record(name, kind, number, entries=entries)
        if opened := self._labelled(record):
            opened.add(entries)
            return opened
        self.places.close_to(kind)
        known = self.places.known(name, number) or self.places.known_otherwise(name, number)
        if known and known.is_mention:
            self.places.discard(known)
            known = None
        if known:
            if not alike(known, record):
                return None  # another thing under the same number; which of them is meant is not known
            known.add(entries)
            return known
        if self.places.may_place(record):
            self.places.place(record)
            return record
        return None

    def _labelled(self, row: Record) -> Record | None:
        """Return the open record that a label over the table began, where the row says no other name."""
        opened = next(iter(self.places.open[-1:]), None)
        if opened is None or opened.name != row.name or not opened.number or not opened.label or row.number:
            return None
        return opened if not row.named or not opened.named else None

    def _holds(self, name: str) -> bool:
        """Tell whether other records stand under those of a name."""
        return any(name in kind.under for kind in self.form.records.values())

    def _types_above(self, role: str) -> tuple[str, ...]:
        kind = self.form.records.get(role)
        return kind.under if kind else ()

    def _above(self, entry: Entry) -> None:
        """Open the record that a cell names over its row, unless it is the one already open."""
        kind = self.form.records[entry.role]
        if is_number(str(entry.text)):
            self.places.close_to(kind)
            known = self.places.known(entry.role, str(entry.text).strip(" .#"))
            self.places.open.extend([known] if known else [])
            return
        if self.places.numbered.has(entry.role) and not kind.beginning.at_start(entry.text):
            self.places.close_to(kind)  # records of this name have numbers; 'Totals' is none of them
            return
        hit = kind.beginning.at_start(entry.text) if kind.begins else None
        named = self.places.owner(entry.role)
        if named and fold(str(named.text_of("title"))) in (
            fold(str(entry.text)),
            fold(str(hit and hit.rest)),
        ):
            return
        rest = [Piece(hit.rest)] if hit and hit.rest else entry.pieces
        record = Record(entry.role, kind, hit.number if hit else "", hit.label if hit else Text())
        self.places.begin(record, Entry("title", rest))

    def _others(self, name: str, entries: list[Entry]) -> dict[str, list[Entry]]:
        """Take the cells of other records out of a row: name those above it, and return those below it."""
        groups: dict[str, list[Entry]] = {}
        for entry in [e for e in entries if "." in e.role]:
            entries.remove(entry)
            other, _, role = entry.role.partition(".")
            groups.setdefault(other, []).append(replace(entry, role=role))
        below = {n: g for n, g in groups.items() if name in self.form.records[n].under}
        for other in (n for n in groups if n not in below):
            if self.form.records[name].kind == "Fields" and not self.places.tells(other, groups[other]):
                entries.clear()  # facts of a record that is not known belong nowhere
            elif above := self.places.named_in_row(other, groups[other]):
                above.add([e for e in groups[other] if e.role != "number" or not above.number])
        return below

    def _below(self, record: Record, held: list[Entry], groups: dict[str, list[Entry]]) -> None:
        """Add the records that a row names below its own; one without a title of its own is a remark."""
        for entry in held:
            record.hold(entry, self.form.records)
        for name, entries in groups.items():
            kind = self.form.records[name]
            title = next((e.text for e in entries if e.role == "title"), Text())
            if title and not kind.is_blank(title):
                record.under.append(Record(name, kind, entries=entries))
            else:
                record.add([replace(e, role="comment") if e.role == "title" else e for e in entries])
