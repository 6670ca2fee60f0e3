"""Turns the rows of an action table into actions: their bullets, and the horizons that the marks decide."""

from dataclasses import dataclass, field

from ingest.findings import Findings, Item, Named
from ingest.layouts.bullets import CellParts, cell_parts
from ingest.layouts.responsible import Responsible
from ingest.layouts.table_columns import HORIZONS, Columns
from ingest.layouts.table_rows import RowReading
from ingest.source import Text

__all__ = ["ActionRow", "Group"]

_FACTS = {"funds": "funds", "timeline": "timeline"}


@dataclass
class Group:
    """Bullets of one cell and the lines of marks that stand beside and below it."""

    parts: CellParts
    lines: list[RowReading]

    @property
    def clear(self) -> bool:
        """Tell whether all marks of the group stand under a horizon."""
        return not any(line.stray for line in self.lines)

    def decided(self) -> list[RowReading] | None:
        """Return the line of marks of each bullet, or None where the marks do not decide it."""
        bullets, (beside, *below) = self.parts.bullets, self.lines
        # Marks beside a text before the bullets belong to that text.
        lines = [beside, *below] if beside.marks and not self.parts.lead else below
        return lines if self.clear and bullets and len(lines) == len(bullets) else None

    def why_undecided(self) -> str:
        """Say why the marks do not tell the horizons of each bullet."""
        bullets, lines = len(self.parts.bullets), len(self.lines)
        if not bullets:
            return "Unclear: more lines of marks follow than the row explains; all are given for the row."
        more = f"{lines - 1} more line{'s' if lines > 2 else ''} of marks below the row"
        beside = more if self.parts.lead else f"{lines} lines of marks"
        for_whom = f"{bullets} sub-actions" if bullets > 1 else "one sub-action"
        return f"Unclear: {beside} for {for_whom}; all are given for the row."


@dataclass
class ActionRow:
    """One action: its row, rows of more bullets, and rows of marks that go on with it."""

    reading: RowReading
    parts: CellParts
    goal: Item | None
    direction: Item | None
    responsible: Responsible
    unit_cell: Text
    more: list[Group] = field(default_factory=list)
    own: Group = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the row's own bullets and marks; a list of one is no list."""
        if not self.parts.lead and len(self.parts.bullets) == 1:
            self.parts = CellParts(self.parts.bullets[0])
        self.own = Group(self.parts, [self.reading])

    @property
    def groups(self) -> list[Group]:
        """The row's own bullets, then those of rows that go on with it."""
        return [self.own, *self.more]

    def go_on(self, reading: RowReading) -> None:
        """Take a row of marks as going on with the last group."""
        self.groups[-1].lines.append(reading)

    def add_bullets(self, reading: RowReading) -> None:
        """Take a row that holds nothing but a list as more bullets of this action."""
        if reading.action:
            self.more.append(Group(cell_parts(reading.action), [reading]))

    def add_to(self, findings: Findings, columns: Columns) -> Item:
        """Add the action and its sub-actions."""
        action = findings.add("Action", self.parts.label, self._evidence(), scope=self._scope())
        action.set("underGoal", self.goal).set("underDirection", self.direction)
        units = [findings.name("Unit", unit) for unit in self.responsible.units]
        for unit in units:
            action.set("responsible", unit)
        action.set("leadResponsible", units[0] if units else None)
        action.set("responsibleNote", self.responsible.note)
        self._add_horizons(findings, action)
        self._add_bullets(findings, action)
        self._add_columns(findings, action, columns)
        return action

    def _scope(self) -> str:
        return "/".join([self.goal.key if self.goal else "", str(self.unit_cell)])

    def _evidence(self) -> list[Text]:
        """Return the row with its units and marks, and the marks below it."""
        reading = self.reading
        action = reading.action.text if reading.action else Text()
        own = Text.join([reading.units, action, *reading.marks])
        carried = [self.unit_cell] if self.unit_cell and not reading.units else []
        lines = [line for group in self.groups for line in group.lines]
        return [own, *carried, *(_marks_text(line) for line in lines if line is not reading)]

    def _add_horizons(self, findings: Findings, action: Item) -> None:
        lines = [line for group in self.groups for line in group.lines]
        for name in HORIZONS:
            if any(name in line.horizons for line in lines):
                action.set("horizon", Named("Horizon", name))
        for period in (period for line in lines for period in line.periods):
            action.set("timeline", period)
        action.set("horizonNote", self._horizon_note())
        for line in lines:
            findings.mark_read(*line.marks, *line.stray)

    def _horizon_note(self) -> str:
        """Say what the marks leave open, and where they were read in another column than they stand in."""
        lines = [line for group in self.groups for line in group.lines]
        notes: list[str] = []
        if stray := sum(len(line.stray) for line in lines):
            what = "a mark stands" if stray == 1 else f"{stray} marks stand"
            notes.append(f"Unclear: {what} outside the columns of horizons, and nothing tells what is meant.")
        elif unclear := next((g for g in self.groups if len(g.lines) > 1 and g.decided() is None), None):
            notes.append(unclear.why_undecided())
        if any(line.shift < 0 for line in lines):
            notes.append("Marks that stand one column too far right were read one column to the left.")
        return " ".join(notes)

    def _add_bullets(self, findings: Findings, action: Item) -> None:
        for group in self.groups:
            lines = group.decided()
            bullets = group.parts.bullets
            if lines is None and group is not self.own and len(group.lines) == 1 and group.clear:
                # The row holds these bullets alone, so its marks are theirs.
                lines = group.lines * len(bullets)
            for n, bullet in enumerate(bullets):
                self._add_bullet(findings, action, bullet, lines[n] if lines else None)

    def _add_bullet(self, findings: Findings, action: Item, bullet: Text, line: RowReading | None) -> None:
        marks = _marks_text(line) if line else Text()
        sub = findings.add("Action", bullet, [bullet, marks], scope=f"part of {action.key}")
        sub.set("partOf", action)
        for name in HORIZONS:
            if line and name in line.horizons:
                sub.set("horizon", Named("Horizon", name))
        for period in line.periods if line else ():
            sub.set("timeline", period)

    def _add_columns(self, findings: Findings, action: Item, columns: Columns) -> None:
        """State what stands in the further columns: funds and dates as written, and measures."""
        for role, prop in _FACTS.items():
            if cell := columns.cell(self.reading.row, role):
                action.set(prop, cell.text if cell.text else None)
        measure = columns.cell(self.reading.row, "measure")
        if measure and measure.text:
            findings.add("Metric", measure.text, scope=action.key).set("measures", action)


def _marks_text(line: RowReading) -> Text:
    return Text.join([*line.stray, *line.marks])
