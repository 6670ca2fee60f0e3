"""Reads the sections of a department's form, each by its kind."""

from ingest.findings import Findings, Named
from ingest.layouts.budget import read_budget
from ingest.layouts.labelled_sections import Section, is_form, sections
from ingest.layouts.plan_unit import names_school, unit_name
from ingest.layouts.reflection import STATEMENTS, read_needs, read_purpose, read_statements
from ingest.layouts.services import read_services

__all__ = ["recognise"]


def recognise(findings: Findings) -> None:
    """Find purpose, services, budget, the year before, data, input, findings and needs."""
    if not is_form(findings):
        return
    unit = next((u for u in findings.plan.get("ofUnit") if isinstance(u, Named)), None)
    for section in sections(findings.document):
        if section.kind == "unit_name" and not names_school(section) and (name := unit_name(section)):
            unit = Named("Unit", str(name))
        _read(findings, section, unit)


def _read(findings: Findings, section: Section, unit: Named | None) -> None:
    if section.kind == "purpose":
        read_purpose(findings, section, unit)
    elif section.kind == "services":
        read_services(findings, section, unit)
    elif section.kind == "budget":
        read_budget(findings, section, unit)
    elif section.kind == "needs":
        read_needs(findings, section)
    elif kind := STATEMENTS.get(section.kind):
        read_statements(findings, section, kind)
    elif section.kind not in ("part", "org_chart"):
        return
    findings.mark_read(*section.labels)
