"""Chooses by which of its names a thing is shown: spelt out, as most documents write it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.resolution import Proposal
from ingest.school_names import school_name
from ingest.short_forms import SHORT_FORM, fits, split_bracket
from ingest.unit_names import unit_key
from ingest.wording import wording

__all__ = ["best_label"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d\d-\d\d\b")


def best_label(kind: str, names: Iterable[str], counts: Mapping[str, int], made: Sequence[Proposal]) -> str:
    """Return the name that stands for a thing, without blanks or a short form behind it."""
    odd = {_rarer(p, counts) for p in made if p.reason == "a misspelling"}
    everything = list(names)
    best = min(everything, key=lambda n: _rank(kind, n, everything, counts, odd))
    label = best if kind == "School" else split_bracket(best)[0]
    return " ".join((_with_short_form(label, everything) if kind == "Program" else label).split())


def _with_short_form(name: str, names: Sequence[str]) -> str:
    """Return a program's full name with its short form behind it: few people know both."""
    able = sorted(n for n in names if SHORT_FORM.fullmatch(n) and n != name and _abbreviates(n, name))
    return f"{name} ({able[0]})" if able else name


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether a short form fits a name that is itself spelt out."""
    full = split_bracket(name)[0]
    return fits(short, full) and not any(len(w) > 2 and w.isupper() for w in full.split())


def _rarer(p: Proposal, counts: Mapping[str, int]) -> str:
    return min((p.first, p.second), key=lambda n: (counts.get(n, 0), n))


def _rank(
    kind: str, name: str, names: Sequence[str], counts: Mapping[str, int], odd: set[str]
) -> tuple[bool, bool, bool, bool, int, int, int, str]:
    """Return the sort key of a name: the least one is shown."""
    short = bool(SHORT_FORM.fullmatch(name)) and name.isupper()
    shouted = (name.isupper() and " " in name) or (kind == "School" and " school" in name)
    spelt = any(SHORT_FORM.fullmatch(n) and _abbreviates(n, name) for n in names)
    return (
        name in odd or name.rstrip().endswith("."),
        short,
        shouted,
        (bool(_YEAR.search(name)) and kind == "Plan") or (kind == "Program" and not spelt),
        -_fullness(kind, name, names),
        -counts.get(name, 0),
        -len(name),
        name,
    )


def _fullness(kind: str, name: str, names: Sequence[str]) -> int:
    """Return how much of a thing a name tells: a person's names, a unit's words, a school's levels."""
    match kind:
        case "Person":
            return len(name.split())
        case "Unit":
            return len(unit_key(name))
        case "School":
            return _levels_told(name, names)
    return 0


def _levels_told(name: str, names: Sequence[str]) -> int:
    everything = frozenset(level for n in names for level in school_name(n).levels)
    mine = school_name(name).levels
    forms = wording("schools")["levels"]
    spelt = [level for level in mine if re.search(rf"\b{forms[level][0]}\b", name, re.IGNORECASE)]
    return 2 * (mine == everything) + (len(spelt) == len(mine) and bool(mine))
