"""Groups of students: those that a cell lists, and values that a cell gives for one group after the other."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.source import Text
from ingest.wording import wording

__all__ = ["groups_in", "values_by_group"]

_LIST = re.compile(r"\s*(?:[;,\n•]|\band\b|&|/)\s*", re.IGNORECASE)
_EDGE = " ,;:•\n|"
_VALUE = re.compile(r"^[\s:=–—-]*?(?P<value>[-+−–<>≤≥~$]?\s*\d.*|n/?a\b.*|\*)$", re.IGNORECASE | re.DOTALL)
_LEAST = 2  # groups


def groups_in(text: Text) -> list[Text]:
    """Return the groups that a text lists, or the text itself where it lists nothing else but groups."""
    parts = [p for p in text.split(_LIST) if p]
    if len(parts) > 1 and all(_group().fullmatch(str(p).strip()) for p in parts):
        return [p.strip() for p in parts]
    found = [text.group(m) for m in _group().finditer(text.value)]
    left = re.sub(r"[\W_]+", "", _group().sub("", text.value))
    return found if len(found) > 1 and not left else [text]


def values_by_group(text: Text) -> Iterator[tuple[Text, Text]]:
    """Yield each group with its value, where a text gives nothing but values of several groups."""
    marks = list(_label().finditer(text.value))
    if len(marks) < _LEAST or text.value[: marks[0].start()].strip(_EDGE):
        return
    ends = [*(m.start() for m in marks[1:]), len(text)]
    found = []
    for m, end in zip(marks, ends, strict=True):
        value = text[m.end() : end].strip(_EDGE)
        if not (plain := value.search(_VALUE)):
            return
        found.append((text.group(m, "group").strip(), value.group(plain, "value").strip(_EDGE)))
    yield from found


@cache
def _group() -> re.Pattern[str]:
    words = "|".join(f"(?:{g})" for g in wording("student_groups")["groups"])
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """Match a group before its value; short forms stand in capitals."""
    return re.compile(
        rf"(?P<group>{_group().pattern})\s*(?:[:=–—]|-(?=\s)|(?=\s*[-+<>≤≥~$]?\d))", re.IGNORECASE
    )
