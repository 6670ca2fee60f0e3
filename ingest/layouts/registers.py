"""Reads the lists that no other layout claims: plans named, inputs, elements, steps, decisions, criteria."""

import re
from functools import cache

from ingest.findings import Findings, Item, Named
from ingest.layouts.list_blocks import Entry, ListBlock, list_blocks
from ingest.layouts.school_year import school_year
from ingest.short_forms import split_bracket
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

# What these say does not make a list theirs: they are found inside the lists of others.
_INSIDE = {
    "Abbreviation",
    "Organization",
    "PlanningStatement",
    "Conflict",
    "Plan",
    "Program",
    "School",
    "Person",
}
_LONGEST_HEADING = 14  # words; a longer one is a sentence that speaks of many things
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?\b")
_TAIL = re.compile(r"[\s,–-]+$")


def recognise(findings: Findings) -> None:
    """Add a register for every list under a heading or a sentence that introduces it, with its entries."""
    claimed = {o for item in findings if item.kind not in _INSIDE for t in item.evidence for o in t.offsets}
    for block in list_blocks(findings.document):
        kind = _kind_of(block)
        if _is_claimed(block, claimed) or not (kind or block.introduction or block.above):
            continue
        _add(findings, block, kind or "RegisterEntry")


def _is_claimed(block: ListBlock, claimed: set[int]) -> bool:
    """Tell whether most entries of a list were understood as something else."""
    taken = [e for e in block.entries if not claimed.isdisjoint(o for o in e.text.offsets if o >= 0)]
    return 2 * len(taken) >= len(block.entries)


def _kind_of(block: ListBlock) -> str:
    """Return the class of a list's entries by the words right above it, or else by its heading."""
    heading = block.heading if len(str(block.heading).split()) <= _LONGEST_HEADING else Text()
    for text in (block.above, block.introduction, heading):
        last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", str(text).strip())[-1]
        for kind, pattern in _kinds():
            if pattern.search(last.lower()):
                return kind
    return ""


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((k, re.compile("|".join(p))) for k, p in wording("registers")["kinds"].items())


def _add(findings: Findings, block: ListBlock, kind: str) -> None:
    register = _register(findings, block)
    scope = register.key
    stack: list[tuple[int, Item]] = []
    for entry in block.entries:
        stack = [(depth, item) for depth, item in stack if depth < entry.depth]
        item = _entry(findings, entry, "RegisterEntry" if stack and kind == "Plan" else kind, scope)
        item.set("inRegister", register)
        if stack:
            item.set("partOf", stack[-1][1])
        stack.append((entry.depth, item))


def _register(findings: Findings, block: ListBlock) -> Item:
    """Add the list itself, called by its heading, or by its sentence where the heading is another's."""
    label = block.heading or block.above_sentence or block.above
    taken = {r.label for r in findings.items("Register")}
    if label.strip(" :").value in taken:
        label = block.above_sentence or label
    evidence = [t for t in (block.heading, block.above_sentence, block.announced) if t]
    register = findings.add(
        "Register", label.strip(" :"), evidence, scope=str(block.entries[0].text.offsets[0])
    )
    for text in (block.above_sentence, block.announced):
        register.set("introducedBy", text if text else None)
    return register


def _entry(findings: Findings, entry: Entry, kind: str, scope: str) -> Item:
    if kind == "Plan":
        return _named_plan(findings, entry.text)
    item = findings.add(kind, entry.text.strip(" ;"), scope=scope)
    if kind == "StakeholderInput":
        _years(item, entry.text)
    return item


def _named_plan(findings: Findings, text: Text) -> Item:
    """Add a plan that a list names; whether it is held too is for the plans that were read to say."""
    findings.name("Plan", text)
    item = findings.add("Plan", text).set("held", False)
    bare = _TAIL.sub("", _YEARS.split(str(text))[0])
    main, short = split_bracket(bare)
    item.aliases.extend(a for a in (main, short) if a and a not in (item.label, *item.aliases))
    item.set("planType", Named("PlanType", plan_type(str(text))))
    _years(item, text)
    return item


def _years(item: Item, text: Text) -> None:
    """State the years that stand in an entry as they are written, and the school year where it is one."""
    for match in _YEARS.finditer(str(text)):
        item.set("temporal", str(text.group(match)))
    if year := school_year(text, short=False):
        item.set("schoolYear", year[0])


def plan_type(name: str) -> str:
    """Return what kind of plan a name says it is."""
    types = wording("plans")["types"]
    return next((t for t, ps in types.items() if re.search("|".join(ps), name.lower())), "otherPlan")
