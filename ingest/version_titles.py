"""Reads titles and file names of plans: what tells the plan, and what tells which version of it this is."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from ingest.findings import fold
from ingest.plan_names import plan_key
from ingest.short_forms import fits
from ingest.wording import wording

__all__ = ["Titled", "titled"]

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–_/]\s*(?:20)?(\d\d)(?!\d)|(?<!\d)(20\d\d)(?!\d)")
_SAYS_NOTHING = {"plan", "the", "school", "form", "planning"}
_UNMARKED = 2.0  # as what was adopted: after a draft, before what is called revised


@dataclass(frozen=True, slots=True)
class Titled:
    """What a title and a file's name tell of the version."""

    words: tuple[str, ...]
    file: str
    year_of_file: str
    stage: float
    number: int

    def same_as(self, other: "Titled") -> bool:
        """Tell whether two titles are one: the same words, or the initials of the other's."""
        if not self._telling or not other._telling:
            return False
        return (
            self.words == other.words
            or _initials(self.words, other.words)
            or _initials(other.words, self.words)
        )

    @property
    def _telling(self) -> bool:
        return bool(set(self.words) - _SAYS_NOTHING)


def titled(title: str, document: str, district: str) -> Titled:
    """Return what a plan's title and its file's name tell."""
    stem = PurePath(document).stem
    plain = _without_stage(title)
    own = set(fold(district).split()) - {"school", "plan"}
    words = tuple(w for w in plan_key(plain) if w not in own and not any(w == o.rstrip("s") for o in own))
    years = list(dict.fromkeys(m[0] for m in _YEARS.finditer(stem)))
    match = _YEARS.search(stem) if len(years) == 1 else None
    year = "" if match is None else f"{match[1]}-{match[2]}" if match[1] else match[3]
    stage, number = _stage(f"{fold(title)} {fold(stem)}")
    return Titled(
        words or plan_key(title), fold(_without_stage(_YEARS.sub(" ", fold(stem)))), year, stage, number
    )


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and fits(short[0].upper(), " ".join(long), exactly=True)


@cache
def _stages() -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE), float(rank))
        for rank, words in enumerate(wording("versions")["stages"])
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('versions')['numbered'])})\.?\s*(\d{{1,2}})\b", re.IGNORECASE)


def _without_stage(text: str) -> str:
    plain = _numbered().sub(" ", text)
    for pattern, _ in _stages():
        plain = pattern.sub(" ", plain)
    return plain


def _stage(text: str) -> tuple[float, int]:
    """Return the last stage that is named, and the number of the version."""
    found = [rank for pattern, rank in _stages() if pattern.search(text)]
    numbers = [int(m[1]) for m in _numbered().finditer(text)]
    return max(found, default=_UNMARKED), max(numbers, default=0)
