"""What the relations of a graph are called, and how well words of a question say one of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ask.chains.language import ChainLanguage
from graph.ask.chains.surroundings import Surroundings
from graph.ask.chains.words import folded, local_name, spoken
from graph.ask.contents import Vectoriser
from graph.ask.tokens import stem

__all__ = ["Relation", "Relations"]

_EXACT, _STEM = 1.0, 0.98  # words that are the name, or its stem
_TAIL, _TAIL_STEM = 0.95, 0.93  # words that are the end of the name
_INSIDE = 0.85  # words that stand in the name
_KIN = 0.7  # words that begin like one of the name ("player", "plays")
_FAR, _NEAR = 0.2, 0.95  # cosines that mean nothing and everything
_KEPT = 20_000  # spans of questions whose support is remembered
_FORMS = ("{}", "the {} of someone")  # a relation is said of something: "son" alone is near to "sun"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation with its names, each as folded words and as stems, the shortest name for its meaning."""

    iri: str
    phrases: tuple[tuple[str, ...], ...]
    stems: tuple[tuple[str, ...], ...]
    says: str
    turned: bool


class Relations:
    """The relations of a graph."""

    def __init__(self, around: Surroundings, vectoriser: Vectoriser | None) -> None:
        self._vectoriser = vectoriser
        self.all = tuple(_relation(iri, around) for iri in around.relations)
        self.number = {r.iri: n for n, r in enumerate(self.all)}
        self._small = ChainLanguage.english().small
        self._known: dict[tuple[str, ...], NDArray[np.float32]] = {}
        self._vectors = self._embedded([r.says for r in self.all])

    def support(self, spans: Sequence[tuple[str, ...]]) -> NDArray[np.float32]:
        """Return, for each span of folded words, how well it says each relation, from 0 to 1."""
        missing = [s for s in dict.fromkeys(spans) if s not in self._known]
        if len(self._known) > _KEPT:
            self._known.clear()
            missing = list(dict.fromkeys(spans))
        for span, row in zip(missing, self._fresh(missing), strict=True):
            self._known[span] = row
        return np.array([self._known[s] for s in spans], np.float32).reshape(len(spans), len(self.all))

    def _fresh(self, spans: Sequence[tuple[str, ...]]) -> NDArray[np.float32]:
        meant = np.zeros((len(spans), len(self.all)), np.float32)
        if spans and len(self.all):
            cosines = self._embedded([" ".join(s) for s in spans]) @ self._vectors.T
            meant = np.clip((cosines / len(_FORMS) - _FAR) / (_NEAR - _FAR), 0, 1).astype(np.float32)
        for at, span in enumerate(spans):
            stemmed = tuple(stem(w) for w in span)
            if set(span) <= self._small:
                continue
            for number, relation in enumerate(self.all):
                said = _said(span, stemmed, relation)
                meant[at, number] = max(meant[at, number], said)
        return meant

    def opposed(self, one: str, other: str) -> bool:
        """Whether two relations are one, stated from both ends."""
        first, second = self.all[self.number[one]], self.all[self.number[other]]
        return first.turned != second.turned and first.phrases == second.phrases

    def _embedded(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self._vectoriser is None or not texts:
            return np.zeros((len(texts), 1), np.float32)
        forms = [self._vectoriser.vectors([form.format(t) for t in texts]) for form in _FORMS]
        return np.concatenate(forms, axis=1)


def _relation(iri: str, around: Surroundings) -> Relation:
    marks = ChainLanguage.english().inverse
    phrases: dict[tuple[str, ...], None] = {}
    turned = False
    for name in (*around.names.get(iri, ()), local_name(iri)):
        for part in (name, _tail(name)):
            words = tuple(spoken(part).split())
            key = tuple(w for w in folded(" ".join(words)) if w not in marks)
            turned = turned or len(key) < len(words)
            if key:
                phrases[key] = None
    ordered = tuple(phrases) or ((local_name(iri).lower(),),)
    shortest = min(ordered, key=len)
    return Relation(iri, ordered, tuple(tuple(map(stem, p)) for p in ordered), " ".join(shortest), turned)


def _tail(name: str) -> str:
    """The last part of a name that is a path itself: 'people.person.birth_place', '__film__film__genre'."""
    parts = [p for p in re.split(r"__+|[./:]", name) if p.strip("_ ")]
    return parts[-1] if parts and " " not in name else name


def _said(span: tuple[str, ...], stemmed: tuple[str, ...], relation: Relation) -> float:
    best = 0.0
    for phrase, root in zip(relation.phrases, relation.stems, strict=True):
        best = max(best, _fits(span, phrase, stemmed, root))
    return best


def _fits(
    span: tuple[str, ...], phrase: tuple[str, ...], stemmed: tuple[str, ...], root: tuple[str, ...]
) -> float:
    size = len(span)
    if span == phrase:
        return _EXACT
    if stemmed == root:
        return _STEM
    if span == phrase[-size:]:
        return _TAIL
    if stemmed == root[-size:]:
        return _TAIL_STEM
    if set(stemmed) <= set(root) and span[-1] not in ChainLanguage.english().small:
        return _INSIDE
    return _KIN if size == 1 and any(_akin(stemmed[0], w) for w in root) else 0.0


def _akin(one: str, other: str) -> bool:
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    return common >= 4 and max(len(one), len(other)) - common <= 3
