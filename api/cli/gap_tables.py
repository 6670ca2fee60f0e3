"""The gap report as people read it: a table for each rule, then a summary."""

from rich.table import Table

from api.cli.printed import clipped, rendered
from api.cli.show import cited
from graph.gaps import Coverage, Finding, Gaps, Rule

__all__ = ["gap_tables"]


def gap_tables(report: Gaps) -> str:
    """Return the findings grouped by rule, with a summary at the end."""
    parts = [_of_rule(rule, report.of(rule)) for rule in report.rules if report.of(rule)]
    if report.coverage:
        parts.append(
            rendered("Recommendations and the actions that support them", _coverage(report.coverage))
        )
    return "\n".join([*parts, rendered(_summary(report))]).rstrip()


def _of_rule(rule: Rule, findings: tuple[Finding, ...]) -> str:
    head = rule.check.head
    table = Table("Item", "Where it stands", show_lines=True, expand=True)
    for finding in findings:
        shown = [
            clipped(finding.subject.as_text(), 160),
            *(f"- {clipped(i.as_text(), 140)}" for i in finding.about),
        ]
        if finding.value and finding.value not in finding.subject.label:
            shown.append(f"({clipped(finding.value, 160)})")
        table.add_row("\n".join(shown), "\n".join(cited(finding.evidence, 2)))
    return rendered(
        f"{rule.id} {head['title']} ({rule.severity}, {len(findings)})",
        f"{head['message']} {head['advice']}",
        table,
    )


def _coverage(found: tuple[Coverage, ...]) -> Table:
    table = Table("Recommendation", "stated", "by section", "inferred, not counted")
    for line in found:
        words = clipped(line.recommendation.as_text(), 100)
        table.add_row(words, str(line.stated), str(line.section), str(line.inferred))
    return table


def _summary(report: Gaps) -> Table:
    table = Table("Rule", "Severity", "Findings", "What it looks for")
    for rule in report.rules:
        table.add_row(rule.id, rule.severity, str(len(report.of(rule))), rule.check.title)
    return table
