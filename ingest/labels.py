"""Chooses by which of its names a thing is shown: spelt out, as most documents write it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.resolution import Proposal
from ingest.school_names import school_name
from ingest.short_forms import SHORT_FORM, split_bracket
from ingest.wording import wording

__all__ = ["best_label"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d\d-\d\d\b")


def best_label(kind: str, names: Iterable[str], counts: Mapping[str, int], made: Sequence[Proposal]) -> str:
    """Return the name that stands for a thing, without blanks or a short form behind it."""
    odd = {_rarer(p, counts) for p in made if p.reason == "a misspelling"}
    everything = list(names)
    best = min(everything, key=lambda n: _rank(kind, n, everything, counts, odd))
    return " ".join((best if kind == "School" else split_bracket(best)[0]).split())


def _rarer(p: Proposal, counts: Mapping[str, int]) -> str:
    return min((p.first, p.second), key=lambda n: (counts.get(n, 0), n))


def _rank(
    kind: str, name: str, names: Sequence[str], counts: Mapping[str, int], odd: set[str]
) -> tuple[bool, bool, bool, bool, int, int, int, str]:
    """Return the sort key of a name: the least one is shown."""
    short = bool(SHORT_FORM.fullmatch(name)) and name.isupper()
    shouted = name.isupper() and " " in name
    return (
        name in odd or name.rstrip().endswith("."),
        short,
        shouted,
        bool(_YEAR.search(name)) and kind == "Plan",
        -_fullness(name, names) if kind == "School" else 0,
        -counts.get(name, 0),
        -len(name),
        name,
    )


def _fullness(name: str, names: Sequence[str]) -> int:
    """Return how much of a school's levels a name spells out."""
    everything = frozenset(level for n in names for level in school_name(n).levels)
    mine = school_name(name).levels
    forms = wording("schools")["levels"]
    spelt = [level for level in mine if re.search(rf"\b{forms[level][0]}\b", name, re.IGNORECASE)]
    return 2 * (mine == everything) + (len(spelt) == len(mine) and bool(mine))
