"""Fills a form's records from a document: labels open records and fields, headers open tables."""

import re
from dataclasses import dataclass, field

from ingest.document import Cell, Document, Row
from ingest.forms.filled import Filled
from ingest.forms.form import Form
from ingest.forms.inside import cut_at_labels, holds_fields, runs_headers
from ingest.forms.numbered import is_contents
from ingest.forms.phrases import Hit
from ingest.forms.places import Places
from ingest.forms.plans import plan_record
from ingest.forms.prompts import without_prompt
from ingest.forms.record import Entry, Record
from ingest.forms.row_entries import row_entries
from ingest.forms.rows import Columns, columns_of, entries_of, is_whole, joined_columns, names_a_row
from ingest.forms.running import Running, named_in, without_tails
from ingest.forms.settled import settle
from ingest.forms.table_rows import TableRows
from ingest.layouts.cells import cell_pieces
from ingest.layouts.plan_heads import PlanHead, plan_heads
from ingest.layouts.run_together import parted
from ingest.layouts.stream import Piece, continues, every_piece, repeated_heads
from ingest.source import Text

__all__ = ["Filled", "fill"]

# Fields that hold one paragraph; what stands below it belongs to nothing.
_SHORT = frozenset({"number", "title", "text", "goalType", "statePriority", "timeline", "funds", "source"}
                   | {"contributing", "group", "year", "school"})  # fmt: skip
_SEVERAL = 2  # plans in one file, each of which is told apart
_YEARS = re.compile(r"^\W*(?:19|20)\d\d\s*[-–—]\s*\d\d(?:\d\d)?\s+")  # before a heading: '2017-20 Plan …'
_WRAPPED = 60  # characters of a prompt that may go on in the next line
_PAIR = 2  # cells of a row with a label and its value


def fill(form: Form, document: Document) -> Filled:
    """Return what a form holds, reading the document as that form; each school's plan in it apart."""
    filler = _Filler(form, document)
    heads = several if len(several := plan_heads(document)) >= _SEVERAL else []
    starts, inside = {h.start: h for h in heads}, {n for h in heads for n in h.pieces}
    again, found = repeated_heads(document), every_piece(document)
    filler.running.look(found)
    for n, piece in enumerate(found):
        if n in starts:
            filler.begin_plan(starts[n])
        if n in inside:
            filler.filled.blocks.add(piece.block)
        elif piece.block not in again:
            for part in parted(piece, form.sibling(piece.text)):
                filler.take(part)
    without_tails(form, filler.filled.records)
    settle(filler.filled.records)
    return filler.filled


