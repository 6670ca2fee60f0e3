"""The layouts that plans come in, and the order in which they are recognised."""

from collections.abc import Callable, Sequence

from ingest import forms
from ingest.document import Document
from ingest.findings import Findings
from ingest.forms.form import Form
from ingest.layouts import (
    abbreviations,
    action_table,
    contacts,
    feeder,
    feeder_lines,
    feeder_sentences,
    feeding_schools,
    form_sections,
    front_matter,
    goal_table,
    headed_lists,
    named_plans,
    outline_fallback,
    people,
    planning_statements,
    priority_outline,
    program_chart,
    program_lines,
    program_sentences,
    recommendations,
    registers,
    resource_table,
    school_cards,
    school_charts,
    school_tables,
    schools,
    stratml,
    submission,
    theory_of_action,
    tier_allocation,
    tier_list,
    vision,
)
from ingest.reconcile import reconcile

__all__ = ["LAYOUTS", "recognise_all"]

Layout = Callable[[Findings], None]

# The order matters where a later layout reads what an earlier one found: definitions of items
# come before the tables that cite them. Add one line for each layout.
LAYOUTS: tuple[Layout, ...] = (
    front_matter.recognise,
    contacts.recognise,
    submission.recognise,
    recommendations.recognise,
    action_table.recognise,
    priority_outline.recognise,
    form_sections.recognise,
    theory_of_action.recognise,
    abbreviations.recognise,
    school_tables.recognise,
    feeder_lines.recognise,
    school_charts.recognise,
    school_cards.recognise,
    program_lines.recognise,
    tier_list.recognise,
    tier_allocation.recognise,
    program_chart.recognise,
    schools.recognise,
    planning_statements.recognise,
    feeder.recognise,
    feeder_sentences.recognise,
    program_sentences.recognise,
    goal_table.recognise,
    resource_table.recognise,
    people.recognise,
    headed_lists.recognise,
    registers.recognise,
    named_plans.recognise,
    vision.recognise,
    outline_fallback.recognise,
)


def recognise_all(document: Document, own: Sequence[Form] = ()) -> Findings:
    """Let every layout look at the document, then settle what they found against each other.

    What a described form explains, the other layouts do not look at again. `own` are described forms
    that a user has added to the built-in ones.
    """
    findings = Findings(document)
    first, *others = LAYOUTS
    explained = stratml.recognise(findings)
    if not explained:
        _look(first, findings)
        _look(feeding_schools.recognise, findings)  # needs the heads of plans, which a form explains
        explained = forms.recognise(findings, own)
    findings.document = document.without(explained)
    for recognise in others:
        _look(recognise, findings)
    findings.document = document
    reconcile(findings)
    return findings


def _look(recognise: Layout, findings: Findings) -> None:
    """Let one layout look, and note its name where it found an item."""
    before = len(findings.items())
    recognise(findings)
    if len(findings.items()) > before:
        findings.layouts.append(recognise.__module__.rsplit(".", 1)[-1])
