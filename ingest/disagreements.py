"""Finds where files of one district say different things of one item: another value, owner or horizon."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rdflib import URIRef

from ingest.amounts import amount_of, differ
from ingest.cross_ids import by_id, same_by_id
from ingest.findings import Findings, Item, Named, Object, fold
from ingest.iris import Identifiers, Names

__all__ = ["Disagreement", "disagreements"]

_VALUES = ("Target", "Baseline", "Actual")
_KINDS = ("Metric", "Action")
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(?:\d{2})?(\d{2})")
_Place = tuple[str, Item]
_Pair = tuple[_Place, _Place]


@dataclass(frozen=True)
class Disagreement:
    """Two files that contradict each other: about which item, and what each says at which of its items."""

    kind: str
    """'value', 'owner' or 'horizon'."""
    what: str
    """What differs, such as 'target for 2030'."""
    about: _Pair
    saying: _Pair
    words: tuple[str, str]


def disagreements(
    documents: Mapping[str, Findings], names: Names, earlier: Iterable[tuple[str, str]] = ()
) -> list[Disagreement]:
    """Return where documents of one district contradict each other, in the order of their names.

    `earlier` are the pairs of a plan and that of a year before: these may say other things. What is not
    surely the same item, year and group of students is not compared.
    """
    finder = _Finder(documents, names)
    lines = _lines(earlier)
    found: list[Disagreement] = []
    for one, other in finder.pairs():
        of_two_years = lines.get(one[0], one[0]) == lines.get(other[0], other[0])
        if not of_two_years and finder.may_agree(one[0], other[0]):
            found += finder.values(one, other) if one[1].kind == "Metric" else finder.work(one, other)
    return found


class _Finder:
    """Looks at the same items of several documents."""

    def __init__(self, documents: Mapping[str, Findings], names: Names) -> None:
        self.documents = documents
        self.names = names
        self.said: dict[int, list[Item]] = defaultdict(list)
        for findings in documents.values():
            for value in (v for kind in _VALUES for v in findings.items(kind)):
                for metric in value.get("ofMetric"):
                    self.said[id(metric)].append(value)

    def pairs(self) -> list[_Pair]:
        """Return the items of two documents that are surely one, each pair once."""
        found = {}
        for one, other in (*_two_by_two(self._of_one_iri()), *self._of_one_id()):
            found[one[0], one[1].key, other[0], other[1].key] = one, other
        return [found[key] for key in sorted(found)]

    def _of_one_id(self) -> Iterator[_Pair]:
        for one, other in _two_by_two(by_id(self.documents, self.names)):
            if one[1].kind in _KINDS and same_by_id(one[1], other[1]):
                yield one, other

    def _of_one_iri(self) -> Iterator[list[_Place]]:
        places: dict[URIRef, list[_Place]] = defaultdict(list)
        for document, findings in self.documents.items():
            iris = Identifiers(findings, document, self.names)
            for item in (i for kind in _KINDS for i in findings.items(kind) if i.notation):
                if iri := iris.item(item):
                    places[iri].append((document, item))
        return (found for found in places.values() if len(found) > 1)

    def may_agree(self, one: str, other: str) -> bool:
        """Tell whether two documents are not plans of different years."""
        years = [{_year(str(v)) for v in self.documents[d].plan.get("schoolYear")} for d in (one, other)]
        return not all(years) or bool(years[0] & years[1])

    def values(self, one: _Place, other: _Place) -> Iterator[Disagreement]:
        """Yield the values of a metric that differ for one year and group."""
        first, second = self._by_time(one[1]), self._by_time(other[1])
        for time in sorted(first.keys() & second.keys(), key=repr):
            a, b = first[time], second[time]
            if a is None or b is None or not _differ((one[1], a), (other[1], b)):
                continue
            kind, year, group = time
            about = [f"for {year}" if year else "", f"of {', '.join(sorted(group))}" if group else ""]
            what = " ".join(filter(None, (kind.lower(), *about)))
            words = (a.label, b.label)
            yield Disagreement("value", what, (one, other), ((one[0], a), (other[0], b)), words)

    def _by_time(self, metric: Item) -> dict[tuple[str, str, frozenset[str]], Item | None]:
        """Return the values by kind, year and group; None where there are several."""
        found: dict[tuple[str, str, frozenset[str]], Item | None] = {}
        for value in self.said[id(metric)]:
            groups = value.get("studentGroup") or metric.get("studentGroup")
            year = next((_year(str(y)) for y in value.get("schoolYear")), "")
            if not year and value.kind != "Baseline":
                continue  # a target of no year may be of any
            key = value.kind, year, frozenset(fold(str(g)) for g in groups)
            found[key] = None if key in found else value
        return found

    def work(self, one: _Place, other: _Place) -> Iterator[Disagreement]:
        """Yield owners and horizons of an action that differ."""
        if leads := self._leads(one, other):
            yield Disagreement("owner", "owner", (one, other), (one, other), leads)
        first, second = ({v.name for v in _named(p[1].get("horizon"))} for p in (one, other))
        if first and second and not first & second:
            words = (_listed(first), _listed(second))
            yield Disagreement("horizon", "horizon", (one, other), (one, other), words)

    def _leads(self, one: _Place, other: _Place) -> tuple[str, str] | None:
        """Return the two that lead, where each document names one and knows the other for nothing."""
        first, second = (_named(p[1].get("leadResponsible")) for p in (one, other))
        if len(first) != 1 or len(second) != 1 or first[0].kind != second[0].kind:
            return None
        a, b = self._thing(one[0], first[0]), self._thing(other[0], second[0])
        words = [fold(n.name) for n in (*first, *second)]
        within = any(f" {x} " in f" {y} " for x, y in (words, words[::-1]))
        helps = self._helps(one, b) or self._helps(other, a)
        return None if a == b or within or helps else (first[0].name, second[0].name)

    def _helps(self, place: _Place, unit: tuple[str, ...]) -> bool:
        return any(self._thing(place[0], n) == unit for n in _named(place[1].get("responsible")))

    def _thing(self, document: str, named: Named) -> tuple[str, ...]:
        resource = self.names.of(document, named)
        return resource.path if resource else (named.kind, fold(named.name))


def _two_by_two(groups: Iterable[list[_Place]]) -> Iterator[_Pair]:
    """Yield the pairs of places in two documents; a document with two of them is unsure."""
    for places in groups:
        alone = [p for p in places if sum(d == p[0] for d, _ in places) == 1]
        yield from combinations(sorted(alone, key=lambda p: p[0]), 2)


def _differ(one: tuple[Item, Item], other: tuple[Item, Item]) -> bool:
    """Tell whether two values of a metric are surely two: amounts of one unit, said of the same thing."""
    amounts = []
    for metric, value in (one, other):
        written = str(next(iter(value.get("value")), value.label))
        unit = next(iter((*value.get("unit"), *metric.get("unit"))), "")
        amounts.append(amount_of(written, str(unit)))
    said = [{fold(str(t)) for t in value.get("description")} for _, value in (one, other)]
    return differ(*amounts) and said[0] == said[1]


def _year(words: str) -> str:
    """Return a year or school year in one writing.

    >>> _year("2029-2030") == _year("2029-30")
    True
    """
    m = _YEARS.fullmatch(words.strip())
    return f"{m[1]}-{m[2]}" if m else fold(words)


def _named(values: Iterable[Object]) -> list[Named]:
    return [v for v in values if isinstance(v, Named)]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _lines(earlier: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each plan that has an earlier year's the name of one in its line."""
    first: dict[str, str] = {}
    for newer, older in earlier:
        kept = {first.get(newer, newer), first.get(older, older)}
        least = min(kept)
        first = {
            d: least if line in kept else line for d, line in {newer: newer, older: older, **first}.items()
        }
    return first
