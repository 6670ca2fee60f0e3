"""Where the records of tables stand: under those that their numbers, their ids or other cells name."""

import re
from dataclasses import dataclass, field

from ingest.findings import fold
from ingest.forms.form import Form
from ingest.forms.numbered import Numbered, written_number
from ingest.forms.opened import Opened
from ingest.forms.record import Entry, Record
from ingest.forms.rows import Columns
from ingest.layouts.school_year import school_years
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["Places"]

# An id that carries those of what it stands under: P1.F2.A3.
_ID = re.compile(r"[A-Z]{1,3}\d{1,3}(?:\.[A-Z]{1,3}\d{1,3}[a-z]?)+")
_WITH_NUMBER = re.compile(r"[^\W_]{0,4}\d[\w.]*|[A-Z](?:[.-]\d{1,3})*|[IVX]{1,5}")
_IN_PARTS = re.compile(
    r"\s*[^\W\d_]+\s*#?\s*(?P<above>\d{1,2})\W+(?:and\s+)?[^\W\d_]+\s*#?\s*(?P<own>\d{1,2})\W*"
)
_ALL = re.compile(r"(?:all|every|overall)\b", re.IGNORECASE)


@dataclass(kw_only=True)
class Places(Opened):
    """The open records of a form whose tables stand in several sheets, and name what is above them."""

    form: Form
    year: str = ""
    """The school year that the part is named after, of which its values are."""
    first: int = 0
    """How many records stood at the top when the part began."""
    earlier: list[Numbered] = field(default_factory=list)

    def new_part(self, first: Piece) -> None:
        """Begin a part, such as a sheet, in which numbers may begin anew; its name may tell a year."""
        years = {year for year, _ in school_years(first.text)} if first.kind == "heading" else set()
        self.year = next(iter(years)) if len(years) == 1 else ""
        self.open.clear()
        self.first = len(self.records)
        self.last = None
        self.earlier.append(self.numbered)
        self.numbered = Numbered()

    def begin_table(self) -> None:
        """Close what rows of the table above opened, where they are several: which is meant is not known."""
        while self.open and not self.open[-1].label and self._is_of_several(self.open[-1]):
            self.open.pop()

    def _is_of_several(self, record: Record) -> bool:
        above = self.open[-2].under if len(self.open) > 1 else self.records[self.first :]
        return any(other.name == record.name and other is not record for other in above)

    def opens_above(self, columns: Columns) -> bool:
        """Open the record whose label and number the header of the names bears, as 'Strategy 2: Steps'."""
        header = dict(zip(columns.roles, columns.header, strict=True)).get("title", Text())
        for name in self.form.records[columns.name].under:
            kind = self.form.records[name]
            hit = kind.beginning.at_start(header) if kind.begins else None
            if hit and hit.number:
                return self.reopen(name, hit.number)
        return True

    def known(self, name: str, number: str) -> Record | None:
        """Return the record of a name and number: of this sheet, else of the one before."""
        places = (self.numbered, *reversed(self.earlier))
        return next((r for place in places if (r := place.of(name, number, self.open))), None)

    def known_otherwise(self, name: str, number: str) -> Record | None:
        """Return the record whose number is written otherwise: 3 under goal 2 is 2.3, and so is 2.03."""
        whole, dot, last = number.rpartition(".")
        above = next((r for r in reversed(self.open) if r.name in self.form.records[name].under), None)
        if above is None or not last.isdecimal() or not above.number or (dot and whole != above.number):
            return None
        same = [r for r in above.under if r.name == name and _last_of(r.number, above.number) == int(last)]
        return same[0] if len(same) == 1 and _is_dotted(same[0].number, number) else None

    def may_place(self, record: Record) -> bool:
        """Tell whether there is a place for a record that a row of a table names."""
        free = record.type.alone or not record.type.under or record.name in record.type.under
        return bool(self.open or free or self.above(record))

    def place(self, record: Record) -> None:
        """Put a record where its number says; one beside another of its name is not under that."""
        if record.name in record.type.under and not self.above(record):
            while self.open and self.open[-1].name == record.name:
                self.open.pop()
        super().place(record)

    def above(self, record: Record) -> Record | None:
        """Return the record whose number begins this one's: 1 above 1.2; an id may name one not told."""
        by_id = _ID.fullmatch(record.number) is not None
        return super().above(record) or (self._by_id(record) if by_id else None)

    def _by_id(self, record: Record) -> Record | None:
        """Return a record of which nothing is known but the id that stands in this one's."""
        whole = record.number.rpartition(".")[0]
        depth = whole.count(".") + 1
        name = next((n for n in record.type.under if self._depth(n) == depth), None)
        written = next((e.text for e in record.entries if e.role == "number"), record.label)
        if name is None or not written.value.startswith(whole):
            return None
        found = Record(name, self.form.records[name], whole, written[: len(whole)])
        over = self.above(found)
        (over.under if over else self.records).append(found)
        self.numbered.add(found, None)
        return found

    def _depth(self, name: str) -> int:
        kind = self.form.records[name]
        over = [n for n in kind.under if n != name and not kind.alone]
        return 1 + min((self._depth(n) for n in over), default=0)

    def named_in_row(self, name: str, entries: list[Entry]) -> Record | None:
        """Return the record above a row that its cells name by number or title, opened if need be."""
        kind = self.form.records[name]
        number, title = (_first(entries, role) for role in ("number", "title"))
        if not number and not title:
            return self.owner(name)
        written = _whole_number(number)
        if number and not _WITH_NUMBER.fullmatch(written):
            self._close_all(name, written)
            return None
        known = self._same(name, written, title)
        if known is None:
            known = Record(name, kind, written, number if not title else Text())
            self.place(known)
        self.close_to(kind)
        while self.open and self.open[-1].name == name:
            self.open.pop()
        self.open.append(known)
        return known

    def tells(self, name: str, entries: list[Entry]) -> bool:
        """Tell whether cells name, by its number, a record that is known."""
        return self.known(name, _whole_number(_first(entries, "number"))) is not None

    def _close_all(self, name: str, words: str) -> None:
        """Close the open records of a name where a cell says that its row is of all of them."""
        while _ALL.match(words) and self.owner(name):
            self.open.pop()

    def _same(self, name: str, number: str, title: Text) -> Record | None:
        """Return the record that a row names again: of the same number, or of the same title."""
        known = self.known(name, number) or self.owner(name)
        if known is None or known.number != number:
            return None
        words = fold(str(title))
        return known if not words or not known.named or known.named == words else None


def _whole_number(words: Text) -> str:
    """Return the number that a cell holds; 'Goal 1, Action 3' is 1.3."""
    parts = _IN_PARTS.fullmatch(str(words))
    return f"{parts['above']}.{parts['own']}" if parts else written_number(words)


def _last_of(number: str, above: str) -> int | None:
    """Return the last part of a number under another: 3 of 3, 2.3 and 2.03 under 2."""
    whole, dot, last = number.rpartition(".")
    return int(last) if last.isdecimal() and (not dot or whole == above) else None


def _is_dotted(*numbers: str) -> bool:
    return any("." in number for number in numbers)


def _first(entries: list[Entry], role: str) -> Text:
    return next((e.text for e in entries if e.role == role), Text())
