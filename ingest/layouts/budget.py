"""Reads a department's budget: amounts by location, and whether their total agrees."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.document import Row
from ingest.findings import Findings, Item, Named
from ingest.layouts.headings import says_elsewhere
from ingest.layouts.labelled_sections import Section
from ingest.layouts.prose import sentences
from ingest.layouts.school_year import school_year
from ingest.source import Text

__all__ = ["read_budget"]

_AMOUNT = re.compile(
    r"\$\s?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<scale>\s?(?:million|thousand|[MK])\b)?"
)
_SCALES = {"million": Decimal(10**6), "m": Decimal(10**6), "thousand": Decimal(1000), "k": Decimal(1000)}
_LOCATION = re.compile(
    r"\b(?P<kind>location|site|cost cent(?:er|re)|fund|resource|account|org|program)"
    r"\s*(?:code|number|no\.?|#)?\s*[:#]?\s*(?P<code>\d[\w.]*(?:-\d[\w.]*)*)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:location|site|school|cost cent(?:er|re)|fund|account)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)


def read_budget(findings: Findings, section: Section, unit: Named | None) -> None:
    """Add each amount with its location; a form that points elsewhere states none."""
    lines: list[Item] = []
    said: list[Text] = []
    year = _year(section)
    for text, location in _lines(section):
        amount = text.search(_AMOUNT)
        if amount is not None:
            line = _line(findings, text, amount).set("ofUnit", unit).set("schoolYear", year)
            lines.append(line if line.get("location") else line.set("location", location))
        else:
            said.append(text)
            if says_elsewhere(str(text)):
                findings.notes.append(f"The budget is not stated here: '{text}'.")
    for text in said:
        _note(findings, text, lines or [findings.plan])
    _check(findings, lines)


def _lines(section: Section) -> Iterator[tuple[Text, Text | None]]:
    """Yield lines with one amount each, and the location that a table's first column gives."""
    header: list[Text] = []
    for piece in section.pieces:
        if piece.row is not None and not _AMOUNT.search(str(piece)):
            header = [cell.text for cell in piece.row]
        elif piece.row is not None:
            yield _row_line(piece.row, header)
        else:
            many = len(_AMOUNT.findall(str(piece))) > 1
            yield from ((text, None) for text in (sentences(piece.text) if many else [piece.text]))


def _row_line(row: Row, header: list[Text]) -> tuple[Text, Text | None]:
    """Return a table's row as a line, and its first cell if the column above it holds locations."""
    cells = [cell.text for cell in row if cell.text]
    names_place = bool(header) and header[0].search(_PLACE) is not None and bool(row.cells[0].text)
    if not names_place or _TOTAL.search(str(cells[0])):
        return Text.join(cells), None
    return Text.join([header[0], *cells]), row.cells[0].text


def _note(findings: Findings, text: Text, lines: list[Item]) -> None:
    """Keep the words around the amounts, which may say that these are approximate, or stand elsewhere."""
    note = findings.add("Note", text)
    for line in lines:
        note.set("noteOn", line)


def _line(findings: Findings, text: Text, amount: re.Match[str]) -> Item:
    item = findings.add("BudgetLine", text)
    item.set("value", text.group(amount)).set("amount", float(_number(amount)))
    if code := text.search(_LOCATION):
        item.set("location", code["code"])
    return item.set("isTotal", bool(_TOTAL.search(str(text))))


def _number(amount: re.Match[str]) -> Decimal:
    scale = _SCALES.get((amount["scale"] or "").strip().lower(), Decimal(1))
    return Decimal(amount["number"].replace(",", "")) * scale


def _year(section: Section) -> str | None:
    found = (school_year(piece.text) for piece in section.pieces if piece.row is None)
    return next((year for f in found if f for year in [f[0]]), None)


def _check(findings: Findings, lines: list[Item]) -> None:
    """Report a total that is not the sum of its parts."""
    totals = [line for line in lines if True in line.get("isTotal")]
    parts = [line for line in lines if line not in totals]
    if len(totals) != 1 or len(parts) < 2:
        return
    stated, summed = _amount(totals[0]), sum(map(_amount, parts))
    if abs(stated - summed) < 1:
        return
    words = f"The total is given as {stated:,.2f}, but its parts add up to {summed:,.2f}."
    conflict = findings.add("Conflict", words, [e for line in lines for e in line.evidence])
    conflict.set("conflictKind", "sum").set("comment", words)
    for line in lines:
        conflict.set("about", line)


def _amount(line: Item) -> float:
    return next(float(v) for v in line.get("amount") if isinstance(v, int | float))
