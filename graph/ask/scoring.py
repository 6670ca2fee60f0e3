"""Scores answers against expected ones: how much was right, wrong, declined, and how long it took."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.ask.closed import closed
from graph.ask.questions import AskedQuestion
from graph.model import Answer, AnswerItem

__all__ = ["Report", "Scored", "percentiles", "report", "score"]

_ALIKE = 0.8  # share of common words by which two texts are the same
_PART = 0.35  # share of a long text whose beginning is enough to name it
_WRONG = 0.3  # a claimed answer that scores less misleads
_EXACT = 0.95
_LISTS = frozenset({"list", "negation", "superlative"})
_WORD = re.compile(r"[a-z0-9]+(?:[.,'-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Scored:
    """One question with its answer and score."""

    question: AskedQuestion
    answer: Answer
    score: float

    @property
    def claims(self) -> bool:
        """Whether the answer claims anything."""
        return self.answer.status == "answered"

    @property
    def wrong(self) -> bool:
        """Whether something false was claimed."""
        return self.claims and self.score < _WRONG

    @property
    def declined(self) -> bool:
        """Whether nothing was said where something could have been."""
        return not self.claims and self.score == 0 and self.question.kind != "unanswerable"


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a group of questions."""

    name: str
    questions: int
    score: float
    exact: float
    wrong: float
    declined: float

    def as_json(self) -> dict[str, Any]:
        """Return the figures as a JSON object."""
        return {
            "name": self.name,
            "questions": self.questions,
            "score": round(self.score, 4),
            "exact": round(self.exact, 4),
            "wrong": round(self.wrong, 4),
            "declined": round(self.declined, 4),
        }


def report(scored: Sequence[Scored]) -> list[Report]:
    """Return the figures of each kind of question, and of all."""
    kinds = sorted({s.question.kind for s in scored})
    return [
        *(_figures(kind, [s for s in scored if s.question.kind == kind]) for kind in kinds),
        _figures("all", scored),
    ]


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """Return the median, the 95th percentile and the longest of some times."""
    if not seconds:
        return {}
    ordered = sorted(seconds)
    at = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    return {name: ordered[min(len(ordered) - 1, int(share * len(ordered)))] for name, share in at.items()}


def _figures(name: str, part: Sequence[Scored]) -> Report:
    total = max(1, len(part))
    answerable = max(1, sum(s.question.kind != "unanswerable" for s in part))
    return Report(
        name,
        len(part),
        sum(s.score for s in part) / total,
        sum(s.score >= _EXACT for s in part) / total,
        sum(s.wrong for s in part) / total,
        sum(s.declined for s in part) / answerable,
    )


def score(question: AskedQuestion, answer: Answer) -> float:
    """Return how good an answer is, from 0 to 1."""
    claims = answer.status == "answered"
    if question.kind == "unanswerable":
        return 0.0 if claims else 1.0
    if not claims:
        nothing = len(question.expected) == 1 and _starts(question, "none")
        return 1.0 if nothing and answer.status == "empty" else 0.0
    wanted = _polarity(question.expected[0]["value"]) if len(question.expected) == 1 else None
    if question.kind in ("boolean", "compare") and wanted is not None:
        said = answer.boolean if answer.boolean is not None else _said(answer)
        return float(said == wanted)
    if question.kind == "count" and len(question.expected) == 1:
        return float(_numbers(question.expected[0]["value"])[:1] == _counted(answer))
    return _share(question, answer.answers)


def _share(question: AskedQuestion, items: Sequence[AnswerItem]) -> float:
    """F1 for lists; for the rest the share found, less a penalty for padding."""
    found = sum(any(_matches(i, e) for i in items) for e in question.expected)
    recall = found / len(question.expected) if question.expected else 0.0
    if question.kind not in _LISTS:
        return recall * max(0.0, 1 - 0.1 * max(0, len(items) - 2 * len(question.expected) - 1))
    if not found:
        return 0.0
    also = [{"value": names[0], "accept": names[1:]} for names in question.acceptable if names]
    useful = sum(any(_matches(i, e) for e in (*question.expected, *also)) for i in items)
    precision = useful / len(items)
    return 2 * precision * recall / (precision + recall)


def _matches(item: AnswerItem, expected: dict[str, Any]) -> bool:
    if any(_same(item.value, name) for name in (expected["value"], *expected.get("accept", ()))):
        return True
    places = set(expected.get("lines") or ()) & set(_lines(item))
    ours, theirs = set(_words(item.value)), set(_words(expected["value"]))
    return bool(places) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _lines(item: AnswerItem) -> Iterable[str]:
    for place in item.evidence:
        if place.start_line:
            for line in range(place.start_line, (place.end_line or place.start_line) + 1):
                yield f"{place.document}:{line}"


def _same(found: str, wanted: str) -> bool:
    """Whether two texts say the same: nearly all words, or one is the telling part of the other."""
    ours, theirs = _words(found), _words(wanted)
    if not ours or not theirs:
        return False
    common = sum((Counter(ours) & Counter(theirs)).values())
    if ours == theirs or 2 * common >= _ALIKE * (len(ours) + len(theirs)):
        return True
    if common == len(theirs) and len(ours) <= 2.5 * len(theirs) + 8:
        return True
    return common == len(ours) >= max(4.0, _PART * len(theirs))


def _words(text: str) -> list[str]:
    plain = str(text).lower().replace("’", "'").replace("‘", "'").replace("&", " and ")
    return _WORD.findall(plain)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", str(text))


def _counted(answer: Answer) -> list[str]:
    if answer.count is not None:
        return [str(answer.count)]
    return _numbers(answer.answers[0].value)[:1] if answer.answers else []


def _polarity(text: str) -> bool | None:
    first = next(iter(_words(text)), "")
    return True if first in closed("affirmed") else False if first in closed("denied") else None


def _said(answer: Answer) -> bool | None:
    return _polarity(answer.answers[0].value) if answer.answers else None


def _starts(question: AskedQuestion, word: str) -> bool:
    return str(question.expected[0]["value"]).lower().startswith(word)
