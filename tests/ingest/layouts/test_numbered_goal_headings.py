"""A heading such as 'Goal 2: …' over an action table is the goal of its actions, not a remark beside it."""

import pytest

from ingest.findings import Findings, Item
from ingest.layouts import action_table
from ingest.readers.text import document_from_text
from ingest.source import Source

PLAN = """# Seaside School District

## Goal 1: Every child swims

| Action | Person responsible | Timeline |
| --- | --- | --- |
| Hire two swimming teachers | Sports Office | Spring 2026 |

## Goal 2: Warm halls

| Action | Person responsible | Timeline |
| --- | --- | --- |
| Renew the boilers | Buildings | 2025-26 |
"""

TYPED = """Goal 1: Every child swims

Action                      Owner          Short  Long
Hire two swimming teachers  Sports Office  X

Goal 2: Warm halls

Action                      Owner          Short  Long
Renew the boilers           Buildings             X
"""


@pytest.mark.parametrize("text", [PLAN, TYPED])
def test_the_heading_is_the_goal_of_its_actions(text: str) -> None:
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    action_table.recognise(findings)

    goals = {g.label: g.notation for g in findings.items("Goal")}
    above = {
        action.label: [g.label for g in action.get("underGoal") if isinstance(g, Item)]
        for action in findings.items("Action")
    }
    assert goals == {"Every child swims": "1", "Warm halls": "2"}
    assert above == {"Hire two swimming teachers": ["Every child swims"], "Renew the boilers": ["Warm halls"]}
    assert not list(findings.items("Note"))
