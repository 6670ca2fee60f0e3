"""What stands beside action tables: the recommendation and goal they support, focus, rationale, notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.findings import Findings, Item
from ingest.layouts.action_pages import Page
from ingest.layouts.panels import Panel, SideText
from ingest.layouts.recommendations import cited_item
from ingest.source import Text

__all__ = ["ReadPage", "add_sides", "add_support"]

_KINDS = ("Recommendation", "Goal")
_EARLIER = "The panel stands beside an earlier table of the same section and was carried over."
_LATER = "The panel stands beside a later table of the same section and was carried over."
_ITEMS = {"focus": "FocusStatement", "rationale": "Rationale", "footnote": "Note", "remark": "Note"}


@dataclass
class ReadPage:
    """A page with the direction that it stands under and its actions."""

    page: Page
    direction: Item | None = None
    actions: list[Item] = field(default_factory=list)


def add_support(findings: Findings, pages: Sequence[ReadPage]) -> None:
    """Link the actions of each page to the recommendation and goal that its panels print.

    A page without a panel of a kind takes that of the nearest page of its section, the earlier first.
    """
    items = {id(panel): cited_item(findings, panel) for page in pages for panel in page.page.panels}
    for section in _sections(pages):
        for n, page in enumerate(section):
            for kind in _KINDS:
                for panel, note in _panels_for(section, n, kind):
                    for action in page.actions:
                        action.support(items[id(panel)], "section", panel.evidence, panel.number, note)


def _sections(pages: Sequence[ReadPage]) -> Iterator[list[ReadPage]]:
    """Yield the pages that follow each other under one direction; without one, a table and its rest."""
    section: list[ReadPage] = []
    for page in pages:
        last = section[-1] if section else None
        same = last and (page.page.continues or (page.direction and page.direction is last.direction))
        if not same and section:
            yield section
            section = []
        section.append(page)
    if section:
        yield section


def _panels_for(section: list[ReadPage], n: int, kind: str) -> list[tuple[Panel, str]]:
    """Return the panels of a kind that hold for the n-th page, each with a note where it was carried over."""
    earlier = [(i, _EARLIER) for i in range(n - 1, -1, -1)]
    later = [(i, _LATER) for i in range(n + 1, len(section))]
    for i, note in [(n, ""), *earlier, *later]:
        found = [panel for panel in section[i].page.panels if panel.kind == kind]
        if found:
            return [(panel, note) for panel in found]
    return []


def add_sides(findings: Findings, pages: Sequence[ReadPage]) -> None:
    """Add the focus statements, rationales and footnotes that stand beside the tables."""
    for page in pages:
        for side in page.page.sides:
            findings.mark_read(side.label)
            for text in side.texts:
                _add_side(findings, page, side, text)


def _add_side(findings: Findings, page: ReadPage, side: SideText, text: Text) -> None:
    alone = side.label and len(side.texts) == 1
    place = Text.join([side.label, text]) if alone else text
    scope = page.direction.key if page.direction else ""
    label = f"{side.label}: {text}" if side.kind == "remark" else text
    item = findings.add(_ITEMS[side.kind], label, [place], scope=scope)
    item.set("ofDirection", page.direction)
    if side.kind == "footnote":
        for action in page.actions:
            item.set("noteOn", action if action.label.endswith("*") else None)
