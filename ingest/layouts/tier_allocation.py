"""Reads tables of what the schools of each tier receive, by level and by kind of support."""

import re

from ingest.document import Row, Table
from ingest.findings import Findings
from ingest.source import Text

__all__ = ["recognise"]

_TIER = re.compile(r"^\s*tier\s*(?:\d|[ivx]{1,3})\s*$", re.IGNORECASE)
_LEAST_TIERS = 2
_LEAST_COLUMNS = 3
_MOST_LEVEL = 20  # characters of a level such as 'ES', 'K-8' or 'High schools'


def recognise(findings: Findings) -> None:
    """Add each cell as a support, under the tier, the level and the column that it stands in."""
    for block in findings.document.blocks:
        if isinstance(block, Table) and _is_allocation(block):
            _read(findings, block)


def _is_allocation(table: Table) -> bool:
    """Tell whether the first column names tiers below a header, and the second the levels of schools."""
    if len(table.rows) < 1 + _LEAST_TIERS or len(table.rows[0]) < _LEAST_COLUMNS:
        return False
    tiers = {str(row.cells[0].text).lower() for row in table.rows[1:] if _is_tier(row)}
    others = [row for row in table.rows[1:] if row.cells[0].text and not _is_tier(row)]
    levels = [row.cells[1].text for row in table.rows[1:] if len(row) > 1]
    short = all(t and len(t) <= _MOST_LEVEL and re.search(r"[A-Za-z]", str(t)) for t in levels)
    return len(tiers) >= _LEAST_TIERS and not others and short and not _is_tier(table.rows[0])


def _is_tier(row: Row) -> bool:
    return _TIER.match(str(row.cells[0].text)) is not None


def _read(findings: Findings, table: Table) -> None:
    header, tier = table.rows[0], Text()
    findings.mark_read(*(cell.text for cell in header))
    for row in table.rows[1:]:
        tier, level = row.cells[0].text or tier, row.cells[1].text
        findings.mark_read(tier, level)
        for cell, head in zip(row.cells[2:], header.cells[2:], strict=False):
            if not any(c.isalnum() for c in cell.text.value):
                findings.mark_read(cell.text)
                continue
            under = Text.join([tier, level, head.text])
            service = findings.add("Service", cell.text, scope=f"{tier}/{level}/{head.text}")
            service.set("underHeading", under)
