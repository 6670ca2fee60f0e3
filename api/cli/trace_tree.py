"""A thread as people read it: what stands above the item, the item, what stands below."""

from collections.abc import Iterable

from rich.tree import Tree

from api.cli.printed import clipped, rendered
from api.cli.show import cited
from graph.trace import Step, Trace

__all__ = ["trace_tree"]

_SHOWN_AS_FACTS = (
    "leadResponsible",
    "responsible",
    "horizon",
    "needsAdditionalResources",
    "schoolYear",
    "value",
)


def trace_tree(thread: Trace) -> str:
    """Return the item with its place, then both directions as trees."""
    head = [clipped(thread.item.as_text(), 200), *cited(thread.evidence, 2)]
    if thread.item.plan:
        head.insert(1, f"in {thread.item.plan}")
    head += [f"{f.label}: {clipped(f.value)}" for f in thread.facts if f.property in _SHOWN_AS_FACTS]
    head += [f"note: {note}" for note in thread.notes]
    nothing = {"up": "nothing above it", "down": "nothing below it"}
    trees = [_tree(words, getattr(thread, words), nothing[words]) for words in ("up", "down")]
    return rendered("\n  ".join(head), *trees).rstrip()


def _tree(title: str, steps: Iterable[Step], nothing: str) -> Tree:
    tree = Tree(title)
    at = {0: tree}
    for step in steps:
        basis = f"{step.basis} {step.confidence:.2f}" if step.basis == "inferred" else step.basis
        lines = [f"{step.words} [{basis}] {clipped(step.item.as_text(), 150)}", *cited(step.evidence, 1, 80)]
        at[step.depth] = at[step.depth - 1].add("\n".join(lines))
    if not tree.children:
        tree.add(nothing)
    return tree
