"""Reads a plan by its headings and bullets alone, where no layout knows its form: the weaker reading."""

from collections.abc import Sequence

from ingest.findings import Findings, Item
from ingest.layouts.other_documents import is_another_document
from ingest.layouts.plan_title import plan_title
from ingest.layouts.prose_groups import Bullet, BulletGroup, bullet_groups
from ingest.layouts.stream import every_piece

__all__ = ["KNOWN", "NOTE", "recognise", "weak"]

NOTE = "read by its headings and bullets alone"
_SURE = 0.6
# Where one of these was found, a layout knew the form.
KNOWN = frozenset(
    {"Goal", "Action", "Priority", "Recommendation", "StrategicDirection", "Need", "Metric", "Service"}
    | {"ProgramOffering", "TierAssignment", "TheoryOfAction", "BudgetLine"}
)
_LEAST_ACTIONS = 2
_SEVERAL = 2  # goals that a document without a title must name


def recognise(findings: Findings) -> None:
    """Add the goals and actions of a prose plan, each marked as the weaker reading; leave what is no plan."""
    if any(item.kind in KNOWN for item in findings):
        return
    stream = every_piece(findings.document)
    if is_another_document(stream):
        return
    titled = bool(plan_title(stream).lines)
    goals = _goals(bullet_groups(stream), titled)
    actions = sum(b.is_action for g in goals for b in g.bullets)
    if actions < _LEAST_ACTIONS or (not titled and len(goals) < _SEVERAL):
        return
    for group in goals:
        _state(findings, group)
    findings.notes.append(f"No layout knows the form of this plan; it was {NOTE}.")


def _goals(found: Sequence[BulletGroup], titled: bool) -> list[BulletGroup]:
    """Return the groups that are goals: called so, or stating one, or with lists of actions."""
    if called := [g for g in found if g.label and g.name]:
        return called if any(g.acts for g in called) else []
    if not titled:
        return []
    if stated := [g for g in found if g.statement]:
        return stated if any(g.acts for g in stated) else []
    return [g for g in found if g.name and g.acts and not g.is_aside]


def _state(findings: Findings, group: BulletGroup) -> None:
    goal = findings.add("Goal", group.name, notation=group.number)
    goal.notation = goal.notation or group.number
    weak(goal)
    if group.label:
        goal.aliases.extend(a for a in [str(group.label)] if a not in goal.aliases)
        findings.mark_read(group.label)
    if group.statement and not goal.get("description"):
        goal.set("description", group.statement)
    findings.mark_read(group.statement)
    above: Item | None = None
    for bullet in group.bullets:
        part = _part(findings, goal, above if bullet.depth else None, bullet)
        above = above if bullet.depth else part


def _part(findings: Findings, goal: Item, above: Item | None, bullet: Bullet) -> Item:
    """Add a list item as an action under its goal, or as a part of the action above it."""
    item = findings.add("Action", bullet.text, scope=(above or goal).key)
    item.set("partOf" if above else "underGoal", above or goal)
    if bullet.heading and not item.get("underHeading"):
        item.set("underHeading", bullet.heading)
    return weak(item)


def weak(item: Item) -> Item:
    """Mark an item as the weaker reading, unless its confidence was stated."""
    if not item.get("confidence"):
        item.set("confidence", _SURE).set("comment", NOTE)
    return item
