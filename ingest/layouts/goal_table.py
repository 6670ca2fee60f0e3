"""Reads tables of goals with their metrics and targets, of which cells may be cut by a page's end."""

from ingest.findings import Findings
from ingest.layouts.columns import PlanTable, plan_tables
from ingest.layouts.goal_rows import GoalGroup, groups
from ingest.layouts.goal_statements import state

__all__ = ["recognise"]

_KINDS = (
    frozenset({"goal", "metric", "target"}),
    frozenset({"goal", "metric", "target", "baseline"}),
    frozenset({"goal", "metric", "baseline"}),
    frozenset({"goal", "metric"}),
    frozenset({"goal", "target"}),
)


def recognise(findings: Findings) -> None:
    """Find goals with outcomes and audience, their metrics, targets and baselines."""
    for kinds in _KINDS:
        for table in plan_tables(findings.document, kinds):
            findings.mark_read(*table.columns.header)
            for group in groups(table):
                _state(findings, table, group)


def _state(findings: Findings, table: PlanTable, group: GoalGroup) -> None:
    state(findings, group, table.columns.header_of("goal"))
