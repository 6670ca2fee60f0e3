"""Reads outlines in which priorities or goals hold actions, and actions hold metrics."""

from dataclasses import dataclass, field

from ingest.findings import Findings, Item
from ingest.layouts.labelled_sections import Section, is_form, sections
from ingest.layouts.outline_labels import Label, outline_label
from ingest.layouts.responsible import UnitCells
from ingest.layouts.stream import Piece, continues, joined
from ingest.source import Text

__all__ = ["recognise"]

_LONGEST_MEAN = 5000  # characters for each priority; in a longer document the word stands in running text
_LEVELS = ("action", "metric", "target", "baseline", "owner", "timeline")
_UNDER = {"Priority": "underPriority", "Goal": "underGoal"}


def recognise(findings: Findings) -> None:
    """Find priorities with their actions and the metrics of these."""
    outlines = [s for s in sections(findings.document) if s.kind == "outline"]
    length = sum(map(len, findings.document.texts()))
    if not is_form(findings) and length > _LONGEST_MEAN * sum(map(_labels, outlines)):
        return
    direction: Label | None = None
    for section in outlines:
        label = outline_label(section.heading)
        if label and label.level == "direction":
            direction = label
        elif label and (label.level == "priority" or _labels(section) or _has_parts(label, outlines)):
            _read(findings, section, label, direction)


def _has_parts(label: Label, outlines: list[Section]) -> bool:
    """Say whether goals with its number and a further one stand under a goal, as 1.1 under 1."""
    others = (outline_label(section.heading) for section in outlines)
    return any(other and other.number.startswith(f"{label.number}.") for other in others)


def _labels(section: Section) -> bool:
    return any(outline_label(piece.text) for piece in section.pieces)


def _read(findings: Findings, section: Section, label: Label, direction: Label | None) -> None:
    name, rest = _name(section, label.rest)
    kind = "Priority" if label.level == "priority" else "Goal"
    head = findings.add(kind, name, notation=label.number, scope=label.number)
    whole = label.number.rpartition(".")[0]
    head.set("partOf", next((i for i in findings.items(kind) if whole and i.notation == whole), None))
    written = str(Text.join([label.words, name]))
    if written not in head.aliases:
        head.aliases.append(written)
    findings.mark_read(label.words)
    if direction:
        above = findings.add("StrategicDirection", direction.rest, notation=direction.number)
        head.set("ofDirection" if kind == "Goal" else "underDirection", above)
        findings.mark_read(direction.words)
    outline = _Outline(findings, head, _UNDER[kind])
    for piece in rest:
        outline.take(piece)
    outline.done()


def _name(section: Section, name: Text) -> tuple[Text, list[Piece]]:
    """Return the whole name, which may be wrapped over lines, and the pieces after it."""
    rest = list(section.pieces)
    while rest and rest[0].kind in ("line", "heading") and not outline_label(rest[0].text):
        if not continues(str(name), str(rest[0])):
            break
        name = Text.join([name, rest.pop(0).text])
    return name, rest


@dataclass
class _Outline:
    """Gathers what stands under one priority or goal."""

    findings: Findings
    head: Item
    under: str
    level: str = ""
    number: str = ""
    pieces: list[Piece] = field(default_factory=list)
    action: Item | None = None
    metric: Item | None = None
    several: bool = False
    """Whether the last list held several actions, so that measures below it are of none alone."""

    def take(self, piece: Piece) -> None:
        """Take the next line or list item."""
        label = outline_label(piece.text)
        if label is None or label.level not in _LEVELS:
            if self._belongs(piece):
                self.pieces.append(piece)
            else:
                self.done()
                self.level = ""
            return
        self.done()
        self.level, self.number, self.pieces = label.level, label.number, []
        self.findings.mark_read(label.words)
        if label.rest:
            self.pieces.append(Piece(label.rest, "line", block=piece.block))

    def _belongs(self, piece: Piece) -> bool:
        """Say whether a piece is still of the label above: its first paragraph, its items, what goes on."""
        if not self.pieces or piece.kind == "item":
            return True
        last = self.pieces[-1]
        return piece.kind == "line" and (piece.block == last.block or continues(str(last), str(piece)))

    def done(self) -> None:
        """State what stood under the last label."""
        entries = joined(self.pieces)
        if self.level == "action":
            self._actions(entries)
        elif self.level == "metric":
            for entry in entries:
                self._metric(entry)
        elif self.level in ("target", "baseline"):
            for entry in entries:
                self._value(self.level.capitalize(), entry.text)
        elif self.level and self.action and not self.several:
            self._about(self.action, Text.join(e.text for e in entries))
        self.pieces = []

    def _about(self, action: Item, text: Text) -> None:
        """State who is responsible for an action, or when it is due."""
        if self.level == "timeline":
            action.set("timeline", text if text else None)
            return
        who = UnitCells.of([text]).responsible(text)
        units = [self.findings.name("Unit", unit) for unit in who.units]
        for unit in units:
            action.set("responsible", unit)
        action.set("leadResponsible", units[0] if units else None).set("responsibleNote", who.note)
        if text not in action.evidence:
            action.evidence.append(text)

    def _value(self, kind: str, text: Text) -> None:
        """Add a target or baseline of the metric above, or of the goal where there is none."""
        of = self.metric or self.head
        value = self.findings.add(kind, text, scope=of.key).set("value", text)
        value.set("ofMetric" if self.metric else "ofGoal", of if of.kind in ("Metric", "Goal") else None)

    def _actions(self, entries: list[Piece]) -> None:
        """One numbered action with its parts; under a label without a number, each item is an action."""
        self.metric, self.several = None, not self.number
        for i, entry in enumerate(entries):
            if i == 0 or not self.number:
                self.action = self._action(entry)
            elif entry.kind == "item" and self.action:
                part = self.findings.add("Action", entry.text, scope=self.action.key)
                part.set("partOf", self.action)

    def _action(self, entry: Piece) -> Item:
        action = self.findings.add("Action", entry.text, notation=self.number, scope=self.head.key)
        return action.set(self.under, self.head)

    def _metric(self, entry: Piece) -> None:
        measured = self.head if self.several or self.action is None else self.action
        mark = entry.mark if any(c.isalnum() for c in entry.mark) else ""
        metric = self.findings.add("Metric", entry.text, notation=mark.rstrip(".)"), scope=measured.key)
        self.metric = metric.set("measures", measured)
