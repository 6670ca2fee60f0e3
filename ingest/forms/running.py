"""Running text under a form's records: paragraphs that tell of them, lists, headings that end them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.forms.filled import Filled
from ingest.forms.form import Form
from ingest.forms.opened import Opened
from ingest.forms.record import Entry, Record
from ingest.forms.tails import Tail, tails_of
from ingest.layouts.bullets import begins_with_verb
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["Running", "named_in", "without_tails"]

_ENDED = frozenset({"owner", "timeline"})  # fields that name somebody or some time
_LONGEST_HEADING = 80  # characters of a line that is no sentence


@dataclass
class Running:
    """Keeps which record's text is told, the levels of headings, and which list is read."""

    form: Form
    held: Opened
    told: Record | None = None
    levels: dict[int, int] = field(default_factory=dict)
    list_number: int = 0
    announced: bool = False
    item: tuple[Record, Piece] | None = None
    alone: frozenset[int] = frozenset()
    """The blocks of one line."""

    def look(self, found: Iterable[Piece]) -> None:
        """Note which lines of a document stand alone."""
        lines = Counter(piece.block for piece in found)
        self.alone = frozenset(block for block, number in lines.items() if number == 1)

    def take(self, piece: Piece, filled: Filled) -> Entry | None:
        """Take a list item that is a record of its own, or a paragraph that tells of the record above it."""
        entry = self.bullet(piece) or self.paragraph(piece)
        if entry is not None:
            filled.blocks.add(piece.block)
            filled.told.update({piece.block} if piece.kind != "item" else ())
        return entry

    def begin(self, piece: Piece) -> None:
        """Note the record that a label has just opened, and the level of its heading."""
        if self.held.open:
            self.told = self.held.open[-1]
            self.levels[id(self.told)] = piece.depth if piece.kind == "heading" else 0
        self.end_list()

    def end_list(self, *, announced: bool = False) -> None:
        """Begin another list, of work where the line above says so."""
        self.list_number, self.announced = self.list_number + 1, announced

    def leave_item(self, piece: Piece) -> None:
        """Close the list item that was open, unless a piece is more of it or stands under it."""
        if self.item is None or piece.block == self.item[1].block:
            return
        if piece.kind == "item" and piece.depth > self.item[1].depth:
            return
        record, self.item = self.item[0], None
        if record in self.held.open:
            del self.held.open[self.held.open.index(record) :]

    def ends(self, piece: Piece) -> bool:
        """Close what stands under headings of a heading's level or below; tell whether anything was."""
        if not self.form.prose or piece.kind != "heading":
            return False
        self.told = None
        self.end_list()
        closed = False
        while piece.depth and self.held.open and self.levels.get(id(self.held.open[-1]), 0) >= piece.depth:
            self.held.open.pop()
            closed = True
        return closed

    def paragraph(self, piece: Piece) -> Entry | None:
        """Return the entry that takes a paragraph that tells of the record above it, if it does."""
        if not self.form.prose or piece.kind != "line" or self.told is None:
            return None
        if not self.held.open or self.held.open[-1] is not self.told or self._is_heading(piece):
            self.told = None
            return None
        entry = Entry("text", [piece], long=True)
        self.told.entries.append(entry)
        return entry

    def _is_heading(self, piece: Piece) -> bool:
        """Tell whether a line stands alone and is no sentence."""
        words = str(piece).rstrip()
        return (
            piece.block in self.alone
            and len(words) <= _LONGEST_HEADING
            and not words.endswith((".", "!", "?", ";", ":", ",", ")"))
        )

    def bullet(self, piece: Piece) -> Entry | None:
        """Return the title of the record that a list item is, under one whose bullets are records."""
        if piece.kind != "item":
            return None
        if self.item and piece.depth > self.item[1].depth:
            holder, name = self.item[0], self.item[0].name
        else:
            found = next((r for r in reversed(self.held.open) if r.type.bullets), None)
            if found is None:
                return None
            holder, name = found, found.type.bullets
        self.told = None
        entry = Entry("title", [piece])
        number = -self.list_number if self.announced else self.list_number
        record = Record(name, self.form.records[name], entries=[entry], listed=number)
        holder.under.append(record)
        if not (self.item and holder is self.item[0]):
            self.item = (record, piece)
            self.held.open.append(record)
        return entry


def named_in(role: str, words: Text, block: int) -> list[Piece]:
    """Return what stands behind a field's label; a full stop behind a name says nothing."""
    words = words.strip(" .;") if role in _ENDED else words
    return [Piece(words, block=block)] if words else []


def without_tails(form: Form, records: Iterable[Record]) -> None:
    """Part the items of lists from their tails, and take lists of other things than work out of prose."""
    for top in records:
        for record in [*top.all()]:
            lists = groupby(record.under, key=lambda r: r.listed)
            record.under = [r for number, found in lists for r in _kept(form, record, number, [*found])]


def _kept(form: Form, above: Record, number: int, found: list[Record]) -> list[Record]:
    """Return a list's records, each without its tail; none where more than half say nothing to be done."""
    if not number or not all(_is_plain(r) for r in found):
        return found
    tails = tails_of([r.entries[0].text for r in found])
    work = sum(bool(t.facts) or begins_with_verb(str(t.title)) for t in tails)
    if form.prose and number > 0 and above.listed == 0 and work * 2 < len(found):
        return []
    for record, tail in zip(found, tails, strict=True):
        _part(record, tail)
    return found


def _is_plain(record: Record) -> bool:
    return record.type.kind == "Action" and bool(record.entries) and record.entries[0].role == "title"


def _part(record: Record, tail: Tail) -> None:
    """Give a record the facts of its tail, and its title without them."""
    if not tail.facts:
        return
    title = record.entries[0]
    first = replace(title.pieces[0], text=tail.title)
    roles = {role for role, _ in tail.facts}
    told = [Entry(role, [Piece(text) for r, text in tail.facts if r == role]) for role in sorted(roles)]
    record.entries[:1] = [replace(title, pieces=[first]), *told]
