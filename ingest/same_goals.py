"""Finds goals that several plans of a district repeat, by their words and never by their numbers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from ingest.decisions import Decisions
from ingest.findings import Findings, Item, fold
from ingest.resolution import Merge

__all__ = ["Repeated", "SameGoals", "same_goals"]

_LEAST_WORDS = 5  # a goal of fewer words, such as 'Student achievement', may be any plan's
_SAME = 0.95  # the words of a goal, but for a slip or an ending
_NEAR = 0.8
_MOST = 2000  # goals of a district that are compared


@dataclass(frozen=True)
class Repeated:
    """Two goals of two documents whose words are the same, and why they are taken to be one."""

    first: tuple[str, Item]
    second: tuple[str, Item]
    reason: str
    score: float
    decided: bool = False

    def merge(self, district: str) -> Merge:
        """Return it as a pair of names."""
        names = (self.first[1].label, self.second[1].label)
        return Merge("Goal", names, self.reason, self.score, self.score >= 1, self.decided, district)


@dataclass(frozen=True)
class SameGoals:
    """The goals that plans repeat, and those of which a person may say so."""

    repeated: tuple[Repeated, ...]
    near_misses: tuple[Merge, ...]


def same_goals(
    documents: Mapping[str, Findings], homes: Mapping[str, str], decisions: Decisions
) -> SameGoals:
    """Compare the goals of each district's documents with each other."""
    groups: dict[str, list[tuple[str, Item]]] = defaultdict(list)
    for document in sorted(documents):
        for item in documents[document].items("Goal"):
            if len(groups[homes.get(document, "")]) < _MOST:
                groups[homes.get(document, "")].append((document, item))
    found = [
        (home, r)
        for home, goals in sorted(groups.items())
        for r in _compared(goals, decisions.about("Goal", home))
    ]
    return SameGoals(
        tuple(r for _, r in found if r.decided or r.score >= _SAME),
        tuple(r.merge(home) for home, r in found if not (r.decided or r.score >= _SAME)),
    )


def _compared(goals: Sequence[tuple[str, Item]], told: Decisions) -> Iterator[Repeated]:
    apart = told.apart()
    words = {id(item): fold(item.label) for _, item in goals}
    for first, second in combinations(goals, 2):
        one, two = words[id(first[1])], words[id(second[1])]
        if first[0] == second[0] or frozenset((one, two)) in apart:
            continue
        if one != two and two in told.joined(one):
            yield Repeated(first, second, "a person decided that they are one", 1.0, decided=True)
        elif min(len(one.split()), len(two.split())) >= _LEAST_WORDS:
            score = round(fuzz.ratio(one, two, score_cutoff=100 * _NEAR) / 100, 2)
            score = score if _numbers(one) == _numbers(two) else min(score, _SAME - 0.01)
            if score >= _NEAR:
                yield Repeated(first, second, _why(score), score)


def _numbers(words: str) -> list[str]:
    return [word for word in words.split() if any(c.isdigit() for c in word)]


def _why(score: float) -> str:
    return "the same words in several plans" if score >= _SAME else "almost the same words in several plans"
