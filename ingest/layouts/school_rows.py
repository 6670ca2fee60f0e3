"""Reads tables with one school in each row: what stands beside it of its tier, its programs, their status."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.document import Row, Table
from ingest.findings import fold
from ingest.layouts.school_columns import only_levels
from ingest.school_lists import SchoolEntry, school_entries
from ingest.school_names import school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["SchoolRow", "school_rows", "tier_name"]

_LEAST_ROWS = 2
_LONGEST_HEADER = 5  # words
_DIVIDER = re.compile(r"<br\s*/?>|[;\n•]|,(?![^()]*\))", re.IGNORECASE)


@dataclass(frozen=True)
class SchoolRow:
    """One school, with the texts that stand beside it under headers that are understood."""

    school: SchoolEntry
    tier: Text
    programs: tuple[Text, ...]
    status: Text


def school_rows(table: Table) -> Iterator[SchoolRow]:
    """Yield the rows of a table that names a school in each; nothing of any other table."""
    header, *rows = table.rows
    columns = _columns(header)
    if "school" not in columns or len(columns) < _LEAST_ROWS:
        return
    named = [(row, _school(row, columns["school"])) for row in rows]
    found = [(row, school) for row, school in named if school is not None]
    if len(found) >= _LEAST_ROWS and 2 * len(found) > len(rows):
        yield from (_read(row, school, columns, header) for row, school in found)


def _read(row: Row, school: SchoolEntry, columns: dict[str, int], header: Row) -> SchoolRow:
    tier, status = (_text(row, columns.get(role)) for role in ("tier", "status"))
    tier = tier_name(tier, _text(header, columns.get("tier")))
    at = columns.get("programs")
    parts = row.cells[at].raw.split(_DIVIDER) if at is not None and at < len(row) else []
    return SchoolRow(school, tier, tuple(clean for p in parts if (clean := p.clean())), status)


def tier_name(tier: Text, head: Text) -> Text:
    """Return the name of a tier, with the header's word before one that is a number alone."""
    if word := re.fullmatch(r"\d|[A-E]|[IV]{1,3}", str(tier)) and head.search(r"\b(?i:tier)\b"):
        return Text.join([head.group(word), tier])
    return tier


def _text(row: Row, at: int | None) -> Text:
    return row.cells[at].text if at is not None and at < len(row) else Text()


def _school(row: Row, at: int) -> SchoolEntry | None:
    """Return the one school of a row, where its name says that it is one."""
    entries: Sequence[SchoolEntry] = school_entries(row.cells[at].raw) if at < len(row) else ()
    if len(entries) != 1 or only_levels(str(entries[0].name)):
        return None
    name = school_name(str(entries[0].name))
    called = re.search(r"\b(?:school|campus)$", name.name, re.IGNORECASE)
    return entries[0] if name.levels or name.theme or (called and name.base) else None


def _columns(header: Row) -> dict[str, int]:
    """Return the column of each role; a header names one where all its words do."""
    found: dict[str, int] = {}
    for at, cell in enumerate(header):
        words = fold(str(cell.text)).split()
        for role, allowed in _roles().items():
            own = not _told_by()[role].isdisjoint(words)
            if own and len(words) <= _LONGEST_HEADER and set(words) <= allowed:
                found.setdefault(role, at)
                break
    return found


@cache
def _roles() -> dict[str, frozenset[str]]:
    return {role: frozenset(words) for role, words in wording("school_rows")["words"].items()}


@cache
def _told_by() -> dict[str, frozenset[str]]:
    return {role: frozenset(words) for role, words in wording("school_rows")["told_by"].items()}
