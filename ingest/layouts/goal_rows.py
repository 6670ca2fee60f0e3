"""Puts the goals, metrics and targets of a table's rows together, over the ends of pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ingest.document import Row
from ingest.layouts.cells import cell_pieces
from ingest.layouts.columns import PlanTable
from ingest.layouts.stream import Piece, continues
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Draft", "GoalGroup", "groups"]

_NUMBER = re.compile(r"^(?:goal\s*#?\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)[.):]?$", re.IGNORECASE)
_NUMBER_MARK = re.compile(r"^\d{1,2}[.)]$")


@dataclass
class Draft:
    """A goal as it is put together: its number, its text, and its labelled parts."""

    number: str = ""
    texts: list[Text] = field(default_factory=list)
    parts: dict[str, list[Text]] = field(default_factory=dict)
    labels: list[Text] = field(default_factory=list)

    @property
    def text(self) -> Text:
        """The goal's whole text."""
        return Text.join(self.texts)


@dataclass
class GoalGroup:
    """Rows that belong together, with the goals in them and what stands beside these."""

    goals: list[Draft] = field(default_factory=list)
    columns: dict[str, list[Text]] = field(default_factory=dict)


def groups(table: PlanTable) -> Iterator[GoalGroup]:
    """Yield the goals of a table, each with what stands in its row; a row that goes on is joined."""
    current: GoalGroup | None = None
    for row in table.rows:
        pieces = _goal_pieces(table, row)
        if current and (_goes_on(current, pieces) or not pieces):
            _read(current, table, row, pieces)
            continue
        if current:
            yield current
        current = GoalGroup()
        _read(current, table, row, pieces)
    if current:
        yield current


def _goal_pieces(table: PlanTable, row: Row) -> list[Piece]:
    """Return the pieces of the goal's cells, a number in a cell of its own put before its goal."""
    pieces = [p for cell in table.columns.cells(row, "goal") for p in cell_pieces(cell, -1)]
    whole: list[Piece] = []
    number = ""
    for piece in pieces:
        m = _NUMBER.match(f"{piece.mark or ''}{piece.text}".strip()) if len(piece.text) < 12 else None
        if m:
            number = m["number"]
            continue
        whole.append(Piece(piece.text, "item", f"{number}.", piece.depth, -1) if number else piece)
        number = ""
    return whole


def _goes_on(group: GoalGroup, pieces: list[Piece]) -> bool:
    return bool(
        group.goals and pieces and not pieces[0].mark and continues(str(group.goals[-1].text), str(pieces[0]))
    )


def _read(group: GoalGroup, table: PlanTable, row: Row, pieces: list[Piece]) -> None:
    for piece in pieces:
        _take(group, piece)
    for role in table.columns.kinds - {"goal"}:
        for cell in table.columns.cells(row, role):
            _add(group.columns.setdefault(role, []), cell_pieces(cell, -1))


def _take(group: GoalGroup, piece: Piece) -> None:
    """Take a paragraph of a goal's cell: a new goal, a labelled part of one, or more of its text."""
    part = _part(piece.text)
    if part and group.goals:
        name, label, rest = part
        group.goals[-1].labels.append(label)
        group.goals[-1].parts.setdefault(name, []).extend([rest] if rest else [])
    elif _NUMBER_MARK.match(piece.mark) or not group.goals:
        mark = piece.mark if _NUMBER_MARK.match(piece.mark) else ""
        group.goals.append(Draft(mark.rstrip(".)"), [piece.text]))
    else:
        group.goals[-1].texts.append(piece.text)


def _part(text: Text) -> tuple[str, Text, Text] | None:
    for name, pattern in _parts():
        if m := text.search(pattern):
            return name, text[: m.end()], text[m.end() :].strip()
    return None


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"^\W*(?:[a-z][.)]\s*)?(?:{'|'.join(words)})\s*(?::|$)", re.IGNORECASE))
        for name, words in wording("plan_tables")["goal_parts"].items()
    )


def _add(texts: list[Text], pieces: list[Piece]) -> None:
    """Add a cell's paragraphs: the first may go on from the cell above, bullets belong to their lead-in."""
    lead = False
    for i, piece in enumerate(pieces):
        goes_on = bool(texts) and i == 0 and not piece.mark and continues(str(texts[-1]), str(piece))
        if goes_on or (piece.kind == "item" and lead and not piece.mark[:-1].isalnum()):
            texts[-1] = Text.join([texts[-1], piece.text], " " if goes_on else "; ")
        else:
            texts.append(piece.text)
            lead = piece.kind != "item"
