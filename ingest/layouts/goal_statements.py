"""States goals, metrics, targets and baselines, and links them where the rows decide it."""

import re

from ingest.findings import Findings, Item
from ingest.layouts.goal_rows import Draft, Group
from ingest.layouts.school_year import school_year
from ingest.source import Text
from ingest.wording import wording

__all__ = ["state"]

_PARTS = re.compile(r"\b(?P<label>baseline|target)s?\s*:\s*", re.IGNORECASE)


def state(findings: Findings, group: Group, header: Text) -> None:
    """Add what a group of rows holds; beside several goals it is not decided whose a metric is."""
    year = school_year(header)
    goals = [_goal(findings, draft, header, year[0] if year else None) for draft in group.goals if draft.text]
    goal = goals[0] if len(goals) == 1 else None
    scope = goal.key if goal else "table"
    metrics = [_metric(findings, text, goal, scope) for text in group.columns.get("metric", [])]
    metric = metrics[0] if len(metrics) == 1 else None
    for role, text in _values(group):
        value = findings.add(_kind(role, text), text, scope=scope)
        value.set("value", text).set("ofGoal", goal).set("ofMetric", metric if goal else None)
        value.set("schoolYear", year[0] if year and value.kind == "Target" else None)
    if len(goals) > 1 and group.columns:
        names = ", ".join(g.notation or g.label[:40] for g in goals)
        findings.notes.append(
            f"Goals {names} share a row: which metric and target belongs to which goal is not stated."
        )


def _goal(findings: Findings, draft: Draft, header: Text, year: str | None) -> Item:
    goal = findings.add("Goal", draft.text, notation=draft.number)
    goal.set("goalType", _goal_type(str(header))).set("schoolYear", year)
    for part, texts in draft.parts.items():
        text = Text.join(texts)
        if text:
            goal.set(part, text)
        else:
            findings.notes.append(f"The {part} of goal {draft.number or draft.text} is left empty.")
    findings.mark_read(*draft.labels)
    return goal


def _goal_type(header: str) -> str:
    """Return what the header calls the goals, such as 'department goal'."""
    before = "|".join(wording("plan_tables")["before"])
    m = re.search(rf"((?:(?:{before})\s+)*)(goal|objective)s?\b", header, re.IGNORECASE)
    return f"{m[1]}{m[2]}".lower() if m and m[1] else ""


def _metric(findings: Findings, text: Text, goal: Item | None, scope: str) -> Item:
    return findings.add("Metric", text, scope=scope).set("measures", goal)


def _values(group: Group) -> list[tuple[str, Text]]:
    return [
        (role, part)
        for column in ("target", "baseline")
        for text in group.columns.get(column, [])
        for role, part in _labelled(column, text)
    ]


def _labelled(role: str, text: Text) -> list[tuple[str, Text]]:
    """Part a cell that holds both 'Baseline: …' and 'Target: …'."""
    marks = list(_PARTS.finditer(str(text)))
    if not marks:
        return [(role, text)]
    before = text[: marks[0].start()].strip(" ,;.")
    ends = [*(m.start() for m in marks[1:]), len(text)]
    labelled = [
        (m["label"].lower(), text[m.end() : end].strip(" ,;")) for m, end in zip(marks, ends, strict=True)
    ]
    return [(r, t) for r, t in [(role, before), *labelled] if t]


def _kind(role: str, text: Text) -> str:
    words = "|".join(wording("plan_tables")["baseline_words"])
    says_baseline = re.search(rf"\b(?:{words})s?\b", str(text), re.IGNORECASE)
    return "Baseline" if role == "baseline" or says_baseline else "Target"
