"""States goals, metrics, targets and baselines, and links them where the rows decide it."""

import re

from ingest.findings import Findings, Item
from ingest.layouts.goal_rows import Draft, GoalGroup
from ingest.layouts.school_year import school_year
from ingest.source import Text
from ingest.wording import wording

__all__ = ["state"]

_PARTS = re.compile(r"\b(?P<label>baseline|target)s?\s*:\s*", re.IGNORECASE)


def state(findings: Findings, group: GoalGroup, header: Text) -> None:
    """Add what a group of rows holds, each metric and value with its goal where that is decided."""
    found = school_year(header)
    year = found[0] if found else None
    goals = [_goal(findings, draft, header, year) for draft in group.goals if draft.text]
    texts, values = group.columns.get("metric", []), _values(group)
    owners = _owners(goals, len(texts))
    metrics = [_metric(findings, t, g) for t, g in zip(texts, owners, strict=True)]
    for (role, text), goal in zip(values, _owners(goals, len(values)), strict=True):
        value = findings.add(_kind(role, text), text, scope=goal.key if goal else "table")
        value.set("value", text).set("ofGoal", goal)
        value.set("ofMetric", _only([m for m, g in zip(metrics, owners, strict=True) if goal and g is goal]))
        value.set("schoolYear", _year_of(value, text, year))
    _note_sharing(findings, goals, {"metrics": len(texts), "targets": len(values)})


def _owners(goals: list[Item], count: int) -> list[Item | None]:
    """Return the goal of each of so many texts in a row: the only one, or by order if there are as many."""
    owners: list[Item | None] = [None] * count
    if len(goals) == 1:
        owners = [goals[0]] * count
    elif len(goals) == count:
        owners = [*goals]
    return owners


def _only(items: list[Item]) -> Item | None:
    return items[0] if len(items) == 1 else None


def _year_of(value: Item, text: Text, year: str | None) -> str | None:
    """Return the year of a target's table; a baseline is of the year that it names itself."""
    if value.kind == "Target":
        return year
    own = school_year(text)
    return own[0] if own else None


def _note_sharing(findings: Findings, goals: list[Item], counts: dict[str, int]) -> None:
    if len(goals) < 2:
        return
    names = ", ".join(goal.notation or goal.label[:40] for goal in goals)
    for what, count in counts.items():
        how = (
            "they are taken in order" if count == len(goals) else "which belongs to which goal is not stated"
        )
        if count:
            findings.notes.append(f"Goals {names} share a row with {count} {what}: {how}.")


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


def _metric(findings: Findings, text: Text, goal: Item | None) -> Item:
    return findings.add("Metric", text, scope=goal.key if goal else "table").set("measures", goal)


def _values(group: GoalGroup) -> list[tuple[str, Text]]:
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
