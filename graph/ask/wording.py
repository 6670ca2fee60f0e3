"""Readings in plain words, so that a person can see how a question was understood."""

from collections.abc import Sequence

from graph.ask.execute import Found
from graph.ask.paths import Path
from graph.ask.profile import local_words
from graph.ask.reading import Condition, Reading
from graph.ask.sources import Sources

__all__ = ["reading_in_words"]

_LEADS = {
    "count": "number of ",
    "most": "the most, of ",
    "fewest": "the fewest, of ",
    "boolean": "whether there is ",
    "group": "for each ",
}


def reading_in_words(found: Sequence[Found], sources: Sources) -> str:
    """Return what was understood, in plain words."""
    text = " — and ".join(dict.fromkeys(_reading(f.reading, sources) for f in found))
    return text[:1].upper() + text[1:]


def _reading(reading: Reading, sources: Sources) -> str:
    noun = local_words(reading.target.cls)
    if reading.target.property:
        noun = f"{local_words(reading.target.property)} of {noun}"
    if reading.counted:
        noun += f", by number of {local_words(reading.counted[-1].cls)}"
    conditions = "; ".join(_said(c, sources) for c in reading.conditions)
    return f"{_LEADS.get(reading.operation, '')}{noun}" + (f" ({conditions})" if conditions else "")


def _said(condition: Condition, sources: Sources) -> str:
    names = [sources.label(t) for t in condition.things[:3]] or [str(v) for v in condition.values[:2]]
    way = _way(condition.path) or "namely"
    if condition.value_property:
        way = (
            f"{way} / {local_words(condition.value_property)}"
            if condition.path
            else local_words(condition.value_property)
        )
    denied = "without " if condition.negated else "only " if condition.only else ""
    ends = " or ".join(_short(n) for n in names) or local_words(condition.cls)
    return f"{denied}{way}: {ends}"


def _way(path: Path) -> str:
    """Say a way; what two steps reach through a record or another thing is said as that thing's."""
    parts: list[str] = []
    steps = list(path)
    while steps:
        step = steps.pop(0)
        if step.inverse and steps and not steps[0].inverse:
            parts.append(f"{local_words(step.cls)} with {local_words(steps.pop(0).property)}")
        elif step.inverse:
            parts.append(f"named as {local_words(step.property)} by {local_words(step.cls)}")
        else:
            parts.append(local_words(step.property))
    return ", ".join(parts)


def _short(name: str, limit: int = 70) -> str:
    return name if len(name) <= limit else name[: limit - 1].rstrip() + "…"
