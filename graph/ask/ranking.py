"""Scores a reading by what it explains of the question and how far-fetched its ways are."""

from graph.ask.question import Question
from graph.ask.reading import Reading

__all__ = ["explained", "scored"]

# Weights were set on development questions; docs/question-engine.md tells which.
_EXPLAINED = 1.0
_TARGET = 0.3
_COST = 0.07
_SKIPPED = 0.16
_CONDITION = 0.02
_EITHER = 0.01
_ASIDE = 0.02
_ROOTLESS = 0.3
_LATER = 0.05


def scored(question: Question, reading: Reading) -> Reading:
    """Return the reading with its score and the features that made it."""
    share = explained(question, reading)
    cost = sum(c.cost for c in reading.conditions)
    skipped = reading.features.get("skipped", 0.0)
    score = (
        _EXPLAINED * share
        + _TARGET * reading.target.weight
        - _COST * cost
        - _SKIPPED * skipped
        - _CONDITION * len(reading.conditions)
        - _EITHER * reading.features.get("either", 0.0)
        - _ASIDE * reading.features.get("aside", 0.0)
        - _misplaced(question, reading)
    )
    features = {**reading.features, "explained": round(share, 4), "cost": round(cost, 4)}
    left = tuple(question.tokens[i].text for i in _left(question, reading))
    return reading.with_score(round(score, 5), features, left)


def _misplaced(question: Question, reading: Reading) -> float:
    """Yes or no is said of a thing that the question names, of the first one if it names several."""
    if not question.shape.boolean or question.shape.exists:
        return 0.0
    if reading.features.get("universal"):
        return 0.0
    roots = [c for c in reading.conditions if not c.path and c.things]
    if not roots:
        return _ROOTLESS
    first = min((m.start for m in question.links.things), default=0)
    return 0.0 if any(first in c.tokens or c.topic for c in roots) else _LATER


def explained(question: Question, reading: Reading) -> float:
    """Return the share of the content words, by weight, that the reading accounts for."""
    total = sum(question.weights.values())
    if not total:
        return 1.0
    quality = dict.fromkeys(reading.covered, 1.0)
    for condition in reading.conditions:
        if condition.topic or condition.things:
            quality.update(dict.fromkeys(condition.tokens, condition.score))
    return sum(w * quality.get(i, 0.0) for i, w in question.weights.items()) / total


def _left(question: Question, reading: Reading) -> list[int]:
    return [i for i in question.weights if i not in reading.covered and i not in question.light]
