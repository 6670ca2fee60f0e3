"""Finds the school year that a plan is for."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.findings import Findings
from ingest.layouts.columns import headers
from ingest.layouts.labelled_sections import Section
from ingest.layouts.plan_title import PlanTitle
from ingest.layouts.school_year import next_year, school_year, school_years
from ingest.layouts.stream import pieces
from ingest.source import Text

__all__ = ["plan_year"]

_FRONT = 40  # pieces in which a line such as 'School Year 2023-24' stands for the plan
_LABEL = re.compile(r"^(?:for\s+)?(?:the\s+)?(?:school|academic|plan|fiscal)\s+year\W{0,3}\d", re.IGNORECASE)
_PRIOR = ("prior_outcomes", "prior_achievement", "prior_learning")
_CURRENT = ("budget", "purpose", "needs", "key_findings", "theory")


def plan_year(findings: Findings, found: Sequence[Section], title: PlanTitle) -> str:
    """Return the school year: from the title, a label, the headers of its tables, else its running text."""
    for year, place in _stated(findings.document, found, title):
        findings.plan.evidence.append(place)
        return year
    for year, place in _said(found):
        findings.plan.evidence.append(place)
        findings.notes.append(f"No title or label gives the school year; {year} is taken from '{place}'.")
        return year
    return ""


def _stated(document: Document, found: Sequence[Section], title: PlanTitle) -> Iterator[tuple[str, Text]]:
    labelled = [s.pieces[0].text for s in found if s.kind == "school_year" and s.pieces]
    tables = [columns.header_of(role) for columns in headers(document) for role in ("goal", "action")]
    lines = [p.text for p in pieces(document)[:_FRONT] if _LABEL.match(str(p))]
    front = () if title.period else title.front  # it may name a year of something in it
    for text in (*title.lines, *front, *labelled, *lines, *tables):
        if year := school_year(text):
            yield year


def _said(found: Sequence[Section]) -> Iterator[tuple[str, Text]]:
    """Yield years of which the plan speaks as its own, as in its budget, or after the prior year's."""
    for kind in _CURRENT:
        texts = [e.text for s in found if s.kind == kind for e in s.entries()]
        yield from (year for text in texts for year in school_years(text, short=False))
    for section in found:
        if section.kind in _PRIOR:
            for entry in section.entries():
                for year, place in school_years(entry.text, short=False):
                    yield next_year(year), place
