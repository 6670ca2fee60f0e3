"""Finds what one part of a question speaks of by itself: of a plan of its own, or beside the others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from graph.ask.anchors import Anchors
from graph.ask.bounds import Bound
from graph.ask.execute import Found
from graph.ask.question import Question
from graph.ask.stations import Station

__all__ = ["Asides"]

_TOPIC = 2  # telling words that make a topic
_AHEAD = 0.06  # how far what is meant must be ahead of others of its kind


@dataclass(frozen=True)
class Asides:
    """Finds records for parts that nothing joins to the rest."""

    anchors: Anchors

    def of(
        self, question: Question, stations: Sequence[Station], station: Station, plans: Collection[str]
    ) -> Found | None:
        """Return the one record of a part's kind that its words, or else those of all parts, describe.

        `plans` are where it must stand, where its own words name none.
        """
        first = station.targets[0] if station.targets else None
        if first is None or first.property or first.cls in self.anchors.index.namelike:
            return None
        asked = frozenset(i for s in stations for i in s.tokens)
        spots = self._clause(question, stations, station) - asked
        own = self.bound(question, stations, station)
        if len(self._telling(question, spots - own.tokens)) < _TOPIC:
            spots |= self._shared(question, stations) - asked
            if own.plans or own.years:  # what the others are bounded by does not bound this
                spots -= self.anchors.bounds.of(question, self._shared(question, stations)).tokens
        kinds = frozenset(i for m in question.links.classes for i in m.tokens)
        taken = frozenset(range(len(question.words))) - (spots - kinds)
        likely = next(self.anchors.of(question, taken, (first.cls,), () if own.plans else plans), None)
        if likely is None or likely.ahead < _AHEAD:
            return None
        found = self.anchors.executor.run(replace(likely.found.reading, target=first))
        return found if found.rows else None

    def bound(self, question: Question, stations: Sequence[Station], station: Station) -> Bound:
        """Return the plans and years that a part names for itself."""
        return self.anchors.bounds.of(question, self._clause(question, stations, station))

    def apart(self, question: Question, stations: Sequence[Station], station: Station, pivot: Found) -> bool:
        """Whether a part names another plan or year than those of what the question is about."""
        own = self.bound(question, stations, station)
        return own.says and not any(self.anchors.bounds.within(own, r.value) for r in pivot.rows)

    def parted(self, question: Question, stations: Sequence[Station]) -> bool:
        """Whether parts of a question name plans or years that differ."""
        return len({b.key for s in stations if (b := self.bound(question, stations, s)).says}) > 1

    def elsewhere(self, question: Question, stations: Sequence[Station]) -> frozenset[int]:
        """Return the words of parts that name other plans or years than what is said first."""
        begin = frozenset(range(min(s.at for s in stations)))
        first = self.anchors.bounds.of(question, begin)
        found: set[int] = set()
        for station in stations:
            own = self.bound(question, stations, station)
            first = first if first.says else own
            if own.says and own.key != first.key:
                found |= self._clause(question, stations, station)
        return frozenset(found)

    def plans(self, found: Found) -> frozenset[str]:
        """Return the plans in which what was found stands."""
        return frozenset(p for r in found.rows for p in self.anchors.records.plans(r.value))

    def _clause(self, question: Question, stations: Sequence[Station], station: Station) -> frozenset[int]:
        """The words from a part to the next."""
        end = min((s.at for s in stations if s.at > station.at), default=len(question.words))
        return frozenset(range(station.at, end))

    def _shared(self, question: Question, stations: Sequence[Station]) -> frozenset[int]:
        """The words before the first part, or those of the first part where nothing stands before it."""
        before = frozenset(range(min(s.at for s in stations)))
        if self._telling(question, before):
            return before
        return self._clause(question, stations, min(stations, key=lambda s: s.at))

    def _telling(self, question: Question, spots: Collection[int]) -> list[int]:
        cued = {i for spot in question.links.cues.values() for i in spot}
        return [i for i in spots if i in question.weights and i not in question.light and i not in cued]
