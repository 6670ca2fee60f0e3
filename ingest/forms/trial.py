"""Tries forms on one document, without a store: what each finds, and what it leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.account import place_name
from ingest.document import Document
from ingest.files import InputFile, content_hash
from ingest.forms.filling import Filled, fill
from ingest.forms.form import Form
from ingest.forms.record import Record
from ingest.layouts.stream import pieces
from ingest.readers import read_document
from ingest.source import Source, Text

__all__ = ["Line", "Trial", "try_forms"]

_SHOWN = 160  # characters of a field


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what a form found: a record, or a field of it, with its place and its depth."""

    depth: int
    words: str
    place: str


@dataclass(frozen=True)
class Trial:
    """What one form makes of a document."""

    form: Form
    document: Document
    filled: Filled

    @property
    def holds(self) -> bool:
        """Whether the form has all the records that it needs."""
        return self.filled.holds(self.form)

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each name were found."""
        return {name: self.filled.count(name) for name in self.form.records}

    @property
    def missing(self) -> list[str]:
        """What the form needs and did not find, in words."""
        if self.holds:
            return []
        return [
            f"it needs {least} of '{name}' and found {self.counts[name]}"
            for way in self.form.ways
            for name, least in way.items()
            if self.counts[name] < least
        ]

    def lines(self) -> Iterator[Line]:
        """Yield the records with their fields, those under others further in."""
        for record in self.filled.records:
            yield from self._lines(record, 0)

    def unexplained(self) -> Iterator[Line]:
        """Yield the lines and rows that no record of the form explains."""
        for piece in pieces(self.document):
            if piece.block not in self.filled.blocks and piece.text:
                yield Line(0, _clipped(str(piece)), _place(self.document.source, piece.text))

    def as_json(self) -> dict[str, Any]:
        """Return the trial as a JSON object."""
        return {
            "form": self.form.form,
            "holds": self.holds,
            "missing": self.missing,
            "found": self.counts,
            "records": [{"depth": x.depth, "words": x.words, "place": x.place} for x in self.lines()],
            "unexplained": [{"words": x.words, "place": x.place} for x in self.unexplained()],
        }

    def _lines(self, record: Record, depth: int) -> Iterator[Line]:
        source = self.document.source
        first = next((t for t in (record.label, *(e.text for e in record.entries)) if t), Text())
        head = " ".join(filter(None, [record.name, record.number]))
        yield Line(depth, head, _place(source, first))
        for entry in record.entries:
            if entry.text:
                name = f"{entry.role} ({entry.year})" if entry.year else entry.role
                yield Line(depth + 1, f"{name}: {_clipped(str(entry.text))}", _place(source, entry.text))
        for under in record.under:
            yield from self._lines(under, depth + 1)


def try_forms(forms: Iterable[Form], path: Path) -> list[Trial]:
    """Return what each form makes of a file, the one that would be taken first."""
    content = InputFile(path, named=True).read()
    document = read_document(path, content, content_hash(content))
    trials = [Trial(form, document, fill(form, document)) for form in forms]
    return sorted(trials, key=lambda t: (not t.holds, -len(t.filled.blocks)))


def _clipped(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _place(source: Source, text: Text) -> str:
    spans = text.spans(raw=source.raw)
    return place_name(source, *spans[0]) if spans else ""
