"""The records of a form that are open while it is filled: which stands under which, and by which number."""

import re
from dataclasses import dataclass, field, replace

from ingest.findings import fold
from ingest.forms.form import RecordType
from ingest.forms.numbered import Numbered
from ingest.forms.phrases import Hit
from ingest.forms.record import Entry, Record

__all__ = ["Opened"]

_LAST_PART = re.compile(r"[.-][^.-]+$")


@dataclass
class Opened:
    """Keeps which records are open, the outermost first, and puts new ones where they belong."""

    records: list[Record]
    """The records at the top, those of the document."""
    open: list[Record] = field(default_factory=list)
    numbered: Numbered = field(default_factory=Numbered)
    plan: Record | None = None
    last: Record | None = None
    """The record that a label opened last."""

    def begin_plan(self, plan: Record) -> None:
        """Begin the plan of another school; what is numbered alike in two plans is two things."""
        self.plan, self.last = plan, None
        self.records.append(plan)
        self.numbered.clear()
        self.open.clear()

    def begin(self, record: Record, title: Entry) -> Entry | None:
        """Open a record with its title, or the same one again; return the entry that goes on below."""
        self.close_to(record.type)
        if statement := self._adopted(record, title):
            return statement
        known = self.known(record.name, record.number)
        if known and known.is_mention and (known is not self.last or title.text):
            self.discard(known)
            known = None
        if known and (not title.text or not known.named or known.named == fold(str(title.text))):
            self.open.append(known)
            known.turn += bool(known.under)
            if known.named:
                return None
            known.entries.append(title)
            return title
        self.place(record)
        record.entries.append(title)
        self.open.append(record)
        self.last = record
        return title

    def close_to(self, kind: RecordType) -> None:
        """Close what is open down to the nearest record under which one of this type may stand."""
        while self.open and self.open[-1].name not in kind.under:
            self.open.pop()

    def reopen(self, name: str, number: str) -> bool:
        """Open a record again that is known by its number; tell whether there is one."""
        found = self.known(name, number)
        if found is None:
            return False
        if found not in self.open:
            while self.open and found not in self.open[-1].under:
                self.open.pop()
            self.open.append(found)
        while self.open[-1] is not found:
            self.open.pop()
        return True

    def place(self, record: Record) -> None:
        """Put a record where its number says, or under the nearest open one that it may stand under."""
        self.close_to(record.type)
        above = self.above(record) or (self.open[-1] if self.open else None) or self.plan
        (above.under if above else self.records).append(record)
        self.numbered.add(record, None if above is self.plan else above)

    def above(self, record: Record) -> Record | None:
        """Return the record whose number begins this one's: 1 above 1.2, where there is one."""
        last = _LAST_PART.search(record.number)
        whole = record.number[: last.start()] if last else ""
        names = [record.name, *record.type.under] if whole else []
        return next((r for name in names if (r := self.known(name, whole))), None)

    def known(self, name: str, number: str) -> Record | None:
        """Return the record of a name that bears a number, the nearest to those that are open."""
        return self.numbered.of(name, number, self.open)

    def owner(self, name: str) -> Record | None:
        """Return the open record that a field belongs to."""
        return next((r for r in reversed(self.open) if r.name == name), None)

    def depth(self, record: Record) -> int:
        """Return how far inside an open record stands."""
        return next(n for n, r in enumerate(self.open) if r is record)

    def is_mention(self, name: str, hit: Hit) -> bool:
        """Tell whether a label goes on about a record that is known, and begins none."""
        known = self.known(name, hit.number)
        if known is None or known.is_mention or hit.sign not in ("", ".") or not hit.rest or not known.named:
            return False
        return known.named != fold(str(hit.rest))

    def discard(self, mention: Record) -> None:
        """Take back a record that was only told of, as the one of its number begins."""
        gone = list(mention.all())
        for siblings in (self.records, *(r.under for top in self.records for r in top.all())):
            if mention in siblings:
                siblings.remove(mention)
        self.open[:] = [r for r in self.open if r not in gone]
        self.numbered.forget(gone)

    def _adopted(self, record: Record, title: Entry) -> Entry | None:
        """Give a number to the record that was begun without one, and under which nothing stands yet."""
        last = self.last
        if not record.number or last is None or last.name != record.name or last.number or last.under:
            return None
        last.number, last.label = record.number, record.label
        statement = replace(title, role="text") if last.named else title
        last.entries.append(statement)
        self.numbered.add(last, self.open[-1] if self.open else None)
        self.open.append(last)
        return statement
