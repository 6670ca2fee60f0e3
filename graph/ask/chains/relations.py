"""What the relations of a graph are called, and how well words of a question say one of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from rdflib import Literal
from rdflib.term import Node

from graph.ask.chains.language import ChainLanguage
from graph.ask.chains.surroundings import Surroundings
from graph.ask.chains.words import folded, local_name, spoken
from graph.ask.contents import Vectoriser
from graph.ask.tokens import stem

__all__ = ["ROLE", "Relation", "Relations"]

_EXACT, _STEM = 1.0, 0.98  # words that are the name, or its stem
_TAIL, _TAIL_STEM = 0.95, 0.93  # words that are the end of the name
_INSIDE = 0.85  # words that stand in the name
_KIN = 0.7  # words that begin like one of the name ("player", "plays")
_FAR, _NEAR = 0.2, 0.95  # cosines that mean nothing and everything
_MEANT = 0.89  # what meaning alone counts at most
_HEAD = 0.95  # what the last word of a relation's name counts against the whole: "club" in "plays in club"
ROLE = "urn:role:"  # what something is, since a relation leads to it: a club, a country
_PHRASE = 4  # words; what more words mean together is not looked at
_KEPT = 200_000  # spans and relations whose nearness is remembered
_FORMS = ("the {} of someone",)

Span = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation with its names, each as folded words and as stems, the shortest name for its meaning."""

    iri: str
    phrases: tuple[tuple[str, ...], ...]
    stems: tuple[tuple[str, ...], ...]
    says: str
    turned: bool


class Relations:
    """The relations of a graph; what one is called becomes a vector when a chain first meets it."""

    def __init__(self, around: Surroundings, vectoriser: Vectoriser | None) -> None:
        self._vectoriser = vectoriser
        self._small = ChainLanguage.english().small
        self._known: dict[tuple[Span, str], float] = {}
        self._lock = Lock()
        self._around = around
        self.all = {iri: _relation(iri, around) for iri in around.relations}
        self.kinds = lru_cache(maxsize=50_000)(self._kinds)

    def support(self, spans: Sequence[Span], relations: Iterable[str]) -> dict[str, NDArray[np.float32]]:
        """Return, for some relations, how well each span of folded words says it, from 0 to 1."""
        met = sorted(relations)
        with self._lock:  # a server asks from several threads
            if len(self._known) > _KEPT:
                self._known.clear()
            missing = [r for r in met if any((s, r) not in self._known for s in spans)]
            if missing:
                self._reckon(list(dict.fromkeys(spans)), missing)
            return {r: np.array([self._known[s, r] for s in spans], np.float32) for r in met}

    def _kinds(self, things: tuple[Node, ...]) -> tuple[str, ...]:
        """Return what kinds of things these are: their classes, datatypes, or the one thing all call them."""
        found = {k for thing in things for k in self._around.kinds.get(str(thing), ())}
        found |= {str(t.datatype) for t in things if isinstance(t, Literal) and t.datatype}
        if not found:
            behind = {p for t in things for p in self._around.behind.get(t, ())}
            heads = {self.all[p].says.split()[-1] for p in behind if not self.all[p].turned}
            found = {f"{ROLE}{h}" for h in heads} if len(heads) == 1 else set()
        for kind in found:
            if kind not in self.all:
                self.all[kind] = _relation(kind, self._around)
        return tuple(sorted(found))

    def _reckon(self, spans: Sequence[Span], relations: Sequence[str]) -> None:
        met = [self.all[r] for r in relations]
        short = [s if len(s) <= _PHRASE else () for s in spans]
        given = self._embedded([" ".join(s) for s in short])
        whole = self._embedded([r.says for r in met])
        heads = self._embedded([r.says.split()[-1] for r in met])
        cosines = np.maximum(given @ whole.T, _HEAD * (given @ heads.T)) / len(_FORMS)
        meant = np.clip((cosines - _FAR) / (_NEAR - _FAR), 0, _MEANT)
        for at, span in enumerate(spans):
            stemmed = tuple(stem(w) for w in span)
            empty = set(span) <= self._small
            for number, relation in enumerate(met):
                said = 0.0 if empty else _said(span, stemmed, relation)
                near = float(meant[at, number]) if short[at] else 0.0
                self._known[span, relation.iri] = max(said, near)

    def opposed(self, one: str, other: str) -> bool:
        """Whether two relations are one, stated from both ends."""
        first, second = self.all[one], self.all[other]
        return first.turned != second.turned and first.phrases == second.phrases

    def _embedded(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self._vectoriser is None or not texts:
            return np.zeros((len(texts), 1), np.float32)
        rows = self._vectoriser.vectors([form.format(t) for form in _FORMS for t in texts])
        return np.concatenate(np.split(rows, len(_FORMS)), axis=1)


def _relation(iri: str, around: Surroundings) -> Relation:
    marks = ChainLanguage.english().inverse
    phrases: dict[tuple[str, ...], None] = {}
    turned = False
    given = around.names.get(iri, ())
    local = local_name(iri)
    spelt = () if given and _code(local) else (local,)
    for name in (*given, *spelt):
        for part in (name, _tail(name)):
            words = tuple(spoken(part).split())
            key = tuple(w for w in folded(" ".join(words)) if w not in marks)
            turned = turned or len(key) < len(words)
            if key:
                phrases[key] = None
    ordered = tuple(phrases) or ((local_name(iri).lower(),),)
    shortest = min(ordered, key=len)
    return Relation(iri, ordered, tuple(tuple(map(stem, p)) for p in ordered), " ".join(shortest), turned)


def _code(name: str) -> bool:
    """Whether a local name says nothing: 'P31', 'x7'."""
    return sum(c.isalpha() for c in name) <= 2 or any(c.isdecimal() for c in name)


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
