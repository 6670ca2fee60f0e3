"""Reads names of plans and of persons: what is left when years, titles and small words are taken away."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from ingest.findings import fold
from ingest.resolution import Proposal, Usage
from ingest.short_forms import SHORT_FORM, fits, split_bracket

__all__ = ["person_proposals", "plan_key", "plan_proposals"]

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?\b|\b\d\d\s*[-–]\s*\d\d\b")
_UPDATE = re.compile(r",?\s*\b(?:last )?(?:updated?|revised|adopted|approved)\b.*$", re.IGNORECASE)
_SMALL = {
    "a",
    "an",
    "and",
    "for",
    "of",
    "the",
    "district",
    "s",
    "our",
    "annual",
    "report",
    "update",
    "document",
}
_TITLES = {"dr", "mr", "mrs", "ms", "mx", "prof", "rev", "hon", "sr", "jr", "phd", "edd"}


@cache
def plan_key(name: str) -> tuple[str, ...]:
    """Return the words of a plan's name that tell it from other plans.

    >>> plan_key("Facilities Master Plan 2008-23, Update in 2012")
    ('facility', 'master', 'plan')
    """
    words = fold(re.sub(r"['’]s\b", "", _bare(name))).split()
    key = tuple(_stem(w) for w in words if w not in _SMALL)
    return key or tuple(words) or tuple(fold(name).split())


def _bare(name: str) -> str:
    return _UPDATE.sub("", _YEARS.sub(" ", split_bracket(name)[0])).strip(" ,")


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def plan_proposals(usages: Sequence[Usage]) -> list[Proposal]:
    """Return which names mean one plan, and which may."""
    names = sorted(u.name for u in usages)
    found = []
    for a, b in combinations(names, 2):
        if plan_key(a) == plan_key(b):
            found.append(Proposal(a, b, "the same words, years and small words aside", 1.0, certain=True))
        elif len(set(plan_key(a)) & set(plan_key(b)) - {"plan"}) >= 2:
            found.append(Proposal(a, b, "many words in common", 0.5, merge=False))
    for name in names:
        found.extend(_initials(name, names))
    return found


def _initials(name: str, names: Sequence[str]) -> list[Proposal]:
    if not SHORT_FORM.fullmatch(name) or not name.isupper():
        return []
    able = [o for o in names if o != name and not o.isupper() and fits(name, _bare(o), exactly=True)]
    one = len({plan_key(o) for o in able}) == 1
    return [Proposal(name, o, "the initials of the full name", 0.85 if one else 0.4, merge=one) for o in able]


def person_proposals(usages: Sequence[Usage]) -> list[Proposal]:
    """Return which names mean one person: the same name, or a surname that only one person has."""
    names = sorted(u.name for u in usages)
    found = [
        Proposal(a, b, "the same name, titles aside", 1.0, certain=True)
        for a, b in combinations(names, 2)
        if _person(a) == _person(b)
    ]
    for name in names:
        able = [o for o in names if _person(o) != _person(name) and _shorter(_person(name), _person(o))]
        full = [
            o
            for o in able
            if not any(_shorter(_person(o), _person(x)) for x in able if _person(x) != _person(o))
        ]
        one = len({_person(o) for o in full}) == 1
        score = 0.85 if one else 0.4
        found.extend(Proposal(name, o, "the only person of this surname", score, merge=one) for o in able)
    return found


@cache
def _person(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name).split() if w not in _TITLES) or tuple(fold(name).split())


def _shorter(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one name is the other without first names, or with initials for them."""
    if not short or short[-1:] != long[-1:] or len(short) > len(long):
        return False
    given = short[:-1]
    return all(any(full.startswith(g) for full in long[:-1]) for g in given)
