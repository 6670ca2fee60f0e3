"""Reads theories of action: if we do this, then that follows, which will lead to an outcome."""

from collections.abc import Iterator

from ingest.findings import Findings, Item
from ingest.layouts.labelled_sections import sections
from ingest.layouts.priority_match import priority_named
from ingest.layouts.theory_limbs import Theory, theories
from ingest.layouts.work_words import begins_work
from ingest.source import Text

__all__ = ["recognise"]

_LONGEST_CLAUSE = 30  # words of a clause that a label still shows


def recognise(findings: Findings) -> None:
    """Find the theories of action, and the priority that each one names as its outcome."""
    for section in sections(findings.document):
        if section.kind != "theory":
            continue
        findings.mark_read(*section.labels)
        for theory in theories(section.pieces):
            _add(findings, theory)


def _add(findings: Findings, theory: Theory) -> Item:
    item = findings.add("TheoryOfAction", _label(theory), [t for _, t in theory.limbs()])
    for limb, text in theory.limbs():
        if not item.get(limb):
            item.set(limb, text)
    findings.mark_read(*theory.labels)
    if theory.remark:
        findings.add("Note", theory.remark, scope=item.key).set("noteOn", item)
    if theory.which_will and (priority := priority_named(findings, str(theory.which_will))):
        item.set("leadsTo", priority)
    return item


def _label(theory: Theory) -> str:
    return ", ".join(_clauses(theory))


def _clauses(theory: Theory) -> Iterator[str]:
    opening = {
        "ifClause": "If we" if theory.says_we else "If",
        "thenClause": "then",
        "whichWill": theory.which or "which will",
    }
    for limb, text in theory.limbs():
        yield f"{opening[limb]} {_short(text)}"


def _short(text: Text) -> str:
    words = str(text).rstrip(".,; ").split()
    if begins_work(words[0]):
        words[0] = words[0][0].lower() + words[0][1:]
    return " ".join(words[:_LONGEST_CLAUSE]) + ("…" if len(words) > _LONGEST_CLAUSE else "")
