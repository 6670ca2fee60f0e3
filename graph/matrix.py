"""The matrix of alignment: actions in groups, against the recommendations and goals that they support."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.catalogue import rows
from graph.errors import UsageError
from graph.items import Item, Reader, local_name
from graph.store import Binding, Store
from graph.vocabulary import GT

__all__ = ["GROUPINGS", "Matrix", "Pair", "alignment_matrix"]

GROUPINGS = ("direction", "goal", "priority", "unit", "horizon", "plan")
_HORIZONS = tuple(map(str, (GT.shortTerm, GT.midTerm, GT.longTerm)))


@dataclass(frozen=True, slots=True)
class Pair:
    """One action, what it supports, and on what basis this is said."""

    link: str
    action: str
    target: str
    basis: str
    confidence: float


@dataclass(frozen=True)
class Matrix:
    """Which actions support what; `groups` names the heading of every action, aligned or not."""

    reader: Reader
    targets: tuple[Item, ...]
    groups: dict[str, str]
    pairs: tuple[Pair, ...]

    @property
    def aligned(self) -> set[str]:
        """The actions that a document says to support something."""
        return {p.action for p in self.pairs if p.basis != "inferred"}

    @property
    def uncovered(self) -> tuple[Item, ...]:
        """The recommendations and goals that no document gives an action."""
        covered = {p.target for p in self.pairs if p.basis != "inferred"}
        return tuple(t for t in self.targets if t.iri not in covered)

    def as_json(self) -> dict[str, Any]:
        """Return the matrix as a JSON object, with one cell for each group, target and basis."""
        sizes = Counter(self.groups.values())
        inside: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            inside[self.groups[pair.action], pair.target].append(pair)
        order = {target.iri: n for n, target in enumerate(self.targets)}
        held = sorted((at for at in inside if at[1] in order), key=lambda at: (at[0], order[at[1]]))
        return {
            "targets": [t.as_json() for t in self.targets],
            "groups": [{"group": name, "actions": sizes[name]} for name in sorted(sizes)],
            "cells": [cell for at in held for cell in self._cells(*at, inside[at])],
            "uncovered": [t.iri for t in self.uncovered],
        }

    def _cells(self, name: str, target: str, found: Sequence[Pair]) -> list[dict[str, Any]]:
        return [
            {
                "group": name,
                "target": target,
                "basis": basis,
                "count": sum(p.basis == basis for p in found),
                "actions": [self._action(p) for p in found if p.basis == basis],
            }
            for basis in sorted({p.basis for p in found})
        ]

    def _action(self, pair: Pair) -> dict[str, Any]:
        return self.reader.item(pair.action).as_json() | {
            "confidence": pair.confidence,
            "evidence": [e.as_json() for e in self.reader.evidence(pair.link)],
        }


def alignment_matrix(store: Store, by: str = "", reader: Reader | None = None) -> Matrix:
    """Return the matrix, its actions grouped by direction or plan, or by what is asked for.

    `reader` may know items already.
    Raises UsageError where there is no such grouping.
    """
    if by and by not in GROUPINGS:
        raise UsageError(f"Actions cannot be grouped by {by!r}; use {', '.join(GROUPINGS)}.")
    reader = reader or Reader(store)
    groups = {str(row["action"]): _group(row, by) for row in rows(store, "action_places")}
    if by == "horizon":
        groups |= {action: name for action, name in _horizons(store).items() if action in groups}
    pairs = tuple(p for p in map(_pair, rows(store, "alignment_pairs")) if p.action in groups)
    targets = {str(row["target"]) for row in rows(store, "alignment_targets")} | {p.target for p in pairs}
    return Matrix(reader, tuple(sorted(map(reader.item, targets), key=_order)), groups, pairs)


def _pair(row: Binding) -> Pair:
    confidence = float(str(row.get("confidence", 1.0)))
    link, action, target = (str(row[name]) for name in ("link", "from", "to"))
    return Pair(link, action, target, local_name(row["basis"]), confidence)


def _group(row: Binding, by: str) -> str:
    """Return the heading under which an action stands: what is asked for, else the best there is."""
    names = (by,) if by else ("direction", "plan")
    said = next((str(row[name]) for name in names if name in row), "")
    return said or f"no {by or 'heading'} stated"


def _horizons(store: Store) -> dict[str, str]:
    """Return the horizons of each action as one heading, so that none is counted twice."""
    found: dict[str, dict[str, str]] = {}
    for row in rows(store, "action_horizons"):
        horizon = str(row["horizon"])
        found.setdefault(str(row["action"]), {})[horizon] = str(row.get("label", local_name(horizon)))
    return {
        action: " and ".join(said[h] for h in sorted(said, key=_in_time)) for action, said in found.items()
    }


def _in_time(horizon: str) -> tuple[int, str]:
    return _HORIZONS.index(horizon) if horizon in _HORIZONS else len(_HORIZONS), horizon


def _order(item: Item) -> tuple[bool, str, str, int, str, str]:
    digits = "".join(c for c in item.number if c.isdigit())
    number = int(digits) if digits else 999
    return item.type != "Recommendation", item.type, item.plan, number, item.number, item.label