@dataclass
class _Filler:
    """Goes through the lines and rows of a document, keeping which records, field and table are open."""

    form: Form
    document: Document
    filled: Filled = field(default_factory=Filled)
    entry: Entry | None = None
    columns: Columns | None = None
    upper: Row | None = None
    block: int = -1
    prompt: Piece | None = None
    told: bool = False
    """Whether the part only tells of records, as a summary does."""
    again: bool = False
    """Whether the header was just printed again, so that a cell may go on from the page before."""
    headed: bool = False
    """Whether a heading stood right above."""

    def __post_init__(self) -> None:
        self.held = Places(self.filled.records, form=self.form)
        self.table = TableRows(self.form, self.held)
        self.running = Running(self.form, self.held)

    def begin_plan(self, head: PlanHead) -> None:
        """Begin the plan of another school; what is numbered alike in two plans is two things."""
        self.held.begin_plan(plan_record(head))
        self._close()

    def _close(self) -> None:
        """End the field, table and row that were open."""
        self.entry = self.columns = None
        self.table.close()

    def take(self, piece: Piece) -> None:
        """Take the next line, list item, heading or row."""
        begun, before, self.block = piece.block != self.block, self.block, piece.block
        if any(before < part <= piece.block for part in self.document.parts):
            self.held.new_part(piece)
            self._close()
        if begun and self.document.begins_a_table(piece.block):
            self.held.begin_table()
            self._close()
        self.running.leave_item(piece)
        if self._is_rest_of_prompt(piece):
            return
        if piece.row is not None:
            self._row(piece, piece.row, begun or self.again)
        elif is_contents(str(piece)):
            self.entry = None
        else:
            self._line(piece)

    def _line(self, piece: Piece) -> None:
        self.headed = piece.kind == "heading"
        for part in cut_at_labels(self.form, piece):
            if not self._label(part.text, [], part):
                self._more(part)

    def _row(self, piece: Piece, row: Row, begun: bool) -> None:
        filled = [c for c in row if c.text]
        if columns := self._head(row, begun):
            self._header(columns)
            self.columns = columns if self.held.opens_above(columns) else None
            self._understood(piece, *(c.text for c in filled))
            return
        inside = holds_fields(self.form, filled[0], piece.block) and not is_whole(self.columns, row)
        pair = len(filled) <= _PAIR and not names_a_row(self.columns, row)
        if not inside and (pair or self.columns is None):
            first, *rest = filled
            if self._labels_row(first, [p for c in rest for p in cell_pieces(c, piece.block)], piece):
                return
        if self.headed and begun and self.columns and len(row) < len(self.columns.roles):
            self._close()  # another table, under a heading of its own
        self.headed = False
        if not inside and self.columns and len(row) <= len(self.columns.roles):
            self._data(self.columns, piece, row, begun)
            return
        for cell in filled:
            for part in cell_pieces(cell, piece.block):
                self._line(part)
            self.entry = None if inside else self.entry

    def _labels_row(self, first: Cell, value: list[Piece], piece: Piece) -> bool:
        """Take the first cell of a row as the label of what stands beside it, without a prompt behind it."""
        label = without_prompt(first.text)
        if self._label(first.text, value, piece) or (
            label != first.text and self._label(label, value, piece)
        ):
            self.filled.labels.extend([first.text] if value else [])
            return True
        return False

    def _header(self, columns: Columns) -> None:
        """Begin a table, or go on with the one before where its header is printed again."""
        if not columns.go_on(self.columns):
            self.table.end()
        self.columns, self.entry, self.again = columns, None, self.table.row is not None
        self.told = self.told and not self.held.open

    def _head(self, row: Row, begun: bool) -> Columns | None:
        """Return the columns that a row names, as the second row of a head where the first says more."""
        upper, self.upper = None if begun else self.upper, row
        own = columns_of(self.form, row, upper)
        both = joined_columns(self.form, upper, row) if upper else None
        known = [c.known for c in (own, self.columns) if c and (c is own or self.table.row is None)]
        return both if both and both.known > max(known, default=0) else own

    # Labels

    def _label(self, text: Text, value: list[Piece], piece: Piece) -> bool:
        """Take a text as the label of a record or field, if it is one, with the value beside it."""
        if (hit := self.form.instructions.at_start(text)) and not hit.rest:
            return self._aside(text, piece)
        return self._begin(text, value, piece) or self._field(text, value, piece) or self._aside(text, piece)

    def _begin(self, text: Text, value: list[Piece], piece: Piece) -> bool:
        for name, kind in self.form.records.items():
            hit = kind.beginning.at_start(text) if kind.begins else None
            if hit and self._is_cited(hit, piece):
                return False
            if hit and hit.names and not (piece.kind != "heading" and self.held.is_mention(name, hit)):
                rest = [Piece(hit.rest, block=piece.block)] if hit.rest else []
                if hit.rest and self._is_label(hit.rest):
                    rest = []
                title = Entry("title", [*rest, *value])
                columns = self.columns if piece.row else None
                self._close()
                record = Record(name, kind, hit.number, hit.label, told=self.told)
                begun = self.held.begin(record, title)
                self.entry = begun if value or kind.kind != "Fields" else None
                self.columns = columns if columns and self._is_band(columns.name, name) else None
                self.running.begin(piece)
                self._understood(piece, hit.label, *([] if rest else [hit.rest]))
                return True
        return False

    def _is_cited(self, hit: Hit, piece: Piece) -> bool:
        """Tell whether a label is the value of the open field that names what a numbered record serves."""
        entry, opened = self.entry, next(iter(self.held.open[-1:]), None)
        if entry is None or opened is None or entry.role != "supports" or entry.text:
            return False
        named = bool(opened.number and opened.named)
        return named and (piece.kind != "heading" or hit.number == opened.number)

    def _is_band(self, name: str, above: str) -> bool:
        """Tell whether the rows of a table stand under records of a name, which a band over them may bear."""
        return above != name and above in self.form.records[name].under

    def _is_label(self, text: Text) -> bool:
        """Tell whether a text is a label or heading of the form itself, and no name."""
        phrases = [self.form.instructions, self.form.endings, *(p for _, _, p in self.form.labels)]
        return any((hit := p.at_start(text)) and hit.is_plain for p in phrases)

    def _field(self, text: Text, value: list[Piece], piece: Piece) -> bool:
        """Take a text as the label of a field, of the innermost open record that has it."""
        hits = [(n, r, hit) for n, r, p in self.form.labels if (hit := p.at_start(text)) and hit.is_plain]
        owned = [(owner, role, hit) for name, role, hit in hits if (owner := self.held.owner(name))]
        owner, role, hit = max(owned, key=lambda o: self.held.depth(o[0]), default=(None, "", None))
        if owner is None or hit is None:
            return False
        rest = named_in(role, hit.rest, piece.block)
        self._close()
        self.running.told = None
        self.entry = owner.hold(Entry(role, [*rest, *value], header=hit.label), self.form.records)
        self._understood(piece, hit.label)
        self.prompt = piece if hit.open_ended else None
        return True

    def _is_rest_of_prompt(self, piece: Piece) -> bool:
        """Take a line that only goes on with the form's own prompt above it."""
        before, self.prompt = self.prompt, None
        if before is None or piece.kind != "line" or piece.block != before.block:
            return False
        cut = len(before.text) >= _WRAPPED and str(before).rstrip()[-1:].isalnum()
        if not cut and not continues(str(before), str(piece)):
            return False
        self.prompt = piece
        self._understood(piece, piece.text)
        return True

    def _aside(self, text: Text, piece: Piece) -> bool:
        """Leave the form's own instructions, and close what is open where a part without records begins."""
        years = text.search(_YEARS)
        if (hit := self.form.tellings.at_start(text[years.end() :] if years else text)) and hit.is_plain:
            self.told, self.held.last = True, None
        if (hit := self.form.endings.at_start(text)) and hit.is_plain:
            self.held.open.clear()
            self._close()
            return True
        if (hit := self.form.interludes.at_start(text)) and hit.is_plain:
            self._close()
            self.running.end_list(announced=True)
            self._understood(piece, text)
            self.prompt = piece
            return True
        if self.form.instructions.at_start(text):
            self._understood(piece, text)
            self.prompt = piece
            return True
        return False

    def _more(self, piece: Piece) -> None:
        """Take a line or item as more of the open field; the head of a table that lost its rows ends it."""
        if runs_headers(self.form, piece.text) or self.running.ends(piece):
            self._close()
            return
        if self.entry is None:
            self._bullet(piece)
            return
        if self._belongs(self.entry, piece):
            self.entry.pieces.append(piece)
            self.filled.blocks.add(piece.block)
        else:
            self.entry = None
            self._bullet(piece)

    def _belongs(self, entry: Entry, piece: Piece) -> bool:
        if not entry.text:
            return True
        if piece.kind == "heading" or (piece.kind == "item" and entry.role == "text" and entry.long):
            return False
        last = entry.pieces[-1]
        if self.form.prose and entry.role == "title" and str(last).endswith((".", "!", "?")):
            return False
        same = piece.kind == "line" and (piece.block == last.block or continues(str(last), str(piece)))
        return same or entry.long or entry.role not in _SHORT

    def _bullet(self, piece: Piece) -> None:
        """Take a list item that is a record of its own, or a paragraph that tells of the record above it."""
        self.entry = self.running.take(piece, self.filled)

    # Tables

    def _data(self, columns: Columns, piece: Piece, row: Row, begun: bool) -> None:
        self.entry, self.again = None, False
        cells = list(entries_of(columns, row, piece.block))
        if self.table.take(columns, row_entries(self.form.records[columns.name], cells), begun):
            self._understood(piece)

    def _understood(self, piece: Piece, *labels: Text) -> None:
        self.filled.blocks.add(piece.block)
        self.filled.labels.extend(labels)
