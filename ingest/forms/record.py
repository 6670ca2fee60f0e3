"""A record as it is filled: its number and title, what stands in its fields, and the records under it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ingest.findings import fold
from ingest.forms.form import RecordType
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["NAMING", "VALUES", "Entry", "Record", "apart", "named_apart"]

NAMING = frozenset({"number", "title", "text"})
"""The roles that tell which record a row speaks of."""
VALUES = frozenset({"baseline", "target", "actual", "aim"})
"""The roles of values, of which a record has one for each year."""
_PROSE = frozenset({"Need", "Note"})  # records that a field tells in several paragraphs


@dataclass
class Entry:
    """What stands in one field or cell: its role, its paragraphs and items, the year of its column."""

    role: str
    pieces: list[Piece] = field(default_factory=list)
    year: str = ""
    header: Text = field(default_factory=Text)

    group: Text = field(default_factory=Text)

    cell: bool = False
    """Whether it stands in a row of a table, beside the others of the row."""

    long: bool = False
    """Whether several paragraphs may stand in it, whatever its role."""

    def beside(self, other: "Entry") -> bool:
        """Tell whether another entry stands in the same row of a table."""
        return self.cell and other.cell

    def repeats(self, other: "Entry") -> bool:
        """Tell whether another entry gives the same value of the same year and group."""
        mine, its = ((e.role, e.year, str(e.group), str(e.text)) for e in (self, other))
        return mine == its

    @property
    def text(self) -> Text:
        """All of its words."""
        return Text.join(p.text for p in self.pieces)

    @property
    def lead(self) -> Text:
        """The words before its list items, or all where it is no text with a list under it."""
        first = next((n for n, p in enumerate(self.pieces) if p.kind == "item"), 0)
        return Text.join(p.text for p in self.pieces[:first]) if first else self.text

    @property
    def items(self) -> list[Piece]:
        """Its list items, each with the lines that go on it; else its paragraphs."""
        found: list[Piece] = []
        for piece in self.pieces:
            if piece.kind != "item" and found and _is_open(found[-1]):
                found[-1] = replace(found[-1], text=Text.join([found[-1].text, piece.text]))
            elif piece.kind == "item" or not any(p.kind == "item" for p in self.pieces):
                found.append(piece)
        return found


def _is_open(item: Piece) -> bool:
    """Tell whether a list item does not end as a sentence does, so that the line below goes on it."""
    return item.kind == "item" and not str(item).rstrip().endswith((".", "!", "?", ";", ":"))


@dataclass(eq=False)
class Record:
    """One goal, action, metric … of a form."""

    name: str
    type: RecordType
    number: str = ""
    label: Text = field(default_factory=Text)
    entries: list[Entry] = field(default_factory=list)
    under: list["Record"] = field(default_factory=list)
    told: bool = False
    """Whether it began in a part that only tells of records, such as a summary."""
    turn: int = 0
    """How often a label opened it again; what is numbered below it begins anew each time."""
    listed: int = 0
    """The number of the list that it stands in; below 0 where the line above says that work follows."""

    @property
    def is_mention(self) -> bool:
        """Tell whether it is only told of: nothing but its name was found."""
        named = self.told and all(e.role in NAMING for e in self.entries)
        return named and all(r.is_mention for r in self.under)

    def of(self, role: str) -> list[Entry]:
        """Return the filled entries of a role."""
        return [e for e in self.entries if e.role == role and e.text]

    def text_of(self, role: str) -> Text:
        """Return the words of a role; what is printed twice is said once."""
        once: dict[str, Entry] = {}
        for entry in self.of(role):
            once.setdefault(fold(str(entry.text)), entry)
        return Text.join(e.text for e in once.values())

    def hold(self, entry: Entry, kinds: Mapping[str, RecordType]) -> Entry:
        """Put what a field holds into this record; where the field is a record, it stands under this one."""
        kind = kinds.get(entry.role)
        if kind is None:
            self.entries.append(entry)
            return entry
        title = replace(entry, role="title", long=kind.kind in _PROSE)
        self.under.append(Record(entry.role, kind, entries=[title]))
        return title

    def add(self, entries: list[Entry]) -> None:
        """Add what a further row says: what was not said, and the values of other years."""
        said = {e.role for e in self.entries if e.text}
        for entry in entries:
            if entry.role not in said or (entry.role in VALUES and not any(map(entry.repeats, self.entries))):
                self.entries.append(entry)

    @property
    def named(self) -> str:
        """The record's title without case and signs, or ''."""
        return fold(str(self.text_of("title") or self.text_of("text")))

    def all(self) -> Iterator["Record"]:
        """Yield this record and those under it, in order."""
        yield self
        for record in self.under:
            yield from record.all()


def named_apart(record: Record, title: Text) -> tuple[Text, Text]:
    """Return a record's title and text; of a title with a sentence under it, the sentence is the text."""
    text, entries = Text(), record.of("title")
    if len(entries) != 1 or entries[0].cell:
        return title, text
    first, *rest = (p.text for p in entries[0].pieces if p.text)
    if not rest or any(p.kind == "item" for p in entries[0].pieces) or not _stands_alone(first, rest):
        return title, text
    return first, Text.join(rest)


def _stands_alone(first: Text, rest: list[Text]) -> bool:
    """Tell whether a line is a title: it has no stop, and ends though the next word had room on it."""
    room = max(len(t) for t in rest)
    fits = len(first) + 1 + len(rest[0].value.split()[0]) <= room
    return fits and str(first)[-1:] not in ".?!,;:" and rest[0].value[:1].isupper()


def apart(record: Record) -> list[Record]:
    """Return a record once for each paragraph or item of its title."""
    found: list[list[Piece]] = []
    for piece in (p for e in record.of("title") for p in e.pieces):
        if found and piece.kind != "item" and piece.block == found[-1][-1].block:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [replace(record, entries=[Entry("title", pieces)], under=[]) for pieces in found]
