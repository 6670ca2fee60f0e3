"""The map of one thread: left of the item what it serves, right of it what serves it."""

from graph.citations import citations
from graph.items import Item, Reader, spaced
from graph.model import Evidence
from graph.trace import Step, Trace, trace
from viz.fold import folded
from viz.style import GOLD, NEUTRAL, box_of
from viz.view import About, Key, Sheet, Table, View
from viz.wanted import Wanted

__all__ = ["thread"]

_TITLE = 70


def thread(reader: Reader, wanted: Wanted) -> View:
    """Return the map of the thread through an item."""
    found = trace(reader.store, wanted.item)
    return View(
        title=f"Thread of {_title(found.item)}",
        lead=_lead(found),
        sheets=(folded(_sheet(found, found.up, found.down)),),
        legend=tuple(_legend([found.item, *(s.item for s in (*found.up, *found.down))])),
        table=_table(found),
        empty="Nothing stands above or below this item.",
    )


def _sheet(found: Trace, up: tuple[Step, ...], down: tuple[Step, ...]) -> Sheet:
    height, depth = _depths(found.item, up), _depths(found.item, down)
    above, below = max(height.values()), max(depth.values())
    titles = [*([""] * max(0, above - 1)), *(["It serves"] if above else []), "The item",
              *(["What serves it"] if below else []), *([""] * max(0, below - 1))]  # fmt: skip
    sheet = Sheet("Thread", tuple(titles), follows="any", here=found.item.iri)
    _add(sheet, found.item, found.evidence, above)
    for steps, at, sign in ((up, height, -1), (down, depth, 1)):
        for step in steps:
            _add(sheet, step.item, step.evidence, above + sign * at[step.item.iri])
            about = About(
                f"{_from(step)} {step.words} {step.item.label}", (f"Basis: {step.basis}",), step.evidence
            )
            ends = (step.item.iri, step.source.iri) if sign < 0 else (step.source.iri, step.item.iri)
            near = step.source.iri == found.item.iri
            sheet.group(step.item.iri, spaced(step.item.type) if near else step.source.label)
            sheet.join(*ends, GOLD[step.basis], about, name=step.words if sign > 0 else f"← {step.words}")
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
    about = About(item.as_text(), (f"Plan: {item.plan}",) if item.plan else (), evidence, iri=item.iri)
    sheet.add(item.iri, item.as_text(), box_of(item.type), about, column)


def _title(item: Item) -> str:
    """Return the item's kind and number where it has one, else its words."""
    words = item.as_text().split(": ", maxsplit=1)[0]
    return words if item.number and item.number in words else _clipped(item.as_text())


def _clipped(text: str) -> str:
    return text if len(text) <= _TITLE else text[: _TITLE - 1].rstrip() + "…"


def _lead(found: Trace) -> str:
    return f"{found.item.as_text().rstrip('.')}. {len(found.up):,} steps up, {len(found.down):,} steps down."


def _legend(items: list[Item]) -> list[Key]:
    kinds = dict.fromkeys(item.type for item in items)
    boxes = [Key(spaced(kind).lower(), box_of(kind)) for kind in kinds if box_of(kind) is not NEUTRAL]
    return [*boxes, *(Key(basis, line) for basis, line in GOLD.items())]


def _table(found: Trace) -> Table:
    lines = [
        (words, str(s.depth), s.source.label, s.words, s.item.as_text(),
         s.basis if s.basis != "inferred" else f"inferred {s.confidence:.2f}",
         citations(s.evidence))
        for words, steps in (("up", found.up), ("down", found.down)) for s in steps
    ]  # fmt: skip
    return Table(("Way", "Step", "Item", "Link", "To", "Basis", "Where it stands"), tuple(lines))
