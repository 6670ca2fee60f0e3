"""Reads what a department says of its purpose, the year before, its data, findings and needs."""

from ingest.findings import Findings, Named
from ingest.layouts.headings import says_elsewhere
from ingest.layouts.labelled_sections import Section
from ingest.layouts.prose import sentences
from ingest.layouts.stream import Piece
from ingest.layouts.work_words import list_parts
from ingest.source import Text

__all__ = ["STATEMENTS", "read_needs", "read_purpose", "read_statements"]

STATEMENTS = {
    "prior_outcomes": "PriorOutcome",
    "prior_achievement": "PriorAchievement",
    "prior_learning": "PriorLearning",
    "data_used": "DataUsed",
    "stakeholder_input": "StakeholderInput",
    "key_findings": "KeyFinding",
}
"""The kinds of sections that hold statements, and what each statement is."""
_LISTS = {"DataUsed", "StakeholderInput"}


def read_purpose(findings: Findings, section: Section, unit: Named | None) -> None:
    """Add the purpose as one statement."""
    text = Text.join(entry.text for entry in section.entries())
    if text and not says_elsewhere(str(text)):
        findings.add("Purpose", text).set("ofUnit", unit)


def read_statements(findings: Findings, section: Section, kind: str) -> None:
    """Add each list item, and each sentence of running text, as one statement."""
    for entry in section.entries():
        if _only_introduces(entry) or says_elsewhere(str(entry)):
            findings.mark_read(entry.text)
            continue
        parts = [entry.text] if entry.kind == "item" else sentences(entry.text)
        for part in parts:
            for text in list_parts(part) if kind in _LISTS else [part]:
                findings.add(kind, text)


def _only_introduces(entry: Piece) -> bool:
    return entry.kind != "item" and str(entry).rstrip().endswith(":")


def read_needs(findings: Findings, section: Section) -> None:
    """Add the listed needs, or where none is listed each paragraph; what is said of a list is a note."""
    entries = section.entries()
    listed = [e for e in entries if e.kind == "item"] or [e for e in entries if not _only_introduces(e)]
    needs = []
    for entry in entries:
        if entry in listed:
            mark = entry.mark.rstrip(".)") if entry.mark[:-1].isalnum() else ""
            needs.append(findings.add("Need", entry.text, notation=mark))
        elif _only_introduces(entry):
            findings.mark_read(entry.text)
        else:
            note = findings.add("Note", entry.text)
            for need in needs:
                note.set("noteOn", need)
