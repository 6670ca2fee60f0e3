"""Which documents are one plan again: a corrected file replaces the earlier, another year stands beside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from ingest.cards import Card
from ingest.decisions import Decisions
from ingest.findings import fold
from ingest.homes import Home
from ingest.likeness import shared_words
from ingest.register import Register
from ingest.version_titles import Titled, titled

__all__ = ["Replaced", "Versions", "versions_of"]

# Corrected files of the plans at hand share 0.7 and more of their runs of words, plans of one form
# filled in for other years or schools 0.4 and less.
_MOSTLY = 0.5
_NEARLY_ALL = 0.8  # where a year is not told, or the titles differ a little
_TITLE = 0.92
_ONE_EACH = {"accountabilityPlan", "masterPlan", "strategicPlan", "departmentPlan"}


@dataclass(frozen=True, slots=True)
class Replaced:
    """The document that takes another's place, and which share of their words is the same."""

    by: str
    shared: float
    decided: bool = False


@dataclass(frozen=True)
class Versions:
    """What is one plan again: documents that others replace, and pairs of a plan and an earlier year's."""

    replaced: Mapping[str, Replaced]
    earlier: tuple[tuple[str, str], ...] = ()
    doubtful: tuple[tuple[str, str, float], ...] = ()
    """Pairs with one title and year whose words differ, which a person may decide."""


@dataclass(frozen=True)
class _File:
    name: str
    card: Card
    title: Titled
    year: str
    last: tuple[object, ...]
    """By which the later of two is known where neither tells its stage."""
    alone: bool = False
    """Whether nothing tells its district."""


def versions_of(
    cards: Mapping[str, Card], homes: Mapping[str, Home], register: Register, decisions: Decisions
) -> Versions:
    """Compare the documents of each district with each other."""
    files: dict[str, list[_File]] = defaultdict(list)
    arrivals = register.arrivals()
    for name, card in sorted(cards.items()):
        title = titled(card.title, name, homes[name].label)
        alone = homes[name].how == "alone"
        year = card.year or title.year_of_file
        file = _File(name, card, title, year, (*arrivals.get(name, (0, 0)), name), alone=alone)
        files["" if alone else homes[name].path].append(file)
    parts = [
        _Group(several, decisions.about("Document", homes[several[0].name].label)).versions()
        for several in files.values()
    ]
    return Versions(
        {name: by for part in parts for name, by in part.replaced.items()},
        tuple(sorted(pair for part in parts for pair in part.earlier)),
        tuple(sorted(pair for part in parts for pair in part.doubtful)),
    )


@dataclass(frozen=True)
class _Group:
    """The documents of one district."""

    files: Sequence[_File]
    told: Decisions

    def versions(self) -> Versions:
        """Take the later of two corrected files, then put the years in order."""
        replaced: dict[str, Replaced] = {}
        doubtful: list[tuple[str, str, float]] = []
        current: list[_File] = []
        for file in sorted(self.files, key=_age, reverse=True):
            pairs = [(kept, self._again(kept, file)) for kept in current]
            by = next(((kept, r) for kept, r in pairs if isinstance(r, Replaced)), None)
            if by is None:
                current.append(file)
                doubtful += [
                    (min(kept.name, file.name), max(kept.name, file.name), r)
                    for kept, r in pairs
                    if isinstance(r, float)
                ]
            else:
                replaced[file.name] = by[1]
        return Versions(replaced, tuple(_earlier(current, self.told)), tuple(doubtful))

    def _again(self, newer: _File, older: _File) -> Replaced | float | None:
        """Return that one file is the other corrected, how like they are where that is doubtful, or None."""
        pair = frozenset((fold(newer.name), fold(older.name)))
        if pair in self.told.apart():
            return None
        if fold(older.name) in self.told.joined(newer.name):
            return Replaced(newer.name, shared_words(newer.card.words, older.card.words), decided=True)
        if not _same_plan(newer, older) or (newer.year and older.year and newer.year != older.year):
            return None
        shared = shared_words(newer.card.words, older.card.words)
        sure = newer.year == older.year and newer.title.same_as(older.title) and not newer.alone
        if shared >= (_MOSTLY if sure else _NEARLY_ALL):
            return Replaced(newer.name, round(shared, 2))
        return round(shared, 2) if sure and newer.year else None


def _earlier(files: Iterable[_File], told: Decisions) -> Iterable[tuple[str, str]]:
    """Yield each plan with the one of the year next before it that is held."""
    ordered = sorted((f for f in files if f.year), key=lambda f: (f.year, f.name))
    for n, newer in enumerate(ordered):
        before = [
            f
            for f in ordered[:n]
            if f.year < newer.year
            and _same_plan(newer, f)
            and newer.title.same_as(f.title)
            and frozenset((fold(newer.name), fold(f.name))) not in told.apart()
        ]
        last = max((f.year for f in before), default="")
        yield from ((newer.name, f.name) for f in before if f.year == last)


def _same_plan(a: _File, b: _File) -> bool:
    """Tell whether two documents are plans of one kind and owner, under one title or file name."""
    if a.card.kind != b.card.kind or not _one_school(a.card, b.card):
        return False
    owners = {*map(fold, a.card.owners)}
    if owners != {*map(fold, b.card.owners)}:
        return False
    file = a.title.file == b.title.file
    like = JaroWinkler.similarity(" ".join(a.title.words), " ".join(b.title.words)) >= _TITLE
    if not a.title.same_as(b.title):
        return file and like
    # Many schools have a plan of one title; what a district has only one of needs no more than that.
    return file or bool(owners) or bool(a.card.school) or (a.card.kind in _ONE_EACH and not a.alone)


def _one_school(a: Card, b: Card) -> bool:
    """Tell whether two plans speak most of one school, or one of them of none."""
    if not a.school or not b.school:
        return a.school == b.school or bool(a.owners or b.owners) or a.kind in _ONE_EACH
    one, two = (fold(s.school).split() for s in (a, b))
    least = min(len(one), len(two), 2)
    return one[:least] == two[:least]


def _age(file: _File) -> tuple[object, ...]:
    """Sort by the stage and the number of the version, then by when the file came."""
    return (file.title.stage, file.title.number, *file.last)
