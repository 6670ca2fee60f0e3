"""Reads tables of actions that say of each whether it takes additional resources."""

import re
from dataclasses import dataclass, field

from ingest.document import ListItem, Row
from ingest.findings import Findings, Item
from ingest.layouts.cells import cell_pieces
from ingest.layouts.columns import PlanTable, plan_tables
from ingest.layouts.goal_actions import add_goal_actions
from ingest.layouts.stream import Piece, continues, pieces
from ingest.layouts.work_words import cut_where_work_begins
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_ANSWER = re.compile(r"^\W*(?P<answer>yes|no)\b", re.IGNORECASE)


@dataclass
class _Draft:
    """An action as it is put together, with what is said of its resources."""

    action: list[Text] = field(default_factory=list)
    parts: list[Piece] = field(default_factory=list)
    mark: str = ""
    resources: list[Text] = field(default_factory=list)


def recognise(findings: Findings) -> None:
    """Find actions with the answer to 'will this take additional resources', and the reason."""
    for table in plan_tables(findings.document, frozenset({"action", "resources"})):
        findings.mark_read(*table.columns.header)
        answers = _answers(table)
        if not answers:
            findings.notes.append("Whether the actions take additional resources is left blank.")
        if not answers or _nested(table):
            add_goal_actions(findings, [*_listed(table), *_after(findings, table)])
        else:
            for draft in _drafts(table):
                _state(findings, draft)


def _answers(table: PlanTable) -> list[Text]:
    cells = [c for row in table.rows for c in table.columns.cells(row, "resources")]
    return [cell.text for cell in cells if cell.text]


def _nested(table: PlanTable) -> bool:
    """Say whether one cell holds a numbered list of several goals or actions."""
    cells = [c for row in table.rows for c in table.columns.cells(row, "action")]
    numbered = ([p for p in cell_pieces(c) if p.mark[:-1].isdigit()] for c in cells)
    return any(len(found) > 1 for found in numbered)


def _listed(table: PlanTable) -> list[Piece]:
    """Return what the action cells hold, paragraph by paragraph."""
    cells = [c for row in table.rows for c in table.columns.cells(row, "action")]
    return [piece for cell in cells for piece in cell_pieces(cell, -1)]


def _after(findings: Findings, table: PlanTable) -> list[Piece]:
    """Return the list items that stand right after a table: its last cell went on over the page's end."""
    last = table.blocks[-1]
    blocks = findings.document.blocks[last + 1 :]
    stop = next((i for i, b in enumerate(blocks) if not isinstance(b, ListItem)), len(blocks))
    after = range(last + 1, last + 1 + stop)
    return [p for p in pieces(findings.document) if p.block in after]


def _drafts(table: PlanTable) -> list[_Draft]:
    drafts: list[_Draft] = []
    for row in table.rows:
        first, *parts = _action_pieces(table, row) or [Piece(Text())]
        resources = Text.join(c.text for c in table.columns.cells(row, "resources") if _has_words(c.text))
        drafts += _continued(drafts[-1] if drafts else None, first, resources)
        if drafts:
            drafts[-1].parts.extend(parts)
    return drafts


def _has_words(text: Text) -> bool:
    return any(c.isalnum() for c in text.value)


def _action_pieces(table: PlanTable, row: Row) -> list[Piece]:
    """Return a row's action and, after it, the items of its list; a cell of bullets alone is one action."""
    cells = table.columns.cells(row, "action")
    found = [p for cell in cells for p in cell_pieces(cell, -1) if _has_words(p.text)]
    lead = [p for p in found if p.kind != "item" or p.mark[:-1].isdigit()]
    if not lead:
        return [Piece(Text.join(c.text for c in cells if _has_words(c.text)))] if found else []
    first = Piece(Text.join(p.text for p in lead), "line", found[0].mark)
    return [first, *(p for p in found if p not in lead)]


def _continued(before: _Draft | None, piece: Piece, resources: Text) -> list[_Draft]:
    """Give a row that a page's end cut to the action above it; return what begins anew.

    A row that goes on and yet answers for itself holds the end of one action and the next one.
    """
    action = piece.text
    if before is None or (action and not continues(str(before.action[-1]), str(action))):
        return [_Draft([action], mark=piece.mark, resources=[resources])] if action else []
    rest = [action] if action else []
    if _ANSWER.match(str(resources)) and len(parts := cut_where_work_begins(action)) > 1:
        before.action.append(parts[0])
        return [_Draft([Text.join(parts[1:])], resources=[resources])]
    before.action.extend(rest)
    before.resources.append(resources)
    return []


def _state(findings: Findings, draft: _Draft) -> None:
    notation = draft.mark[:-1] if draft.mark[:-1].isdigit() else ""
    action = findings.add("Action", Text.join(draft.action), notation=notation)
    for part in draft.parts:
        findings.add("Action", part.text, scope=action.key).set("partOf", action)
    note = Text.join(draft.resources)
    if m := _ANSWER.match(str(note)):
        action.set("needsAdditionalResources", m["answer"].lower() == "yes")
        if len(note) > m.end():
            action.set("resourceNote", note)
        findings.mark_read(note)
        _check(findings, action, note, m["answer"].lower())
    elif note:
        action.set("resourceNote", note)


def _check(findings: Findings, action: Item, note: Text, answer: str) -> None:
    """Report an action that is said to take no more resources and yet asks for money."""
    patterns = wording("plan_tables")["asks_for_money"]
    if answer == "no" and any(re.search(p, str(note), re.IGNORECASE) for p in patterns):
        words = (
            f"The action '{action.label}' is said to take no additional resources, yet money is asked for."
        )
        conflict = findings.add("Conflict", words, [note]).set("conflictKind", "resources")
        conflict.set("about", action).set("comment", words)
