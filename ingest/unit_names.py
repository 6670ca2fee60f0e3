"""Reads names of units, so that 'Office of X', 'X Services' and 'X' are found to be one."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from ingest.findings import fold
from ingest.resolution import Proposal, Usage
from ingest.short_forms import SHORT_FORM, fits
from ingest.wording import wording

__all__ = ["unit_key", "unit_proposals"]

_BRACKET = re.compile(r"\s*\([^()]*\)\s*")
# Found on pairs of department names: misspellings stand above 0.92, other words (with the
# 'usual' ones of the word list taken out) below 0.90.
_LEAST_LIKENESS = 0.92
_LEAST_LENGTH = 8


@cache
def unit_key(name: str) -> tuple[str, ...]:
    """Return the words of a unit's name that tell it from others.

    >>> unit_key("Office of Planning, Innovation & Accountability (PIA)")
    ('planning', 'innovation', 'accountability')
    """
    words = wording("units")
    full = [t for t in fold(_BRACKET.sub(" ", name)).split() if t not in {"and", *words["of"]}]
    while len(full) > 1 and full[0] in words["kinds"]:
        full = full[1:]
    while len(full) > 1 and full[-1] in words["kinds"]:
        full = full[:-1]
    return tuple(full)


def unit_proposals(usages: Sequence[Usage]) -> list[Proposal]:
    """Return which names of units mean one unit, and which may."""
    names = sorted(usages, key=lambda u: u.name)
    found = [p for a, b in combinations(names, 2) if (p := _pair(a.name, b.name))]
    for usage in names:
        found.extend(_only(usage.name, names, _initials, "the initials of the full name", 0.85))
        found.extend(_only(usage.name, names, _cut_off, "a word cut off", 0.9))
        found.extend(_only(usage.name, names, _without_ending, "the name without its last word", 0.9))
        found.extend(_only(usage.name, names, _fewer_words, "some of the words of the full name", 0.75))
        found.extend(_misspelt(usage, names))
    return found


def _pair(a: str, b: str) -> Proposal | None:
    one, two = unit_key(a), unit_key(b)
    if one == two:
        return Proposal(a, b, "the same words", 1.0, certain=True)
    if _meanings(one) == _meanings(two):
        return Proposal(a, b, "words of the same meaning", 0.8)
    shared = set(one) & set(two)
    if len(shared) >= 2 and len(shared) >= 0.6 * min(len(one), len(two)):
        return Proposal(a, b, "many words in common", 0.5, merge=False)
    return None


@cache
def _meanings(key: tuple[str, ...]) -> frozenset[str]:
    """Return the words of a name, those that mean the same as one word."""
    same = {word: group[0] for group in wording("units")["same"] for word in group}
    return frozenset(same.get(word, word) for word in key)


def _only(
    name: str, names: Sequence[Usage], test: Callable[[str, str], bool], reason: str, score: float
) -> list[Proposal]:
    """Propose a name with the one unit that passes a test; with several, only near misses."""
    able = [o.name for o in names if unit_key(o.name) != unit_key(name) and test(name, o.name)]
    one = len({_meanings(unit_key(o)) for o in able}) == 1
    why = reason if one else f"{reason}, but there are several"
    return [Proposal(name, o, why, score if one else 0.4, merge=one) for o in able]


def _initials(short: str, long: str) -> bool:
    if not SHORT_FORM.fullmatch(short) or not short.isupper():
        return False
    return any(
        fits(short, words, exactly=True) for words in (" ".join(unit_key(long)), _BRACKET.sub(" ", long))
    )


def _cut_off(short: str, long: str) -> bool:
    """Tell whether the short name ends in a full stop and begins the long one, as 'Curr.' does."""
    key = unit_key(short)
    return short.rstrip().endswith(".") and " ".join(unit_key(long)).startswith(" ".join(key)) and bool(key)


def _without_ending(short: str, long: str) -> bool:
    one, two = unit_key(short), unit_key(long)
    return two[: len(one)] == one and all(t in wording("units")["endings"] for t in two[len(one) :])


def _fewer_words(short: str, long: str) -> bool:
    """Tell whether a name of two words or more ends as the long one and has no other word."""
    one, two = unit_key(short), unit_key(long)
    return len(one) >= 2 and one[-1:] == two[-1:] and _meanings(one) < _meanings(two)


def _misspelt(usage: Usage, names: Sequence[Usage]) -> list[Proposal]:
    """Propose a name used once with a like one that is used more often."""
    key = unit_key(usage.name)
    if usage.count > 1 or len(key) != 1 or len(key[0]) < _LEAST_LENGTH or key[0] in wording("units")["usual"]:
        return []
    found = []
    for other in names:
        two = unit_key(other.name)
        if (
            len(two) != 1
            or two == key
            or other.count <= usage.count
            or _without_ending(usage.name, other.name)
        ):
            continue
        likeness = JaroWinkler.similarity(key[0], two[0])
        if likeness >= _LEAST_LIKENESS:
            found.append(Proposal(usage.name, other.name, "a misspelling", round(likeness, 2)))
    return found
