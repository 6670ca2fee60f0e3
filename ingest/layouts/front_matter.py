"""Reads what a plan says of itself: its title, kind, district, department, school year and date."""

from collections.abc import Sequence

from ingest.document import Heading, Paragraph
from ingest.findings import Findings, Named
from ingest.layouts.districts import district_in
from ingest.layouts.headings import is_prompt
from ingest.layouts.labelled_sections import Section, is_form, sections
from ingest.layouts.plan_heads import plan_heads
from ingest.layouts.plan_title import PlanTitle, plan_title, plan_type
from ingest.layouts.plan_unit import names_school, plan_units, unit_name
from ingest.layouts.plan_year import plan_year
from ingest.layouts.stream import pieces, repeated_heads
from ingest.layouts.title_words import is_title
from ingest.source import Text

__all__ = ["recognise"]

_DATES = {"generated": "dateGenerated"}


def recognise(findings: Findings) -> None:
    """State the plan's own facts; where only running text tells them, a note says so."""
    found = sections(findings.document)
    stream = pieces(findings.document)
    title = plan_title(stream)
    _type(findings, title)
    _district(findings)
    for unit in plan_units(findings, found, title):
        findings.plan.set("ofUnit", unit)
    _schools(findings, found)
    year = plan_year(findings, found, title)
    if year:
        findings.plan.set("schoolYear", year)
    _dates(findings, found, title)
    _label(findings, title, year)
    _read_form_words(findings)


def _evidence(findings: Findings, *texts: Text) -> None:
    findings.plan.evidence.extend(t for t in texts if t and t not in findings.plan.evidence)


def _type(findings: Findings, title: PlanTitle) -> None:
    _evidence(findings, *title.lines)
    kind, place = plan_type(title, pieces(findings.document))
    if place is not None:
        _evidence(findings, place)
        findings.notes.append("The plan has no title; its kind is taken from its running text.")
    elif not kind and is_form(findings):
        kind = "departmentPlan"
        findings.notes.append("The plan has no title; its sections are those of a department's form.")
    findings.plan.set("planType", Named("PlanType", kind) if kind else None)


def _district(findings: Findings) -> None:
    text = district_in([p.text for p in pieces(findings.document)])
    if text:
        findings.plan.set("ofOrganization", findings.name("District", text))
        _evidence(findings, text)


def _schools(findings: Findings, found: Sequence[Section]) -> None:
    """State the school whose plan it is, where a label names one."""
    for section in found:
        if section.kind == "unit_name" and names_school(section) and (name := unit_name(section)):
            findings.plan.set("atSchool", findings.name("School", name))
            _evidence(findings, name)
            findings.mark_read(*section.labels)
    heads = plan_heads(findings.document)
    if len(heads) == 1 and not findings.plan.get("atSchool"):
        findings.plan.set("atSchool", findings.name("School", heads[0].school))
        _evidence(findings, heads[0].school)


def _dates(findings: Findings, found: Sequence[Section], title: PlanTitle) -> None:
    for section in found:
        if (prop := _DATES.get(section.kind)) and section.pieces:
            findings.plan.set(prop, section.pieces[0].text)
            findings.mark_read(section.heading)
    if title.date:
        findings.plan.set("dateIssued", title.date)
    if title.period:
        findings.plan.set("period", title.period)


def _label(findings: Findings, title: PlanTitle, year: str) -> None:
    """Name the plan by department and year, as its own titles often do not; these stay as other names."""
    printed = str(Text.join(title.lines))
    units = [u.name for u in findings.plan.get("ofUnit") if isinstance(u, Named)]
    types = [t.name for t in findings.plan.get("planType") if isinstance(t, Named)]
    if units and types == ["departmentPlan"]:
        findings.plan.label = _named_by(" / ".join(units), year)
        others = [_named_by(unit, year) for unit in units] if len(units) > 1 else []
        findings.plan.aliases.extend(name for name in [*others, printed] if name)
    else:
        findings.plan.label = printed


def _named_by(unit: str, year: str) -> str:
    department = "" if unit.lower().endswith(("department", "division", "office")) else "Department "
    return f"{unit} {department}Plan {year}".strip()


def _read_form_words(findings: Findings) -> None:
    """Count the form's own instructions, and its title where it is printed again, as read."""
    again = repeated_heads(findings.document)
    for number, block in enumerate(findings.document.blocks):
        if isinstance(block, Heading | Paragraph):
            words = str(block.text)
            if number in again or is_prompt(words) or _is_head(words):
                findings.mark_read(block.text)


def _is_head(words: str) -> bool:
    return is_title(words) and words.isupper()
