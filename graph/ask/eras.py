"""Finds what is first or last in time among things that bear years: 'the oldest of the plans'."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.ask.ages import AGED
from graph.ask.lexicon import Language
from graph.ask.question import Question
from graph.ask.tokens import stems
from graph.model import Answer, AnswerItem

__all__ = ["in_time"]

_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)?\d\d)\b)?")
_BREAK = re.compile(r"[,:;?.]|\s[-–]")
_LEAST = 2  # things with years, of which one can be the first
_PAIR = 2
_VERBS = frozenset(stems("goes go reaches dates stretches starts begins ends runs lasts covers is has"))


def in_time(
    question: Question, answer: Callable[[str], Answer], values: Callable[[str], Iterable[str]]
) -> Answer | None:
    """Return what is first or last; None where nothing such is asked, or too few things bear years.

    `answer` answers a plain question, `values` gives all that is written of a thing.
    """
    spots = {name: _spots(question, name) for name in ("first", "last")}
    wanted = "first" if spots["first"] else "last"
    aged = any(o.how == AGED for m in question.links.things for o in m.options)
    if not spots[wanted] or question.shape.boolean or aged:
        return None
    among = _among(question, spots[wanted])
    if among is None:
        return None
    listed = answer(f"List all {among}")
    if listed.status != "answered" or listed.kind not in ("list", "single"):
        return None
    ends = wanted == "last" and bool(_spots(question, "ends"))
    dated = [(item, span) for item in listed.answers if (span := _span(item, values))]
    if len(dated) < min(_LEAST, len(listed.answers)) or len(dated) < _LEAST:
        return None
    best = min(s[0] for _, s in dated) if wanted == "first" else max(s[ends] for _, s in dated)
    items = tuple(i for i, s in dated if (s[0] if wanted == "first" else s[ends]) == best)
    told = f"{listed.interpretation}; {wanted} in time, {best}"
    return replace(listed, question=question.text, interpretation=told, kind="superlative", answers=items)


def _spots(question: Question, name: str) -> frozenset[int]:
    patterns = Language.english().eras[name]
    return frozenset(i for p in patterns for spot in p.find(question.words) for i in spot)


def _among(question: Question, spots: frozenset[int]) -> str | None:
    """What is spoken of: from its noun to a comma, to what is asked of it, or to the end."""
    language = Language.english()
    nouns = [m for m in question.links.classes if not m.tokens & spots]
    if not nouns:
        return None
    begun = nouns[0]
    end = begun.end
    while end < len(question.tokens) and end not in spots:
        between = question.text[question.tokens[end - 1].end : question.tokens[end].start]
        if _BREAK.search(between) or question.words[end] in language.asking - {"which", "that"}:
            break
        end += 1
    small = language.stopwords | language.light | _VERBS
    while end > begun.end and (end - 1 in spots or question.words[end - 1] in small - _named(question)):
        end -= 1
    first = begun.start
    while first and first - 1 in question.links.named and first - 1 not in spots:
        first -= 1  # 'the 2016-17 plans'
    return question.text[question.tokens[first].start : question.tokens[end - 1].end]


def _named(question: Question) -> frozenset[str]:
    return frozenset(question.words[i] for i in question.links.named)


def _span(item: AnswerItem, values: Callable[[str], Iterable[str]]) -> tuple[int, int] | None:
    """The first and the last year that a thing bears."""
    texts = [item.value, *(values(item.iri) if item.iri else ())]
    years = [year for text in texts for match in _YEARS.finditer(text) for year in _both(match)]
    return (min(years), max(years)) if years else None


def _both(match: re.Match[str]) -> Iterable[int]:
    first = int(match[1])
    yield first
    if match[2]:
        yield int(match[2]) if len(match[2]) > _PAIR else first // 100 * 100 + int(match[2])
