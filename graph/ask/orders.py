"""Reads whether a question asks what comes first, next or last: 'what happens first under goal 2'."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal as OneOf

from graph.ask.lexicon import load_data
from graph.ask.phrases import Pattern
from graph.ask.question import Question
from graph.ask.tokens import stem

__all__ = ["Order", "Place", "order_of"]

Place = OneOf["first", "last", "ends", "next", "before", "all", "sooner", "later"]
_PLACES: tuple[Place, ...] = ("all", "next", "before", "first", "last")
_BESIDE: tuple[Place, ...] = ("next", "before")


@dataclass(frozen=True)
class Order:
    """What is asked: the place, its words, the words of what is put in order, and the sides of a pair."""

    place: Place
    spots: frozenset[int]
    about: tuple[int, ...]
    sides: tuple[tuple[int, ...], ...] = ()
    ends: bool = False


@cache
def _patterns() -> dict[Place, tuple[Pattern, ...]]:
    data = load_data("orders.yaml")
    return {place: tuple(Pattern(p) for p in data[place]) for place in _PLACES}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in load_data("orders.yaml")[name])


def order_of(question: Question) -> Order | None:
    """Return what is asked of an order; None where nothing is."""
    words = question.words
    if set(words) & _words("barred") or "boolean" in question.shape.cues:
        return None
    if pair := _pair(question):
        return pair
    if question.shape.boolean:
        return None
    found = {place: spots for place in _PLACES if (spots := _spots(question, place))}
    if not found:
        return None
    place = next(iter(found))
    if place == "first" and "last" in found:
        place, found["ends"] = "ends", found["first"] | found["last"]
    return Order(place, found[place], _about(question, place, found[place]))


def _spots(question: Question, place: Place) -> frozenset[int]:
    found = (spot for p in _patterns()[place] for spot in p.find(question.words))
    return frozenset(i for spot in found if not _taken(question, place, spot) for i in spot)


def _taken(question: Question, place: Place, spot: Collection[int]) -> bool:
    """Whether the words are a name, such as a school's, and no number that stands for an order."""
    named = (m for m in question.links.things if m.tokens & set(spot))
    return place not in _BESIDE and any(o.how != "number" for m in named for o in m.options[:1])


def _about(question: Question, place: Place, spots: Collection[int]) -> tuple[int, ...]:
    """The words of what is put in order; after 'next after' and the like, those that follow."""
    begin = max(spots) + 1 if place in _BESIDE else 0
    after = _trimmed(question, [i for i in range(begin, len(question.words)) if i not in spots])
    return after or _trimmed(question, [i for i in range(min(spots), begin) if i not in spots])


def _trimmed(question: Question, left: Sequence[int]) -> tuple[int, ...]:
    """Without the small words around; one that joins what follows stays, where a noun stands before it."""
    small = _words("around") | _words("joints")
    named = question.links.named
    telling = [i for i in left if i in named or (i in question.weights and question.words[i] not in small)]
    if not telling:
        return ()
    begin = telling[0]
    while begin - 1 in left and question.words[begin - 1] in _words("joints") | {"the"}:
        begin -= 1
    return tuple(i for i in left if begin <= i <= telling[-1])


def _pair(question: Question) -> Order | None:
    """'Which comes first, A or B', 'does A begin earlier than B'."""
    return _chosen(question) or _compared(question)


def _chosen(question: Question) -> Order | None:
    words = question.words
    spots = [s for p in _patterns()["first"] + _patterns()["last"] for s in p.find(words)]
    joint = next((i for i, w in enumerate(words) if w == "or"), -1)
    if not spots or joint < 0:
        return None
    named = frozenset(i for s in spots for i in s)
    place: Place = "last" if any(words[i] in _words("late") for i in named) else "first"
    if max(named) < joint:
        left = _trimmed(question, range(max(named) + 1, joint))
        right = _trimmed(question, range(joint + 1, len(words)))
    else:
        left = _trimmed(question, range(joint))
        right = _trimmed(question, [i for i in range(joint + 1, len(words)) if i not in named])
    return Order(place, named, (), (left, right)) if left and right else None


def _compared(question: Question) -> Order | None:
    words = question.words
    if not question.shape.boolean:
        return None
    for at, word in enumerate(words):
        place: Place | None = (
            "sooner" if word in _words("sooner") else "later" if word in _words("later") else None
        )
        if place is None or at in question.links.named:
            continue
        verbs = {i for i in range(at) if words[i] in _words("begun") | _words("ended")} - question.links.named
        begin = at + 1
        begin = next((i + 1 for i in range(at, len(words)) if words[i] == "than"), begin)
        left = _trimmed(question, [i for i in range(at) if i not in verbs])
        right = _trimmed(question, range(begin, len(words)))
        if left and right and verbs:
            ends = any(words[i] in _words("ended") for i in range(begin)) and "than" in words
            return Order(place, frozenset({at, *verbs}), (), (left, right), ends)
    return None
