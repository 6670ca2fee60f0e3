"""Finds the plans that a plan names in passing, in full or with a short form behind the name."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.findings import Findings, Item, Named
from ingest.layouts.abbreviations import expansions, running_texts
from ingest.layouts.registers import plan_type
from ingest.plan_names import plan_key
from ingest.short_forms import singular
from ingest.source import Text
from ingest.wording import wording

__all__ = ["recognise"]

_PLAN = re.compile(
    r"(?:[A-Z][\w’'-]*,?\s+(?:(?:and|of|for|&)\s+)?){1,6}Plans?\b(?:\s+for\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*)?"
)

# A plan that a running head names on every page is not proved better by every page.
_MOST_PLACES = 8
# 'Strategic Plans' are plans of a kind; of more than one word it may be a name, 'Safe Schools Plans'.
_LEAST_WORDS_OF_MANY = 2


def recognise(findings: Findings) -> None:
    """Add the plans named in running text; the plan's own name and short form become its other names."""
    own = plan_key(findings.plan.label)
    for name, short in _named(findings):
        key = plan_key(str(name))
        if own and set(key) <= set(own):
            _also_called(findings.plan, name, short)
            continue
        findings.name("Plan", name)
        listed = [i for i in findings.items("Plan") if i is not findings.plan and plan_key(i.label) == key]
        item = listed[0] if listed else findings.add("Plan", name)
        if len(item.evidence) < _MOST_PLACES and name not in item.evidence:
            item.evidence.append(name)
        item.set("held", False)
        if not item.get("planType"):
            item.set("planType", Named("PlanType", plan_type(str(name))))
        _also_called(item, name, short)


def _named(findings: Findings) -> Iterator[tuple[Text, Text]]:
    """Yield the names of plans with their short forms."""
    for e in expansions(findings.document):
        words = str(e.words)
        named = words[0].isupper() and re.search(r"\bplans?\b(?: for |$)", words, re.IGNORECASE)
        if named and not _is_of_a_kind(words):
            yield e.words, e.short
    known = {plan_key(i.label) for i in findings.items("Plan") if i is not findings.plan}
    for text in running_texts(findings.document):
        for match in _PLAN.finditer(str(text)):
            if name := _name(text.group(match), known):
                yield name, Text()


def _also_called(item: Item, name: Text, short: Text) -> None:
    """Add other names of a plan; a name of a word and 'plan' alone could mean many."""
    for alias in (str(name), singular(str(short))):
        if (
            alias
            and alias not in (*item.aliases, item.label)
            and (alias == str(short) or len(plan_key(alias)) > 2)
        ):
            item.aliases.append(alias)


def _name(words: Text, known: set[tuple[str, ...]]) -> Text:
    """Return the part of some capitalised words that is a plan's name, or nothing."""
    starts = [m.start() for m in re.finditer(r"(?<!\S)[A-Z]", str(words))]
    while starts and re.split(r"\W", str(words[starts[0] :]))[0].lower() in _begins_no_name():
        starts.pop(0)
    for start in starts:
        if plan_key(str(words[start:])) in known:
            return words[start:]
    name = words[starts[0] :] if starts else Text()
    return name if _is_name(str(name)) else Text()


def _is_name(name: str) -> bool:
    """Tell whether a phrase names one plan: it says what the plan is about by a usual word."""
    lists = wording("plans")
    small = name.lower()
    before = re.findall(r"[\w-]+", small.split(" plan")[0])
    if small.endswith("plans") and len(before) < _LEAST_WORDS_OF_MANY:
        return False
    if not before or _is_of_a_kind(name):
        return False
    return before[-1] in lists["kinds"] or " for " in small.split(" plan")[-1]


def _is_of_a_kind(name: str) -> bool:
    """Tell whether a phrase means plans of a kind, such as those of single students."""
    return any(name.lower().rstrip("s").endswith(kind) for kind in wording("plans")["not_names"])


@cache
def _begins_no_name() -> frozenset[str]:
    return frozenset(wording("plans")["begins_no_name"])
