"""Tells from a table's header what its columns hold: goals, metrics, targets, actions, resources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.document import Block, Cell, Document, Row, Table
from ingest.source import Text
from ingest.wording import wording

__all__ = ["PlanColumns", "PlanTable", "headers", "plan_columns", "plan_tables"]

_LONGEST = 260  # characters of a header cell, the form's question included
_RULE = re.compile(r"^[\s:|=_-]*$")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class PlanColumns:
    """The roles of a table's columns, from the left, and the header they were read from."""

    roles: tuple[str, ...]
    header: tuple[Text, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The roles that occur."""
        return frozenset(self.roles) - {""}

    def header_of(self, role: str) -> Text:
        """Return the header cell of a role."""
        return next((h for r, h in zip(self.roles, self.header, strict=True) if r == role and h), Text())

    def cells(self, row: Row, role: str) -> list[Cell]:
        """Return a row's cells of a role."""
        return [c for c, r in zip(row, self.roles, strict=False) if r == role]


@dataclass(frozen=True)
class PlanTable:
    """A table over all its pages: the columns, its rows, and the blocks it was printed in."""

    columns: PlanColumns
    rows: tuple[Row, ...]
    blocks: tuple[int, ...]


def plan_tables(document: Document, kinds: frozenset[str]) -> Iterator[PlanTable]:
    """Yield the tables whose columns are of these kinds; a part without a header goes on the one before."""
    current: PlanTable | None = None
    for number, block in enumerate(document.blocks):
        table = _begun_or_longer(current, block, number)
        if current and (table is None or table.blocks[0] != current.blocks[0]):
            yield from _of_kinds(current, kinds)
        current = table
    if current:
        yield from _of_kinds(current, kinds)


def _of_kinds(table: PlanTable, kinds: frozenset[str]) -> list[PlanTable]:
    return [table] if table.columns.kinds == kinds else []


def _begun_or_longer(current: PlanTable | None, block: Block, number: int) -> PlanTable | None:
    """Return the table that a block begins, or the one before with its rows, or none."""
    if not isinstance(block, Table):
        return None
    rows = tuple(r for r in block.rows if not _is_rule(r))
    if rows and (columns := plan_columns(rows[0])):
        return PlanTable(columns, rows[1:], (number,))
    if current and all(len(r) <= len(current.columns.roles) for r in rows):
        return PlanTable(current.columns, (*current.rows, *rows), (*current.blocks, number))
    return None


def headers(document: Document) -> Iterator[PlanColumns]:
    """Yield the columns of every table that begins with a header."""
    for block in document.blocks:
        if isinstance(block, Table) and block.rows and (columns := plan_columns(block.rows[0])):
            yield columns


def _is_rule(row: Row) -> bool:
    return all(_RULE.match(str(c.text)) for c in row)


def plan_columns(row: Row) -> PlanColumns | None:
    """Return the columns that a row names, if it is the header of such a table."""
    roles: list[str] = []
    for cell in row:
        roles.append(_role(str(cell.text)) if cell.text else (roles[-1] if roles else ""))
    known = {r for r in roles if r}
    return PlanColumns(tuple(roles), tuple(c.text for c in row)) if len(known) > 1 else None


@cache
def _role(header: str) -> str:
    if len(header) > _LONGEST:
        return ""
    plain = " ".join(re.sub(r"\([^()]*\)", " ", _NUMBER.sub("", header)).split())
    for role, pattern in _role_patterns():
        if pattern.search(plain):
            return role
    return ""


@cache
def _role_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lists = wording("plan_tables")
    before = "(?i:(?:" + "|".join(lists["before"]) + r")\s+){0,3}"
    # What follows the noun: nothing, a year, a new sentence, or a word with which the form explains itself.
    after = r"(?=\s*(?:$|[\d:?/&(]|[A-Z]|(?i:" + "|".join(lists["after"]) + r")))"
    exact = [
        (role, re.compile(rf"^{before}(?i:{'|'.join(nouns)})\b{after}"))
        for role, nouns in lists["columns"].items()
    ]
    anywhere = [
        (role, re.compile("|".join(ps), re.IGNORECASE)) for role, ps in lists["columns_by_phrase"].items()
    ]
    return (*anywhere, *exact)
