"""Lists of recommendations, and the one item behind all places that print a recommendation or goal."""

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from ingest.document import Block, Heading, ListItem, Paragraph
from ingest.findings import Findings, Item, fold
from ingest.layouts.panels import Panel, panels_in
from ingest.layouts.prose import is_heading
from ingest.source import Text
from ingest.wording import wording

__all__ = ["cited_item", "recognise"]

_LEAST_ALIKE = 80  # of 100: the same recommendation shortened at its end still has 85 in the plans seen
_LEAST_APART = 5  # by how much the best match must lead the next
_NUMBER = re.compile(r"^(\d{1,2})[.)]$")


def recognise(findings: Findings) -> None:
    """Find the numbered lists that a sentence or heading introduces as recommendations."""
    blocks = findings.document.blocks
    at = 0
    while at < len(blocks):
        items = _numbered_items(blocks, at)
        if len(items) > 1 and (introduction := _introduction(blocks, at)):
            findings.mark_read(*introduction)
            for item in items:
                findings.add("Recommendation", item.text, notation=item.mark.rstrip(".)"))
        at += len(items) or 1
    if not findings.items("Recommendation"):
        _add_labelled(findings, blocks)


def _add_labelled(findings: Findings, blocks: Sequence[Block]) -> None:
    """Add recommendations that stand one after the other, each behind a label with its number."""
    run: list[Panel] = []
    for block in [*blocks, None]:
        panel = _labelled(block)
        if panel and all(panel.number != p.number for p in run):
            run.append(panel)
            continue
        for one in run if len(run) > 1 else ():
            findings.add("Recommendation", one.text, one.evidence, notation=one.number)
        run = [panel] if panel else []


def _labelled(block: Block | None) -> Panel | None:
    """Return the one recommendation that a block states behind its label."""
    panels = panels_in(block.text) if isinstance(block, Heading | Paragraph | ListItem) else []
    whole = len(panels) == 1 and panels[0].kind == "Recommendation" and panels[0].text
    return panels[0] if whole else None


def _numbered_items(blocks: Sequence[Block], at: int) -> list[ListItem]:
    """Return the items from here on that count 1, 2, 3 …"""
    found: list[ListItem] = []
    for block in blocks[at:]:
        if not isinstance(block, ListItem) or not block.text:
            break
        if (m := _NUMBER.match(block.mark)) and int(m[1]) == len(found) + 1:
            found.append(block)
        else:
            break
    return found


def _introduction(blocks: Sequence[Block], at: int) -> list[Text]:
    """Return the heading and sentence just before a list where they speak of recommendations."""
    before = [b for b in blocks[max(0, at - 2) : at] if isinstance(b, Heading | Paragraph) and b.text]
    names = any(_speaks(is_heading(b)).search(str(b.text)) for b in before)
    return [b.text for b in before] if names else []


@cache
def _speaks(heading: bool) -> re.Pattern[str]:
    """Match a heading that speaks of recommendations, or a sentence that says they follow."""
    words = wording("action_tables")
    patterns = [
        *([words["list_of_recommendations"]] if heading else []),
        *words["introduces_recommendations"],
    ]
    return re.compile("|".join(patterns), re.IGNORECASE)


def cited_item(findings: Findings, panel: Panel) -> Item:
    """Return the item that a panel prints: by its words, else by its number, else a new one."""
    scope = "" if panel.kind == "Recommendation" else _plan_kind(panel)
    known = [i for i in findings.items(panel.kind) if _same_list(i, scope)]
    item = _with_words(known, panel.text) if panel.text else _with_number(known, panel.number)
    if item is None:
        item = _new(findings, panel, scope)
    elif panel.text and fold(str(panel.text)) != fold(item.label) and str(panel.text) not in item.aliases:
        item.aliases.append(str(panel.text))
    for text in panel.evidence:
        if text not in item.evidence:
            item.evidence.append(text)
    return item


def _new(findings: Findings, panel: Panel, scope: str) -> Item:
    label = panel.text or panel.label
    item = findings.add(panel.kind, label, [], notation=panel.number, scope=scope)
    if panel.kind == "Goal":
        item.set("goalType", scope)
        item.set("inPlan", findings.name("Plan", panel.plan))
    return item


def _plan_kind(panel: Panel) -> str:
    """Return what such a goal is called, such as 'LCAP goal'."""
    plan = str(panel.plan)
    patterns = wording("action_tables")["accountability_plans"]
    accountability = any(re.fullmatch(p, plan, re.IGNORECASE) for p in patterns)
    return "LCAP goal" if accountability else f"{plan} goal"


def _same_list(item: Item, scope: str) -> bool:
    return not scope or scope in item.get("goalType")


def _with_words(known: list[Item], text: Text) -> Item | None:
    words = fold(str(text))
    ranked = sorted(
        ((max(fuzz.ratio(words, fold(t)) for t in (i.label, *i.aliases)), n) for n, i in enumerate(known)),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _LEAST_ALIKE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAST_APART:
        return None
    return known[ranked[0][1]]


def _with_number(known: list[Item], number: str) -> Item | None:
    return next((i for i in known if i.notation == number), None)
