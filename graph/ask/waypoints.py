"""The stations on the way to what is asked for, such as the action between a metric and a priority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.ask.execute import Executor, Found
from graph.ask.paths import Paths
from graph.ask.reading import Condition, Reading, Target

__all__ = ["Waypoints"]

_FEW = 3  # things on the way; more are a crowd and no station


@dataclass(frozen=True)
class Waypoints:
    """Finds what lies between two stations; `passed` are kinds that are none."""

    paths: Paths
    executor: Executor
    passed: frozenset[str] = frozenset()

    def between(self, step: Sequence[Found], pivot: Found, known: Sequence[Found]) -> Iterator[Found]:
        """Yield a station with those on the way to it, such as the action between a metric and a priority."""
        have = {f.reading.target.cls for f in (pivot, *known, *step)} | self.paths.records | self.passed
        for found in step:
            path = found.reading.conditions[0].path if found is not pivot else ()
            for number in range(len(path) - 1, 0, -1):
                cls = path[number - 1].cls
                if cls not in have:
                    have.add(cls)
                    passed = self._on_the_way(found, number)
                    if len(passed.rows) <= _FEW:
                        yield passed
            yield found

    def _on_the_way(self, found: Found, number: int) -> Found:
        """The things after some steps of a way."""
        end = found.reading.conditions[0]
        back = Paths.reversed(end.path[:number], found.reading.target.cls)
        things = tuple(dict.fromkeys(r.thing if r.literal else r.value for r in found.rows))
        target = Target(end.path[number - 1].cls)
        rest = replace(end, path=end.path[number:], tokens=frozenset())
        both = (rest, Condition(back, found.reading.target.cls, things))
        return self.executor.run(Reading(target, both, features={"explained": 1.0}))
