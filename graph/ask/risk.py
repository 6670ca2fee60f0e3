"""Risk against coverage: how often answers are wrong if only the surest of them are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.ask.scoring import Scored

__all__ = ["Point", "RiskCurve"]


@dataclass(frozen=True, slots=True)
class Point:
    """What giving only answers of some confidence or more would mean."""

    confidence: float
    coverage: float
    risk: float


@dataclass(frozen=True)
class RiskCurve:
    """The curve with the area under it: the mean risk as more and more questions are answered.

    `by_chance` is the area if confidence told nothing, `at_best` if all right answers came before the wrong.
    """

    points: tuple[Point, ...]
    area: float
    by_chance: float
    at_best: float

    @classmethod
    def of(cls, scored: Sequence[Scored]) -> "RiskCurve":
        """Order the answers that claim something by their confidence, the surest first."""
        claimed = sorted((s for s in scored if s.claims), key=lambda s: -s.answer.confidence)
        points, wrong, given = [], 0, 0
        risks: list[float] = []
        for confidence, group in groupby(claimed, key=lambda s: s.answer.confidence):
            alike = list(group)
            wrong += sum(s.wrong for s in alike)
            given += len(alike)
            points.append(Point(confidence, given / len(scored), wrong / given))
            risks += [wrong / given] * len(alike)
        best = sorted(s.wrong for s in claimed)
        return cls(
            tuple(points),
            _mean(risks),
            wrong / given if given else 0.0,
            _mean([sum(best[:number]) / number for number in range(1, given + 1)]),
        )

    def as_json(self) -> dict[str, Any]:
        """Return the curve as a JSON object."""
        return {
            "area": round(self.area, 4),
            "by_chance": round(self.by_chance, 4),
            "at_best": round(self.at_best, 4),
            "points": [
                {"confidence": p.confidence, "coverage": round(p.coverage, 4), "risk": round(p.risk, 4)}
                for p in self.points
            ],
        }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
