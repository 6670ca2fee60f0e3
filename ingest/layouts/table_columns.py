"""Which column of an action table holds what, told by the words of its header row."""

import re
from dataclasses import dataclass, field
from functools import cache

from ingest.document import Cell, Row
from ingest.findings import fold
from ingest.source import Text
from ingest.wording import wording

__all__ = ["HORIZONS", "Columns", "columns_of"]

HORIZONS = ("shortTerm", "midTerm", "longTerm")
_MOST_WORDS = 8  # of a column's name; a longer header cell is a side panel
_BRACKET = re.compile(r"\([^()]*\)|<[^<>]*>")


@dataclass(frozen=True)
class Columns:
    """The place of each role in the rows of one table, and the header cells themselves."""

    roles: dict[str, int]
    header: Row = field(repr=False)

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
        taken = set(self.roles.values())
        return [cell.text for i, cell in enumerate(row) if i not in taken and cell.text]


def columns_of(row: Row) -> Columns | None:
    """Return the columns that a row names, or None where it is not the header of an action table.

    There must be actions, and either someone responsible or at least two columns of horizons.
    """
    roles: dict[str, int] = {}
    for i, cell in enumerate(row):
        role = _role(str(cell.text))
        if role:
            roles.setdefault(role, i)
    horizons = sum(name in roles for name in HORIZONS)
    if "action" in roles and ("responsible" in roles or horizons >= 2):
        return Columns(roles, row)
    return None


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
    return max(found)[2] if found else ""
