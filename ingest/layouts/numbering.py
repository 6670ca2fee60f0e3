"""Puts numbered and lettered list items into a tree: 1. – a. – i. – 1., however deep the marks say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.layouts.stream import Piece

__all__ = ["Node", "tree"]

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass
class Node:
    """A list item with the items under it."""

    piece: Piece
    children: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class _Open:
    node: Node
    depth: int
    ordinals: frozenset[tuple[str, int]]


def tree(found: Iterable[Piece]) -> list[Node]:
    """Return the items at the top, each with those under it, in order.

    An item goes on a list that is open above it if its mark is the next one of that list,
    rather one at the same indent; otherwise it begins a list under the item before it.
    """
    top: list[Node] = []
    path: list[_Open] = []
    for piece in found:
        node = Node(piece)
        item = _Open(node, piece.depth, _ordinals(piece.mark))
        at = _place(path, item)
        (path[at - 1].node.children if at else top).append(node)
        path = [*path[:at], item]
    return top


def _place(path: list[_Open], item: _Open) -> int:
    """Return how many of the open items stand above a new one."""
    if not item.ordinals:
        return _by_indent(path, item)
    follows = [i for i, before in enumerate(path) if _next(before, item)]
    same_indent = [i for i in follows if path[i].depth == item.depth]
    if same_indent or follows:
        return (same_indent or follows)[-1]
    return len(path)


def _by_indent(path: list[_Open], item: _Open) -> int:
    """An item with a mere bullet stands beside the bullets of its indent, else under the item before it."""
    beside = (i for i, before in enumerate(path) if not before.ordinals and before.depth >= item.depth)
    return next(beside, len(path))


def _next(before: _Open, item: _Open) -> bool:
    return any((style, number - 1) in before.ordinals for style, number in item.ordinals)


def _ordinals(mark: str) -> frozenset[tuple[str, int]]:
    """Return what a mark can mean: 'i.' is the ninth letter or the first Roman number."""
    plain = mark.strip().rstrip(".)").lower()
    if re.fullmatch(r"\d{1,2}", plain):
        return frozenset({("number", int(plain))})
    found = {("letter", ord(plain) - ord("a") + 1)} if re.fullmatch(r"[a-z]", plain) else set()
    if plain in _ROMAN:
        found.add(("roman", _ROMAN.index(plain) + 1))
    return frozenset(found)
