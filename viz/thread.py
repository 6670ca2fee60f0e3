"""The map of one thread: left of the item what it serves, right of it what serves it."""

from graph.citations import citations
from graph.items import Item, spaced
from graph.model import Evidence
from graph.store import Store
from graph.trace import Step, Trace, trace
from viz.style import BASES, NEUTRAL, box_of
from viz.view import About, Key, Sheet, Table, View

__all__ = ["thread"]

_TITLE = 100
_LEGIBLE = 160  # boxes, above which only the steps next to the item are drawn


def thread(store: Store, item: str) -> View:
    """Return the map of the thread through an item."""
    found = trace(store, item)
    up, down = _nearest(found.up), _nearest(found.down)
    cut = len(up) + len(down) < len(found.up) + len(found.down)
    return View(
        title=f"Thread of {_clipped(found.item.as_text())}",
        lead=_lead(found, cut=cut),
        sheets=(_sheet(found, up, down),),
        legend=tuple(_legend([found.item, *(s.item for s in (*up, *down))])),
        table=_table(found),
        empty="Nothing stands above or below this item.",
    )


def _nearest(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps, or only those near the item where they are too many to follow."""
    for depth in (8, 3, 2):
        near = tuple(s for s in steps if s.depth <= depth)
        if len(near) <= _LEGIBLE:
            return near
    return tuple(s for s in steps if s.depth == 1)[:_LEGIBLE]


def _sheet(found: Trace, up: tuple[Step, ...], down: tuple[Step, ...]) -> Sheet:
    height, depth = _depths(found.item, up), _depths(found.item, down)
    above, below = max(height.values()), max(depth.values())
    titles = [*([""] * max(0, above - 1)), *(["It serves"] if above else []), "The item",
              *(["What serves it"] if below else []), *([""] * max(0, below - 1))]  # fmt: skip
    sheet = Sheet("Thread", tuple(titles))
    _add(sheet, found.item, found.evidence, above)
    for steps, at, sign in ((up, height, -1), (down, depth, 1)):
        for step in steps:
            _add(sheet, step.item, step.evidence, above + sign * at[step.item.iri])
            about = About(
                f"{_from(step)} {step.words} {step.item.label}", (f"Basis: {step.basis}",), step.evidence
            )
            ends = (step.item.iri, step.source.iri) if sign < 0 else (step.source.iri, step.item.iri)
            sheet.join(*ends, BASES[step.basis], about)
    return sheet


def _from(step: Step) -> str:
    return step.source.label


def _depths(item: Item, steps: tuple[Step, ...]) -> dict[str, int]:
    """Return each item's longest way, so that lines always run onward."""
    found = {item.iri: 0}
    for step in steps:
        found[step.item.iri] = max(found.get(step.item.iri, 0), step.depth)
    return found


def _add(sheet: Sheet, item: Item, evidence: tuple[Evidence, ...], column: int) -> None:
    about = About(item.as_text(), (f"Plan: {item.plan}",) if item.plan else (), evidence)
    sheet.add(item.iri, item.as_text(), box_of(item.type), about, column)


def _clipped(text: str) -> str:
    return text if len(text) <= _TITLE else text[: _TITLE - 1].rstrip() + "…"


def _lead(found: Trace, *, cut: bool) -> str:
    said = f"{len(found.up)} steps up, {len(found.down)} steps down."
    return f"{said} Only the nearest are drawn; the table has them all." if cut else said


def _legend(items: list[Item]) -> list[Key]:
    kinds = dict.fromkeys(item.type for item in items)
    boxes = [Key(spaced(kind).lower(), box_of(kind)) for kind in kinds if box_of(kind) is not NEUTRAL]
    return [*boxes, *(Key(basis, line) for basis, line in BASES.items())]


def _table(found: Trace) -> Table:
    lines = [
        (words, str(s.depth), s.source.label, s.words, s.item.as_text(),
         s.basis if s.basis != "inferred" else f"inferred {s.confidence:.2f}",
         citations(s.evidence))
        for words, steps in (("up", found.up), ("down", found.down)) for s in steps
    ]  # fmt: skip
    return Table(("Way", "Step", "Item", "Link", "To", "Basis", "Where it stands"), tuple(lines))
