"""Follows the thread from one thing to every station that a question asks for, in one document or several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.ask.abstain import Abstention
from graph.ask.anchors import Anchor, Anchors
from graph.ask.asides import Asides
from graph.ask.candidates import Candidates
from graph.ask.choose import Choice
from graph.ask.execute import Executor, Found
from graph.ask.paths import Path, Paths
from graph.ask.pivots import Pivots
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.shape import plural
from graph.ask.stations import Station, Stations
from graph.ask.waypoints import Waypoints

__all__ = ["Threads"]

_SEVERAL = 2
_TOLD, _AHEAD = 0.6, 0.08  # of the words, and ahead of others: a text that is surely described
_WHEN = "when"
_TARGET, _COST = 0.3, 0.07
_AGAINST = ("negation", "most", "fewest", "universal", "differ", "more", "fewer", "compare", "elsewhen")
_LOOSELY = ("count", "each", "all", "both", "only", "sweep", "mention")  # said of parts, too


@dataclass(frozen=True)
class Threads:
    """Answers questions with several parts about one thing; `named` have names."""

    stations: Stations
    pivots: Pivots
    anchors: Anchors
    asides: Asides
    paths: Paths
    executor: Executor
    waypoints: Waypoints
    named: frozenset[str] = frozenset()

    @classmethod
    def over(
        cls,
        candidates: Candidates,
        paths: Paths,
        executor: Executor,
        abstention: Abstention,
        anchors: Anchors,
    ) -> "Threads":
        """Build on what proposes readings, runs them and doubts them."""
        targets = candidates.targets
        holder = targets.lexicon.settings.get("holder", {}).get("class")
        pivots = Pivots(candidates, executor, abstention)
        passed = frozenset({holder} if holder else ())
        stations = Stations(targets, paths)
        return cls(
            stations,
            pivots,
            anchors,
            Asides(anchors),
            paths,
            executor,
            Waypoints(paths, executor, passed),
            candidates.topics.index.namelike,
        )

    def of(self, question: Question) -> list[Choice] | None:
        """Return what was found for each part, or None where the parts are not about one thing."""
        stations = self.parts(question)
        if not stations:
            return None
        tried: list[Found] = []
        for pivot in self._pivots(question, stations):
            tried.append(pivot)
            if found := self.followed(question, stations, (pivot,)):
                return [Choice(f) for f in found]
        for pivot, whole in ((p, w) for p in tried if (w := self.whole(p))):
            if found := self.followed(question, stations, (pivot, whole)):
                return [Choice(f) for f in found]
        return [Choice(f) for f in self._apart(question, stations)] or None

    def parts(self, question: Question) -> list[Station]:
        """Return the parts of a question that has several, and is no comparison, count or claim."""
        if question.shape.boolean or any(question.shape.has(s) for s in _AGAINST):
            return []
        stations = self.stations.of(question)
        single = len(stations) < _SEVERAL or self.stations.framed(question)
        return [] if single or any(a.counted for a in question.shape.asked) else stations

    def sure(self, question: Question, stations: Sequence[Station]) -> Iterator[Found]:
        """Yield what a question is surely about: described beyond doubt, or named with no word left over."""
        anchors = self._anchors(question, stations)
        yield from (a.found for a in anchors if a.sure and not self._lists(question, stations, a.found))
        pivots = self.pivots.of(question, self.stations.words(question, stations))
        yield from (p for p in pivots if not p.reading.left)

    def whole(self, part: Found) -> Found | None:
        """Return the whole of a part: what is said of it holds for the part, where that has nothing else."""
        wholes = self.anchors.index.wholes
        things = tuple(dict.fromkeys(w for r in part.rows for w in wholes.get(r.value, ())))
        if not things:
            return None
        condition = Condition((), part.reading.target.cls, things)
        return self.executor.run(replace(part.reading, conditions=(condition,)))

    def framed(self, question: Question) -> list[Choice]:
        """'Say that …: what comes of it': the one text of the kind that such a way of asking describes."""
        for target in self.stations.framed(question):
            likely = next(self.anchors.of(question, target.tokens, (target.cls,)), None)
            if target.match and likely and likely.told >= _TOLD and likely.ahead >= _AHEAD:
                reading = replace(likely.found.reading, target=replace(target, match=()))
                return [Choice(self.executor.run(reading))]
        return []

    def _apart(self, question: Question, stations: Sequence[Station]) -> list[Found]:
        """Parts that each name a plan of their own: 'which goal of one, and which service of another'."""
        if not self.asides.parted(question, stations):
            return []
        found: list[Found] = []
        for station in stations:
            bounded = not found or self.asides.bound(question, stations, station).says
            one = self.asides.of(question, stations, station, ()) if bounded else None
            step = [one] if one else self._nearest(question, station, found[-1:])
            if not step:
                return []
            found.extend(step)
        return found

    def _pivots(self, question: Question, stations: Sequence[Station]) -> Iterator[Found]:
        """What the question may be about: what is surely described, what it names, what else it describes."""
        anchors = [
            a for a in self._anchors(question, stations) if not self._lists(question, stations, a.found)
        ]
        yield from (a.found for a in anchors[:1] if a.sure)
        if not any(question.shape.has(s) for s in _LOOSELY):
            yield from self.pivots.of(question, self.stations.words(question, stations))
        yield from (a.found for a in anchors)

    def _anchors(self, question: Question, stations: Sequence[Station]) -> Iterator[Anchor]:
        kinds = {t.cls for s in stations for t in s.targets[:1] if not t.property}
        asked = {i for m in question.links.classes if m.senses[0].cls in kinds for i in m.tokens}
        asked |= {i for s in stations for i in s.tokens}
        return self.anchors.of(question, frozenset(asked) | self.asides.elsewhere(question, stations))

    def _lists(self, question: Question, stations: Sequence[Station], pivot: Found) -> bool:
        """'Which actions …' and 'of the plans …' speak of several things, and of no single one."""
        barred = {pivot.reading.target.cls, self.stations.targets.holder}
        return any(
            t.cls in barred and not t.property and plural(question.tokens[max(s.tokens)].text)
            for s in stations
            for t in s.targets[:1]
        )

    def followed(
        self,
        question: Question,
        stations: Sequence[Station],
        about: tuple[Found, ...],
        lacking: list[Station] | None = None,
    ) -> list[Found] | None:
        """Return every station, or None where one is not to be found; `about` is a thing, then its whole.

        Stations that are not found are put on the list `lacking`, where one is given.
        """
        pivot, found = about[0], list[Found]()
        for station in stations:
            step = self._step(question, stations, station, about, found)
            if step is None and lacking is None:
                return None
            if step is None and lacking is not None:
                lacking.append(station)
            found.extend(self.waypoints.between(step or (), pivot, found))
        return found

    def _step(
        self,
        question: Question,
        stations: Sequence[Station],
        station: Station,
        about: tuple[Found, ...],
        found: Sequence[Found],
    ) -> list[Found] | None:
        pivot = about[0]
        apart = self.asides.apart(question, stations, station, pivot)
        own = station.itself or (_is_of(station, pivot) and not apart)
        step = [pivot] if own and pivot not in found else []
        step += [] if station.itself or apart else self._nearest(question, station, [*about, *found])
        if step or own:
            return step
        aside = self.asides.of(question, stations, station, self.asides.plans(pivot))
        return [aside] if aside else None

    def _nearest(self, question: Question, station: Station, known: Sequence[Found]) -> list[Found]:
        """What of a station's kind lies nearest to the pivot; else to a station before it."""
        for origin in known:
            cls = origin.reading.target.cls
            if origin.reading.target.property:
                continue
            things = tuple(r.value for r in origin.rows if not r.literal)
            ranked = sorted(
                (
                    (self._cost(question, station, t, path), t, path)
                    for t in station.targets
                    for path in self._ways(t, cls)
                    if origin is known[0] or not self._back(path, known[0])
                ),
                key=lambda w: (w[0], w[1].cls, w[1].property or "", repr(w[2])),
            )
            for number, (_, target, path) in enumerate(ranked):
                found = self._run(question, station, target, path, cls, things)
                if found.rows:
                    return [found, *self._besides(question, station, found, ranked[number + 1 :], things)]
        return []

    def _back(self, path: Path, pivot: Found) -> bool:
        """Whether a way from another station leads back to things of the kind that the question is about."""
        return any(step.cls == pivot.reading.target.cls for step in path[:-1])

    def _besides(
        self,
        question: Question,
        station: Station,
        first: Found,
        others: Sequence[tuple[float, Target, Path]],
        things: tuple[str, ...],
    ) -> Iterator[Found]:
        """Other things of the same kind that are as near, by a property of another name."""
        way, cls = first.reading.conditions[0].path, first.reading.conditions[0].cls
        if len(way) != 1:
            return
        have = {r.value for r in first.rows}
        for _, target, path in others:
            if target.cls == first.reading.target.cls and target.property is None and len(path) == 1:
                found = self._run(question, station, target, path, cls, things)
                if found.rows and not have & {r.value for r in found.rows}:
                    have |= {r.value for r in found.rows}
                    yield found

    def _run(
        self,
        question: Question,
        station: Station,
        target: Target,
        path: Path,
        cls: str,
        things: tuple[str, ...],
    ) -> Found:
        tokens = target.tokens | self._cued(question, station, path)
        condition = Condition(path, cls, things, says="", tokens=tokens)
        reading = Reading(target, (condition,), covered=tokens, features={"explained": 1.0})
        found = self.executor.run(reading)
        return self._witnessed(found, condition) if cls not in self.named else found

    def _witnessed(self, found: Found, condition: Condition) -> Found:
        """Say of each station to which of several things it belongs, so that it is cited there."""
        of: dict[tuple[str, str], tuple[str, ...]] = {}
        if len(condition.things) == 1:
            of = {(r.value, r.thing): condition.things for r in found.rows}
        for thing in condition.things if not of else ():
            own = replace(found.reading, conditions=(replace(condition, things=(thing,)),))
            for row in self.executor.run(own).rows:
                of[row.value, row.thing] = (*of.get((row.value, row.thing), ()), thing)
        rows = [replace(r, witnesses=(*r.witnesses, *of.get((r.value, r.thing), ()))) for r in found.rows]
        return replace(found, rows=tuple(rows))

    def _ways(self, target: Target, cls: str) -> list[Path]:
        own = target.property is None
        dated = target.role == _WHEN and target.cls == self.stations.targets.holder
        found = [p for p in self.paths.find(target.cls, cls) if (p or not own) and not self._crowded(p)]
        return [] if dated else found  # the year of a plan is not that of what stands in it

    def _crowded(self, path: Path) -> bool:
        """Whether a way leads through a plan to everything else that stands in it."""
        context = self.stations.targets.lexicon.listed("context")
        return any(
            one.property in context and not one.inverse and other.property == one.property and other.inverse
            for one, other in pairwise(path)
        )

    def _cost(self, question: Question, station: Station, target: Target, path: Path) -> float:
        cues = frozenset(p for p, spots in question.links.cues.items() if spots & station.near)
        return _COST * self.paths.cost_from(target.cls, path, cues) - _TARGET * target.weight

    def _cued(self, question: Question, station: Station, path: Path) -> frozenset[int]:
        cues = question.links.cues
        return frozenset(i for s in path for i in cues.get(s.property, frozenset()) & station.near)


def _is_of(station: Station, pivot: Found) -> bool:
    """Whether a part asks for what the question is about, or for its parts."""
    first = station.targets[0] if station.targets else None
    return first is not None and first.property is None and first.cls == pivot.reading.target.cls
