"""Reads nested lists of actions under the goals of a plan: 1. goal – a. action – i. part of it."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.findings import Findings, Item, fold
from ingest.layouts.numbering import Node, tree
from ingest.layouts.stream import Piece

__all__ = ["add_goal_actions"]

_SAME_TEXT = 90  # ratio of two wordings of one goal; one changed word in a sentence keeps it above
_ITS_OWN_NAME = re.compile(r"^\W*(?:this|the) goal\b|^\W*goal\s*#?\d", re.IGNORECASE)
_LONE_MARK = re.compile(r"^(?P<mark>(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$")


def add_goal_actions(findings: Findings, listed: Sequence[Piece]) -> None:
    """Add the actions of a nested list; an entry that repeats a goal's text stands for that goal."""
    nodes = tree(map(_marked, listed))
    goals = {id(n): goal for n in nodes if (goal := _goal(findings, n.piece))}
    numbers_agree = bool(goals) and all(
        goal.notation == _number(n) for n in nodes if (goal := goals.get(id(n)))
    )
    for node in nodes:
        goal = goals.get(id(node))
        if goal:
            for child in node.children:
                _action(findings, child, goal)
        else:
            _action(findings, node, _by_number(findings, node) if numbers_agree else None)


def _marked(piece: Piece) -> Piece:
    """Give an item that is nothing but a mark, such as 'e.', its mark."""
    m = _LONE_MARK.match(str(piece).strip())
    return Piece(piece.text[:0], "item", m["mark"], piece.depth, piece.block) if m else piece


def _number(node: Node) -> str:
    return node.piece.mark.rstrip(".)")


def _goal(findings: Findings, piece: Piece) -> Item | None:
    """Return the goal whose text an entry repeats, in these or nearly these words."""
    words = fold(str(piece))
    best = max(findings.items("Goal"), key=lambda g: fuzz.ratio(fold(g.label), words), default=None)
    if best and fuzz.ratio(fold(best.label), words) >= _SAME_TEXT:
        return _again(best, piece)
    if _ITS_OWN_NAME.search(str(piece)):
        return findings.add("Goal", piece.text, notation=piece.mark.rstrip(".)"))
    return None


def _again(goal: Item, piece: Piece) -> Item:
    """Keep the second place of a goal, and its second wording where that differs."""
    goal.evidence.append(piece.text)
    if fold(str(piece)) != fold(goal.label) and str(piece) not in goal.aliases:
        goal.aliases.append(str(piece))
    return goal


def _by_number(findings: Findings, node: Node) -> Item | None:
    """Return the goal of an entry's number, where the other entries' numbers are those of the goals."""
    return next((g for g in findings.items("Goal") if g.notation and g.notation == _number(node)), None)


def _action(findings: Findings, node: Node, above: Item | None) -> None:
    if not node.piece.text:
        mark = node.piece.mark
        findings.notes.append(f"The entry '{mark}' is left empty.")
        return
    mark = node.piece.mark.rstrip(".)")
    notation = mark if mark.isalnum() else ""
    action = findings.add("Action", node.piece.text, notation=notation, scope=above.key if above else "")
    if above:
        action.set("underGoal" if above.kind == "Goal" else "partOf", above)
    for child in node.children:
        _action(findings, child, action)
