"""Finds the department whose plan a document is."""

import re
from collections.abc import Sequence

from ingest.findings import Findings, Named
from ingest.layouts.labelled_sections import Section, is_form
from ingest.layouts.plan_title import PlanTitle
from ingest.source import Text
from ingest.wording import wording

__all__ = ["names_school", "plan_units", "unit_name"]


def plan_units(findings: Findings, found: Sequence[Section], title: PlanTitle) -> list[Named]:
    """Return the units that a plan names as its own: by a label, else in its title, else in its purpose."""
    labelled = [s for s in found if s.kind == "unit_name" and not names_school(s)]
    for section in labelled:
        findings.mark_read(*section.labels)
    texts = [name for s in labelled if (name := unit_name(s))]
    texts += [
        t for t in _in_title(title) if not texts or str(t).lower() not in map(str.lower, map(str, texts))
    ]
    if not texts and is_form(findings) and (text := _in_purpose(found)):
        texts = [text]
        findings.notes.append(
            f"No label names the department; '{text}' is taken from its statement of purpose."
        )
    findings.plan.evidence.extend(t for t in texts if t not in findings.plan.evidence)
    return [findings.name("Unit", text) for text in texts]


def names_school(section: Section) -> bool:
    """Say whether a label asks for the name of a school, which is no unit of the district's office."""
    return re.search(r"\b(?:school|site)\b", str(section.heading), re.IGNORECASE) is not None


def unit_name(section: Section) -> Text | None:
    """Return the name beside a label for one; a line that explains the label is none."""
    entries = (e.text for e in section.entries())
    explains = re.compile(wording("department_plans")["not_names"], re.IGNORECASE)
    return next((text for text in entries if not text.search(explains)), None)


def _in_title(title: PlanTitle) -> list[Text]:
    units = "|".join(wording("department_plans")["unit_words"][:4])
    pattern = re.compile(
        rf"^(?P<name>(?!\d).{{3,80}}?)\s+(?:{units})(?:'s)?\s+(?:\w+\s+)?plan\b", re.IGNORECASE
    )
    return [line.group(m, "name") for line in title.lines if (m := line.search(pattern))]


def _in_purpose(found: Sequence[Section]) -> Text | None:
    units = "|".join(u.capitalize() for u in wording("department_plans")["unit_words"])
    pattern = re.compile(
        rf"\b[Tt]he\s+(?P<name>(?:[A-Z][\w&/’'-]*,?\s+(?:(?:and|&|of)\s+)?){{1,6}}?(?:{units}))\b"
    )
    purposes = (entry.text for s in found if s.kind == "purpose" for entry in s.entries())
    return next((text.group(m, "name") for text in purposes if (m := text.search(pattern))), None)
