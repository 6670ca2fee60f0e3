"""Which column of an action table holds what, told by the words of its header row."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.document import Cell, Row
from ingest.findings import fold
from ingest.source import Text
from ingest.wording import wording

__all__ = ["HORIZONS", "Columns", "columns_of", "second_header"]

HORIZONS = ("shortTerm", "midTerm", "longTerm")
_LEAST_TIMES = 2  # columns for when, which make a table of actions one with a calendar
_MOST_WORDS = 8  # of a column's name; a longer header cell is a side panel
_BRACKET = re.compile(r"\([^()]*\)|<[^<>]*>")


@dataclass(frozen=True)
class Columns:
    """The place of each role in the rows of one table, and the header cells themselves."""

    roles: dict[str, int]
    header: Row = field(repr=False)
    periods: dict[int, str] = field(default_factory=dict)
    """Columns of marks for a year, quarter or month, with its name as written."""

    @property
    def width(self) -> int:
        """The number of cells of the header row."""
        return len(self.header)

    @property
    def horizons(self) -> dict[int, str]:
        """Return the horizon of each column of marks."""
        return {self.roles[name]: name for name in HORIZONS if name in self.roles}

    def cell(self, row: Row, role: str) -> Cell | None:
        """Return the cell of a role, or None where the table or the row has none."""
        at = self.roles.get(role)
        return row.cells[at] if at is not None and at < len(row) else None

    def others(self, row: Row) -> list[Text]:
        """Return the texts that stand in columns without a role."""
        taken = {*self.roles.values(), *self.periods}
        return [cell.text for i, cell in enumerate(row) if i not in taken and cell.text]


def columns_of(row: Row) -> Columns | None:
    """Return the columns that a row names, or None where it is not the header of an action table.

    There must be actions, and either someone responsible or at least two columns for when.
    """
    roles, periods = _roles(row), _periods(row)
    if "action" in roles and ("responsible" in roles or _times(roles, periods) >= _LEAST_TIMES):
        return Columns(roles, row, periods)
    return None


def second_header(columns: Columns, row: Row) -> Columns | None:
    """Return the columns with those of a second header row, where that names nothing but times."""
    roles, periods = _roles(row), _periods(row)
    filled = sum(bool(cell.text) for cell in row)
    if set(roles) <= set(HORIZONS) and filled == _times(roles, periods) >= _LEAST_TIMES:
        known = {role: at for role, at in columns.roles.items() if at not in {*roles.values(), *periods}}
        return replace(columns, roles=known | roles, periods=columns.periods | periods)
    return None


def _times(roles: dict[str, int], periods: dict[int, str]) -> int:
    return sum(name in roles for name in HORIZONS) + len(periods)


def _roles(row: Row) -> dict[str, int]:
    roles: dict[str, int] = {}
    for i, cell in enumerate(row):
        if role := _role(str(cell.text)):
            roles.setdefault(role, i)
    return roles


def _periods(row: Row) -> dict[int, str]:
    """Return the columns that are named by a year, quarter, month or season."""
    pattern = _period()
    return {i: str(cell.text) for i, cell in enumerate(row) if pattern.fullmatch(str(cell.text).strip())}


@cache
def _period() -> re.Pattern[str]:
    return re.compile(wording("action_tables")["period"], re.IGNORECASE)


@cache
def _role(header: str) -> str:
    """Return the role whose phrase ends the part of a header before its first preposition."""
    words = fold(_BRACKET.sub(" ", header)).split()
    if not words or len(words) > _MOST_WORDS or words[-1].isdigit():
        return ""
    stops = set(wording("action_tables")["header_prepositions"])
    cut = next((i for i, word in enumerate(words) if word in stops and i), len(words))
    head = f" {' '.join(words[:cut])} "
    found = [
        (head.rfind(f" {phrase} ") + len(phrase), len(phrase), role)
        for role, phrases in wording("action_tables")["columns"].items()
        for phrase in phrases
        if f" {phrase} " in head
    ]
    several = (
        len({role for *_, role in found} & {*HORIZONS}) > 1
    )  # 'Short Mid Long': which is meant is not told
    return max(found)[2] if found and not several else ""
