"""Divides a form into its labelled sections: each heading or label with the texts that belong to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.document import Document, Row
from ingest.findings import Findings
from ingest.layouts.cells import cell_pieces
from ingest.layouts.columns import plan_columns
from ingest.layouts.headings import Match, is_prompt, match_heading
from ingest.layouts.outline_labels import opens_outline
from ingest.layouts.stream import Piece, continues, joined, pieces
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Section", "is_form", "sections"]

_LABEL_ROWS = 3  # a label may be broken over so many rows
_LEAST_KINDS = 2
_LONGEST_MEAN = 5000  # characters of a document for each section; a form is dense with its labels
_OPEN_ENDED = ("theory", "outline")  # sections whose own labels may look like headings


@dataclass(frozen=True)
class Section:
    """What stands under one heading or beside one label; the form's own words stand apart."""

    kind: str
    heading: Text
    pieces: tuple[Piece, ...]
    prompts: tuple[Text, ...] = ()

    def entries(self) -> list[Piece]:
        """Return paragraphs and list items, wrapped lines joined."""
        return joined(self.pieces)

    @property
    def labels(self) -> tuple[Text, ...]:
        """The words that say no more than what the section is."""
        return (self.heading, *self.prompts)


def is_form(findings: Findings) -> bool:
    """Say whether a document is a form with sections of the kinds that department plans have."""
    telling = set(wording("department_plans")["telling"])
    found = [s.kind for s in sections(findings.document) if s.kind in telling]
    length = sum(map(len, findings.document.texts()))
    return len(set(found)) >= _LEAST_KINDS and length <= _LONGEST_MEAN * len(found)


@lru_cache(maxsize=2)  # many layouts look at the same document, one after the other
def sections(document: Document) -> tuple[Section, ...]:
    """Return the labelled sections of a document, in order."""
    divider = _Divider()
    stream = pieces(document)
    number = 0
    while number < len(stream):
        number += divider.take(stream, number)
    return tuple(_without_prompts(s) for s in divider.done())


class _Divider:
    """Gathers pieces under the heading that they follow."""

    def __init__(self) -> None:
        self.found: list[Section] = []
        self.kind = ""
        self.heading = Text()
        self.pieces: list[Piece] = []
        self.prompts: list[Text] = []

    def take(self, stream: Sequence[Piece], number: int) -> int:
        """Take a piece and return how many were taken: a label may stand in several rows."""
        piece = stream[number]
        if piece.row is not None:
            return self._take_rows(stream, number)
        match = match_heading(piece.text) if piece.kind != "item" else None
        if match:
            self._open(match.kind, match.heading)
            self._keep(replace(piece, kind="line", text=match.rest))
        elif opens_outline(piece):
            self._open("outline", piece.text)
        elif piece.kind == "heading" and piece.depth and self.kind not in _OPEN_ENDED:
            self._open("", Text())
        else:
            self._keep(piece)
        return 1

    def _take_rows(self, stream: Sequence[Piece], number: int) -> int:
        rows = [p.row for p in stream[number : number + _LABEL_ROWS] if p.row is not None]
        goals_or_actions = plan_columns(rows[0]) is not None
        match, count = (None, 1) if goals_or_actions else _row_label(rows)
        if self.kind == "budget" and not match and not goals_or_actions:
            self._keep(stream[number])
            return 1
        if match:
            self._open(match.kind, match.heading)
            self._explain(match)
        elif _is_wide(rows[0]) or self._is_other_label(rows[0]):
            self._open("", Text())
        for row in rows[:count]:
            content = row.cells[1:] if match or not _has_words(row.cells[0].text) else row.cells
            for cell in content:
                for piece in cell_pieces(cell, -1):
                    self._keep(piece)
        return count

    def _is_other_label(self, row: Row) -> bool:
        """Say whether a row has a label of its own, which is not known."""
        return len(row) > 1 and _has_words(row.cells[0].text) and self.kind not in _OPEN_ENDED

    def _explain(self, match: Match) -> None:
        """Keep what follows a heading in its own cell: an answer after a colon, else an instruction."""
        if match.colon:
            self._keep(Piece(match.rest, block=-1))
        elif match.rest:
            self.prompts.append(match.rest)

    def _keep(self, piece: Piece) -> None:
        if piece.text:
            self.pieces.append(piece)

    def _open(self, kind: str, heading: Text) -> None:
        self._close()
        self.kind, self.heading, self.pieces, self.prompts = kind, heading, [], []

    def _close(self) -> None:
        if self.kind:
            self.found.append(Section(self.kind, self.heading, tuple(self.pieces), tuple(self.prompts)))

    def done(self) -> list[Section]:
        """Return the sections after the last piece."""
        self._close()
        return self.found


def _has_words(text: Text) -> bool:
    return any(c.isalnum() for c in text.value)


def _is_wide(row: Row) -> bool:
    """Say whether a row belongs to a table of several columns, which is no label with its text."""
    return sum(_has_words(cell.text) for cell in row) > 2 or len(row) > 3


def _row_label(rows: Sequence[Row]) -> tuple[Match | None, int]:
    """Return the label in the first cell of a row, which may go on in the rows below it."""
    if _is_wide(rows[0]) or not _has_words(rows[0].cells[0].text):
        return None, 1
    words: list[Text] = []
    for count, row in enumerate(rows, start=1):
        if not _has_words(row.cells[0].text):
            break
        words.append(row.cells[0].text)
        whole = Text.join(words)
        if match := match_heading(whole, label=True):
            return match, count
    return None, 1


def _without_prompts(section: Section) -> Section:
    """Set the form's own questions and instructions apart from what the department wrote."""
    prompts = list(section.prompts)
    kept: list[Piece] = []
    for group in _groups(section.pieces):
        text = Text.join(p.text for p in group)
        if group[0].kind != "item" and is_prompt(str(text)) and (not kept or not str(text).endswith("?")):
            prompts.append(text)
        elif (asked := _question(group)) and not kept:
            prompts.append(Text.join(p.text for p in group[:asked]))
            kept.extend(group[asked:])
        else:
            kept.extend(group)
    return replace(section, pieces=tuple(kept), prompts=tuple(prompts))


def _question(group: Sequence[Piece]) -> int:
    """Return how many lines at the start of a paragraph are the form's question."""
    ends = (i for i, p in enumerate(group, start=1) if re.search(r"\?$", str(p)))
    first = next(ends, 0)
    return first if first and is_prompt(" ".join(map(str, group[:first]))) else 0


def _groups(found: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the lines that make one paragraph, or one piece in a cell with what continues it."""
    group: list[Piece] = []
    for piece in found:
        same = (
            group
            and piece.kind == "line"
            and (
                (piece.block == group[-1].block and piece.block >= 0) or continues(str(group[-1]), str(piece))
            )
        )
        if group and not same:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group
