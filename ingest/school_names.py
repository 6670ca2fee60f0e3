"""Reads names of schools, so that 'Lincoln HS' is found to be 'Abraham Lincoln High School'."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from ingest.resolution import Proposal, Usage
from ingest.short_forms import fits
from ingest.wording import wording

__all__ = [
    "CODE",
    "LEVELS",
    "SchoolName",
    "grades_in",
    "levels_of_grades",
    "school_clash",
    "school_name",
    "school_proposals",
]

_GRADES = re.compile(
    r"\b(?P<low>pre-?k|pk|tk|k|\d{1,2})\s*(?:[-–—]|\bto\b)\s*(?P<high>8|9|10|11|12|[3-7])(?:th)?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[.'’](?=\w)[^\W_]+)*")
_LAST_GRADE = {"elementary": (0, 5), "middle": (6, 8), "high": (9, 12)}
# The number by which a district knows a school, before its name: '413-Hill ES'.
CODE = re.compile(r"^\s*\d{2,4}\s*[-–—]\s*(?=[A-Za-z])")
LEVELS = (*_LAST_GRADE,)
"""The levels of schools, from the lowest."""


@dataclass(frozen=True, slots=True)
class SchoolName:
    """A school's name taken apart."""

    name: str
    base: tuple[str, ...]
    levels: frozenset[str]
    theme: frozenset[str]


def levels_of_grades(text: str) -> frozenset[str]:
    """Return the levels that a range of grades covers.

    >>> sorted(levels_of_grades("K-8"))
    ['elementary', 'middle']
    """
    match = _GRADES.search(text)
    if not match:
        return frozenset()
    low = int(match["low"]) if match["low"].isdigit() else 0
    high = int(match["high"])
    # A school of grades K-6 is an elementary school: one grade more does not make a level.
    return frozenset(
        level
        for level, (first, last) in _LAST_GRADE.items()
        if min(high, last) - max(low, first) >= 1 or (low >= first and high <= last)
    )


def grades_in(name: str) -> str:
    """Return the range of grades that stands in a name, as it is written: the 'K-8' of 'Hill K-8 School'."""
    match = _GRADES.search(name)
    return match.group() if match else ""


@cache
def school_name(name: str) -> SchoolName:
    """Take a school's name apart."""
    words = wording("schools")
    levels = set(levels_of_grades(name))
    rest = " ".join(w.lower() for w in _WORD.findall(_GRADES.sub(" ", CODE.sub("", name))))
    for level, forms in words["levels"].items():
        for form in sorted(forms, key=len, reverse=True):
            rest, found = re.subn(rf"\b{re.escape(form)}\b", " | ", rest)
            levels |= {level} if found else set()
    short = words["short_words"]
    tokens = [short.get(t, t) if n else t for n, t in enumerate(rest.split()) if t not in words["generic"]]
    head = _until_level(tokens)
    theme = frozenset(t for t in head if t in {*words["themes"], *words["kinds"]})
    base = tuple(t for t in head if t not in theme)
    if not set(base) - {"of", "the", "for", "at"}:
        base = tuple(head)
    return SchoolName(name, base, frozenset(levels), theme - set(base))


def _until_level(tokens: Sequence[str]) -> list[str]:
    """Return the words before the level; what follows it is a theme or nothing."""
    kept = [t for t in tokens if t not in {"|", "and"}]
    themes = {*wording("schools")["themes"], *wording("schools")["kinds"]}
    cut = tokens.index("|") if "|" in tokens else len(tokens)
    before = [t for t in tokens[:cut] if t != "and"]
    after = [t for t in tokens[cut:] if t in themes]
    return before + after if before else kept


def school_clash(first: Iterable[str], second: Iterable[str]) -> bool:
    """Tell whether two sets of names cannot be one school: their levels have nothing in common."""
    a, b = ([school_name(n).levels for n in names if school_name(n).levels] for names in (first, second))
    return any(not x & y for x in a for y in b)


def school_proposals(usages: Sequence[Usage]) -> list[Proposal]:
    """Return which names of schools mean one school, and which may."""
    hints = {u.name: u.levels for u in usages}
    names = [school_name(u.name) for u in sorted(usages, key=lambda u: u.name)]
    found = [p for a, b in combinations(names, 2) if (p := _same_level(a, b))]
    for name in names:
        found.extend(_to_the_only_one(name, names, hints))
        found.extend(_acronym(name, names))
    return found


def _same_level(a: SchoolName, b: SchoolName) -> Proposal | None:
    """Propose names with one base and the same level, such as 'X ES' and 'X Elementary'."""
    if a.base != b.base or a.levels != b.levels:
        return None
    if a.theme == b.theme:
        return Proposal(a.name, b.name, "the same name and level", 1.0, certain=True)
    if a.theme <= b.theme or b.theme <= a.theme:
        return Proposal(a.name, b.name, "the same name and level, one of them with its theme", 0.9)
    return Proposal(a.name, b.name, "the same name and level with other themes", 0.5, merge=False)


def _to_the_only_one(
    name: SchoolName, names: Sequence[SchoolName], hints: dict[str, frozenset[str]]
) -> list[Proposal]:
    """Propose a less exact name with the one school that it can mean; several are near misses."""
    levels = name.levels or hints.get(name.name, frozenset())
    able = [o for o in names if o.levels and o.name != name.name and _can_mean(name, levels, o)]
    groups = _schools(able)
    reason, score = _reason(name, able)
    if len(groups) == 1:
        return [Proposal(name.name, o.name, reason, score) for o in able]
    return [Proposal(name.name, o.name, f"{reason}, but there are several", 0.4, merge=False) for o in able]


def _can_mean(name: SchoolName, levels: frozenset[str], other: SchoolName) -> bool:
    if name.levels == other.levels and name.base == other.base:
        return False  # decided by the pair alone
    if levels and not levels & other.levels:
        return False
    return _ends_with(other.base, name.base)


def _ends_with(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether the shorter base is the surname of the longer one, and not another place's name."""
    if long[-len(short) :] != short:
        return False
    return not set(long[: -len(short)]) & set(wording("schools")["places"])


def _schools(names: Sequence[SchoolName]) -> list[list[SchoolName]]:
    """Group names that have a level in common: an elementary and a middle school are two."""
    groups: list[list[SchoolName]] = []
    for name in sorted(names, key=lambda n: (-len(n.levels), n.name)):
        home = next((g for g in groups if all(name.levels & o.levels for o in g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return groups


def _reason(name: SchoolName, others: Sequence[SchoolName]) -> tuple[str, float]:
    if any(o.base != name.base for o in others):
        return "the end of the full name, at a level that fits", 0.85
    if not name.levels:
        return "the only school of this name at a level that fits", 0.9
    return "the same name, at one of the school's levels", 0.9


def _acronym(name: SchoolName, names: Sequence[SchoolName]) -> list[Proposal]:
    """Propose 'PHS' with the only school whose full name has these initials."""
    if not re.fullmatch(r"[A-Z]{3,6}", name.name):
        return []
    able = [o for o in names if o.name != name.name and _initials_fit(name.name, o)]
    one = len({(o.base, o.levels) for o in able}) == 1
    return [
        Proposal(name.name, o.name, "the initials of the full name", 0.85 if one else 0.4, merge=one)
        for o in able
    ]


def _initials_fit(short: str, other: SchoolName) -> bool:
    full = " ".join([*other.base, *sorted(other.levels), "school"])
    return len(other.levels) == 1 and fits(short, full) and len(short) == len(full.split())
