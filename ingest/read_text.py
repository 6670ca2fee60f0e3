"""A document's text as it was read, a window at a time, with the place of a citation marked in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph.errors import UnknownItem
from graph.model import Evidence
from ingest.account import account_of
from ingest.findings import Findings
from ingest.folder import StoreFolder
from ingest.grid_view import (
    CellSpan,
    Grid,
    SheetTab,
    cell_spans,
    line_grid,
    row_of,
    sheet_grids,
    sheet_of,
    tabs_of,
)
from ingest.highlights import Part, highlights
from ingest.quoted import quoted_in
from ingest.seen import SeenPart, SeenPiece
from ingest.source import Source

__all__ = ["ReadText", "TextView", "findings_of", "unit_of"]

_MOST_PARTS = {"lines": 70, "cells": 240, "pages": 1}
_MOST_LETTERS = 16_000  # in a window
_BEFORE = {"lines": 12, "cells": 60, "pages": 0}
_LETTERS_BEFORE = 4_000
_LONGEST = 10_000  # letters of a part; more of it is shown only around the quote
_AROUND = 3_000
_WIDEST = 1_000  # cells of a row that are never parted


@dataclass(frozen=True, slots=True)
class TextView:
    """A window of a document: its parts, where it begins and ends, and the windows beside it, from 1."""

    document: str
    unit: str
    parts: tuple[SeenPart, ...]
    first: int
    last: int
    total: int
    previous: int | None
    next: int | None
    found: str
    """How the place was found: 'quote', 'place' where only line, page or cell is known, or ''."""
    grids: tuple[Grid, ...] = ()
    """The same as grids, of a workbook or of separated values."""
    sheets: tuple[SheetTab, ...] = ()
    """All sheets of a workbook."""

    def as_json(self) -> dict[str, Any]:
        """Return the view as a JSON object."""
        return {
            "document": self.document,
            "unit": self.unit,
            "first": self.first,
            "last": self.last,
            "total": self.total,
            "previous": self.previous,
            "next": self.next,
            "found": self.found or None,
            "parts": [part.as_json() for part in self.parts],
            "sheets": [sheet.as_json() for sheet in self.sheets],
        }


@dataclass(frozen=True)
class ReadText:
    """All lines, pages or cells of a document, cut by what was read of them."""

    name: str
    sha256: str
    media_type: str
    unit: str
    parts: tuple[Part, ...]
    texts: tuple[str, ...]
    numbers: Mapping[str, int]
    """Where each part stands by its place."""
    cells: Mapping[int, Sequence[CellSpan]]
    """Where the cells of separated values stand, by line."""
    sheets: Mapping[str, int]
    """With which part each sheet of a workbook begins, from 1."""

    @classmethod
    def of(cls, store: Path, name: str) -> "ReadText":
        """Return the text of a document from what the store keeps; raises UnknownItem."""
        findings = findings_of(store, name)
        source = findings.document.source
        parts = tuple(highlights(findings, account_of(findings)))
        texts = tuple("".join(s.text for s in part.stretches) for part in parts)
        numbers = {part.place: n for n, part in reversed([*enumerate(parts)])}
        cells = cell_spans(source.raw) if source.media_type == "text/csv" else {}
        unit = unit_of(source)
        sheets: dict[str, int] = {}
        for n, part in enumerate(parts if unit == "cells" else (), 1):
            sheets.setdefault(sheet_of(part.place), n)
        return cls(name, source.sha256, source.media_type, unit, parts, texts, numbers, cells, sheets)

    def view(self, place: Evidence | None = None, first: int | None = None) -> TextView:
        """Return the window that begins with a part, from 1, or else the one around a place."""
        cited = self._cited(place) if place else None
        spans = quoted_in(self.texts, *cited, place.quote) if place and cited else {}
        found = "quote" if spans else "place" if cited else ""
        start = self._start(first, min(spans, default=cited[0] if cited else 0))
        end = self._end(start)
        shown = tuple(self._seen(n, spans, cited) for n in range(start, end))
        return TextView(
            self.name, self.unit, shown, start + 1, end, len(self.parts),
            self._before(start) + 1 if start else None, end + 1 if end < len(self.parts) else None, found,
            self._grids(shown), tabs_of(self.sheets, start + 1, end),
        )  # fmt: skip

    def _grids(self, shown: Sequence[SeenPart]) -> tuple[Grid, ...]:
        if self.unit == "cells":
            return sheet_grids(shown)
        grid = line_grid(shown, self.cells) if self.cells else None
        return (grid,) if grid else ()

    def _is_parted(self, at: int) -> bool:
        """Whether a window that begins or ends here would part a row of cells."""
        if self.unit != "cells" or not 0 < at < len(self.parts):
            return False
        return row_of(self.parts[at - 1].place) == row_of(self.parts[at].place)

    def _row_start(self, at: int) -> int:
        """Return where the row of cells begins in which a window was to begin."""
        start = at
        while self._is_parted(start) and at - start < _WIDEST:
            start -= 1
        return start

    def _cited(self, place: Evidence) -> tuple[int, int] | None:
        """Return the first and last part that a citation names; None where there is no such part."""
        if place.cell or place.page:
            at = self.numbers.get(place.cell or f"page {place.page}")
            return None if at is None else (at, at)
        if place.start_line is None or not 1 <= place.start_line <= len(self.parts):
            return None
        last = min(max(place.start_line, place.end_line or 0), len(self.parts))
        return place.start_line - 1, last - 1

    def _start(self, first: int | None, wanted: int) -> int:
        """Return where the window begins: as asked, or a little before the place."""
        if first is not None:
            return self._row_start(min(max(first - 1, 0), max(len(self.parts) - 1, 0)))
        start, letters = wanted, 0
        while start and wanted - start < _BEFORE[self.unit]:
            letters += len(self.texts[start - 1])
            if letters > _LETTERS_BEFORE:
                break
            start -= 1
        return self._row_start(start)

    def _end(self, start: int) -> int:
        letters, end = 0, start
        while end < len(self.parts) and end - start < _MOST_PARTS[self.unit]:
            letters += min(len(self.texts[end]), _LONGEST)
            if letters > _MOST_LETTERS and end > start:
                break
            end += 1
        while self._is_parted(end) and end - start < _MOST_PARTS[self.unit] + _WIDEST:
            end += 1
        return end

    def _before(self, start: int) -> int:
        """Return where the window before this one begins."""
        letters, first = 0, start
        while first and start - first < _MOST_PARTS[self.unit]:
            letters += min(len(self.texts[first - 1]), _LONGEST)
            if letters > _MOST_LETTERS and first < start:
                break
            first -= 1
        return self._row_start(first)

    def _seen(
        self, number: int, spans: Mapping[int, tuple[int, int]], cited: tuple[int, int] | None
    ) -> SeenPart:
        part, quote = self.parts[number], spans.get(number, (0, 0))
        size = len(self.texts[number])
        shown = (0, size)
        if size > _LONGEST:
            shown = (max(0, quote[0] - _AROUND), min(size, max(quote[1], quote[0] + _AROUND) + _AROUND))
        pieces = tuple(_pieces(part, quote, shown))
        named = cited is not None and cited[0] <= number <= cited[1]
        return SeenPart(part.place, pieces, named, shown != (0, size))


def findings_of(store: Path, name: str) -> Findings:
    """Return what was found in a document of a store; raises UnknownItem."""
    folder = StoreFolder(store)
    documents = folder.register().documents()
    kept = folder.kept(documents[name]).or_older() if name in documents else None
    if kept is None:
        raise UnknownItem(name, tuple(documents)[:8])
    return kept.read().findings


def unit_of(source: Source) -> str:
    """Return what the places of a text are: 'lines', 'pages' or 'cells'."""
    if not source.marks:
        return "lines"
    return "pages" if isinstance(source.marks[0][1], int) else "cells"


def _pieces(part: Part, quote: tuple[int, int], shown: tuple[int, int]) -> Iterator[SeenPiece]:
    """Yield a part's stretches, cut where the quote, and what is shown, begin and end."""
    at = 0
    for stretch in part.stretches:
        end = at + len(stretch.text)
        edges = sorted({at, end, *(e for e in (*quote, *shown) if at < e < end)})
        for a, b in pairwise(edges):
            if shown[0] <= a and b <= shown[1]:
                text = stretch.text[a - at : b - at]
                opens = stretch.opens and a == at
                yield SeenPiece(text, stretch.thing, stretch.unread, opens, quote[0] <= a and b <= quote[1])
        at = end
