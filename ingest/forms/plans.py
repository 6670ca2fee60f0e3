"""The plans of several schools in one file: each is a record that holds those of its form."""

from ingest.findings import Findings, Item, Named
from ingest.forms.form import RecordType
from ingest.forms.record import Entry, Record
from ingest.layouts.plan_heads import PlanHead
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["of_plan", "plan_item", "plan_record"]

_PLAN = RecordType.model_validate({"is": "Plan"})


def plan_record(head: PlanHead) -> Record:
    """Return the record of a plan that begins at a head."""
    entries = [Entry("school", [Piece(head.school)])]
    if head.year:
        year, place = head.year
        entries.append(Entry("year", [Piece(place)], year))
    return Record("plan", _PLAN, head.kind, head.title, entries)


def plan_item(findings: Findings, record: Record) -> Item:
    """Add the plan of a school, called by the school's name and the plan's title."""
    school, title = record.text_of("school"), record.label
    item = findings.add("Plan", f"{school} {title}", [Text.join([school]), title], scope=str(school))
    if record.number.isalpha():  # a type of plan, and no number that a form's label bears
        item.set("planType", Named("PlanType", record.number))
    item.set("atSchool", findings.name("School", school) if school else None)
    for entry in record.of("year"):
        item.set("schoolYear", entry.year)
        item.evidence.append(entry.text)
    return item


def of_plan(findings: Findings, plan: Item, before: frozenset[str]) -> None:
    """State of every item that was found since then that it stands in this plan."""
    for item in findings:
        if item.key not in before and item is not plan:
            item.set("inPlan", plan)
