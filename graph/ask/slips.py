"""How likely it is that one word was typed for another."""

import re
from functools import lru_cache

__all__ = ["slip", "sound"]

# Costs are rough negative logarithms of how often people make each slip; no slip costs nothing.
_SWAPPED, _DOUBLED, _VOWEL, _ALIKE, _MISSED, _EXTRA, _BESIDE, _OTHER = 3.5, 3.0, 4.0, 4.5, 5.0, 5.5, 5.0, 8.0
_FIRST = 2.5  # the first letter is seldom wrong
_HEARD, _SHORTLY = 3.5, 1.5  # written as it is heard; many short words sound alike
_SHORT = 5  # letters
_VOWELS = frozenset("aeiouy")
_KINDRED = tuple(map(frozenset, ("szc", "ckq", "fv", "gj", "dt", "mn", "iy", "aeiou", "bp")))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_HEARING = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"sch"), "sk"),
    (re.compile(r"tch|ch"), "C"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"^(?:kn|gn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"^wh"), "w"),
    (re.compile(r"[tsc]ion|shun|[tc]ian"), "Xn"),
    (re.compile(r"sh"), "X"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ck|[cq](?!h)|kh"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"dg|g(?=[eiy])"), "j"),
    (re.compile(r"igh|eigh"), "a"),
    (re.compile(r"gh"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[a-zCX])e$"), ""),
)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return how a word sounds, roughly.

    >>> sound("fone") == sound("phone"), sound("skool") == sound("school")
    (True, True)
    """
    for pattern, written in _HEARING:
        word = pattern.sub(written, word)
    return word


def slip(typed: str, meant: str) -> float:
    """Return what it costs to take a word for a slip of another: little where such slips are common."""
    first = 0.0 if typed[0] == meant[0] else _FIRST
    cost = _edited(typed, meant) + first
    if cost <= _HEARD:
        return cost
    heard = _HEARD + _SHORTLY * (len(typed) < _SHORT)
    return min(cost, heard + _edited(sound(typed), sound(meant)))


def _edited(typed: str, meant: str) -> float:
    """The cheapest way from what was meant to what was typed."""
    before: list[float] = []
    row = [0.0]
    for letter in range(len(typed)):
        row.append(row[-1] + _added(typed, letter))
    for i, wanted in enumerate(meant, 1):
        last, before, row = before, row, [row[0] + _lost(meant, i - 1)]
        for j, got in enumerate(typed, 1):
            best = min(
                before[j] + _lost(meant, i - 1),
                row[j - 1] + _added(typed, j - 1),
                before[j - 1] + _changed(wanted, got),
            )
            if i > 1 and j > 1 and wanted == typed[j - 2] and got == meant[i - 2] and wanted != got:
                best = min(best, last[j - 2] + _SWAPPED)
            row.append(best)
    return row[-1]


def _lost(meant: str, at: int) -> float:
    if _twice(meant, at):
        return _DOUBLED
    return _VOWEL if meant[at] in _VOWELS else _MISSED


def _added(typed: str, at: int) -> float:
    return _DOUBLED if _twice(typed, at) else _EXTRA


def _twice(word: str, at: int) -> bool:
    return word[at] in (word[at - 1 : at], word[at + 1 : at + 2])


@lru_cache(maxsize=1_000)
def _changed(wanted: str, got: str) -> float:
    if wanted == got:
        return 0.0
    if any(wanted in kin and got in kin for kin in _KINDRED):
        return _ALIKE
    return (
        _BESIDE
        if any(abs(r.find(wanted) - r.find(got)) == 1 for r in _ROWS if wanted in r and got in r)
        else _OTHER
    )
