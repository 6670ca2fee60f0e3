"""Recognises action tables: goals, who is responsible, actions with their bullets, when, over many pages."""

import re
from dataclasses import dataclass, field

from ingest.findings import Findings, Item
from ingest.layouts.action_pages import NUMBERED_GOAL, Page, pages_of
from ingest.layouts.action_rows import ActionRow
from ingest.layouts.action_sides import ReadPage, add_sides, add_support
from ingest.layouts.bullets import cell_parts
from ingest.layouts.directions import Directions
from ingest.layouts.responsible import UnitCells
from ingest.layouts.table_columns import HORIZONS, Columns
from ingest.layouts.table_rows import RowReading
from ingest.source import Text

__all__ = ["recognise"]

_YEARS = re.compile(r"\((?P<years>[^()]*\d[^()]*)\)")


def recognise(findings: Findings) -> None:
    """Add the goals, actions and alignments of all action tables of the document."""
    pages = pages_of(findings.document)
    if not pages:
        return
    cells = [reading.units for page in pages for reading in page.rows if reading.action and reading.units]
    reader = _Reader(findings, UnitCells.of(cells), Directions(findings))
    for page in pages:
        reader.read(page)
    reader.add_actions()
    add_support(findings, reader.pages)
    add_sides(findings, reader.pages)


@dataclass
class _Reader:
    """Goes through the rows and carries down what a row leaves out."""

    findings: Findings
    units: UnitCells
    directions: Directions
    goal: Item | None = None
    units_above: Text = field(default_factory=Text)
    rows: list[tuple[ActionRow, ReadPage]] = field(default_factory=list)
    pages: list[ReadPage] = field(default_factory=list)
    goes_on: bool = False
    """Whether the last action may go on in the next row."""

    def read(self, page: Page) -> None:
        """Read the rows of one page."""
        self._head(page)
        here = ReadPage(page)
        self.pages.append(here)
        for n, reading in enumerate(page.rows):
            if reading.only_goal:
                self._only_goal(reading.goal, page, first=n == 0)
            elif reading.only_marks:
                self._only_marks(reading)
            elif reading.action:
                self._action(reading, here)
            elif reading.goal:
                self.goal = self._goal(reading.goal)
        here.direction = self.directions.current

    def add_actions(self) -> None:
        """Add the actions, now that all rows that go on with them are known."""
        for row, page in self.rows:
            page.actions.append(row.add_to(self.findings, page.page.columns))

    def _head(self, page: Page) -> None:
        """Take in the header and the heading above the table."""
        if page.continues:
            return
        self._add_horizons(page.columns)
        self.findings.mark_read(*(cell.text for cell in page.columns.header))
        self.goes_on = False
        if not page.rows:
            return
        if page.rows[0].only_goal and self.directions.is_one(page.rows[0].goal, page):
            return
        if m := page.heading.search(NUMBERED_GOAL):
            self.directions.current = None
            self.findings.mark_read(page.heading)
            self.goal = self._goal(page.heading[m.end() :] or page.heading)
            self.goal.notation = m["number"]
        elif page.heading and self.directions.enter_heading(page):
            self.goal = None

    def _only_goal(self, text: Text, page: Page, *, first: bool) -> None:
        self.findings.mark_read(text)
        if not self.directions.is_one(text, page, first=first):
            self.goal = self._goal(text)
        elif self.directions.enter(text, page.heading):
            self.goal, self.units_above = None, Text()
        self.goes_on = False

    def _only_marks(self, reading: RowReading) -> None:
        if self.rows and self.goes_on:
            self.rows[-1][0].go_on(reading)

    def _action(self, reading: RowReading, page: ReadPage) -> None:
        parts = cell_parts(reading.action) if reading.action else None
        if parts is None:
            return
        alone = not reading.goal and not reading.units
        if alone and parts.bullets and not parts.lead and self.rows and self.goes_on:
            self.rows[-1][0].add_bullets(reading)
            return
        if reading.goal:
            self.goal = self._goal(reading.goal)
        if reading.units or not parts.typed:
            self.units_above = reading.units
        who = self.units.responsible(self.units_above)
        direction = self.directions.current
        self.rows.append((ActionRow(reading, parts, self.goal, direction, who, self.units_above), page))
        self.goes_on = True
        if reading.shift:
            lost = "A row lost its first cell and was read one column further right"
            self.findings.notes.append(f"{lost}: {parts.label}")

    def _goal(self, text: Text) -> Item:
        direction = self.directions.current
        goal = self.findings.add("Goal", text, scope=direction.key if direction else "")
        return goal.set("goalType", "strategic goal").set("ofDirection", direction)

    def _add_horizons(self, columns: Columns) -> None:
        """State the years that a header gives a horizon, as in 'Short-term (1 yr)'."""
        for name in HORIZONS:
            cell = columns.cell(columns.header, name)
            if cell and (m := cell.text.search(_YEARS)):
                horizon = self.findings.add("Horizon", cell.text, notation=name, scope=name)
                horizon.set("years", m["years"].strip())
