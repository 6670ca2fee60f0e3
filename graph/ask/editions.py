"""Of a plan of which several years are held the newest is asked, unless an earlier one is asked about."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rdflib import URIRef

from graph.ask.lexicon import Lexicon, load_data
from graph.ask.phrases import Pattern
from graph.ask.queries import query
from graph.ask.tokens import school_year, tokenise
from graph.identifiers import document_slug, slug_in
from graph.model import Answer
from graph.store import Store

if TYPE_CHECKING:
    from graph.ask.districts import Districts
    from graph.ask.engine import Engine

__all__ = ["Earlier", "Editions", "OfDistricts", "earlier_plans"]

_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?")


@dataclass(frozen=True)
class Earlier:
    """The plans of earlier years: the segments of their documents, by those of the newest ones."""

    before: Mapping[str, Sequence[str]]
    labels: Mapping[str, str]
    years: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.labels)

    def without(self, graphs: Iterable[str]) -> tuple[str, ...]:
        """Return the graphs that are of no earlier plan."""
        return tuple(g for g in graphs if slug_in(URIRef(g)) not in self.labels)

    def noted(self, answer: Answer) -> tuple[str, ...]:
        """Return a note where an answer rests on a plan of which earlier years are held too."""
        used = {document_slug(e.document) for item in answer.answers for e in item.evidence}
        held = dict.fromkeys(self.labels[old] for new in sorted(used) for old in self.before.get(new, ()))
        if not held:
            return ()
        return (f"The newest plan was asked; of earlier years there is also held: {'; '.join(held)}.",)


@dataclass(frozen=True)
class OfDistricts:
    """What is told of an answer that several districts' plans gave: which of them, and which years."""

    districts: Mapping[str, str]
    """The name of the district of each document, by the document's segment."""
    earlier: Earlier

    def noted(self, answer: Answer) -> tuple[str, ...]:
        """Return which districts the answers are of, where they are of several."""
        used = {document_slug(e.document): e.document for i in answer.answers for e in i.evidence}
        found: dict[str, list[str]] = defaultdict(list)
        for slug in sorted(used, key=used.__getitem__):
            if slug in self.districts:
                found[self.districts[slug]].append(used[slug])
        told = "; ".join(f"{name} ({', '.join(files)})" for name, files in sorted(found.items()))
        note = (f"The question names no district; the answers are of {told}.",) if len(found) > 1 else ()
        return (*note, *self.earlier.noted(answer))


def earlier_plans(store: Store, lexicon: Lexicon) -> Earlier:
    """Return the plans that newer ones replace, and of which both were read."""
    holder = lexicon.settings.get("holder", {})
    if "after" not in holder:
        return Earlier({}, {}, frozenset())
    given = {n: URIRef(holder[k]) for n, k in (("after", "after"), ("source", "read_as"), ("dated", "year"))}
    labels: dict[str, str] = {}
    next_older: dict[str, set[str]] = defaultdict(set)
    years: set[str] = set()
    for row in store.select(query("earlier"), given):
        old, new = slug_in(URIRef(str(row["graph"]))), slug_in(URIRef(str(row["newest"])))
        if old and new:
            labels[old] = str(row["label"])
            next_older[new].add(old)
            years |= {year for text in (labels[old], str(row.get("year") or "")) for year in _years(text)}
    newest = sorted(set(next_older) - set(labels))
    return Earlier({new: sorted(_all_before(new, next_older)) for new in newest}, labels, frozenset(years))


def _all_before(new: str, next_older: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [new]
    while waiting:
        for old in next_older.get(waiting.pop(), set()) - found:
            found.add(old)
            waiting.append(old)
    return found


def _years(text: str) -> set[str]:
    """Return the school years and the years that stand in a text, in one form."""
    return {school_year(y) or y for y in _YEARS.findall(text)}


@dataclass(frozen=True)
class Editions:
    """Chooses whether the newest plans are asked or all, and of which district where there are several."""

    earlier: Earlier
    wide: Callable[[tuple[int, ...]], "Engine"]
    districts: "Districts | None" = None

    @property
    def apart(self) -> bool:
        """Whether there are too many districts to ask all of their plans at once."""
        return self.districts.apart if self.districts else False

    def reason(self) -> str:
        """Say that a question must tell which district it is about."""
        return self.districts.reason() if self.districts else ""

    def engine(self, text: str) -> "Engine | None":
        """Return the engine that a question is for, or None for the one over the newest plans of all."""
        if not self._asks_earlier(text):
            return self.districts.engine(text) if self.districts else None
        meant = self.districts.meant(text) if self.districts else ()
        return None if self.apart and not meant else _opened(self.wide, meant)

    def _asks_earlier(self, text: str) -> bool:
        if _years(text) & self.earlier.years:
            return True
        tokens = tokenise(text)
        if any(school_year(t.text) in self.earlier.years for t in tokens):
            return True
        words = [t.stem for t in tokens]
        return any(True for pattern in _patterns() for _ in pattern.find(words))


@lru_cache(maxsize=8)
def _opened(wide: Callable[[tuple[int, ...]], "Engine"], meant: tuple[int, ...]) -> "Engine":
    return wide(meant)


@cache
def _patterns() -> tuple[Pattern, ...]:
    return tuple(Pattern(phrase) for phrase in load_data("editions.yaml")["earlier"])
