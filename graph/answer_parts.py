"""An answer laid out as people want it: a figure, a table of two sides, a thread, groups, or a list."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from graph.askable import called
from graph.catalogue import rows
from graph.items import BASE, Item, spaced
from graph.links import Links
from graph.listing import Listing
from graph.model import Answer, AnswerItem
from graph.store import Store

__all__ = ["Conflict", "Figure", "Known", "Laid", "Part", "laid_out"]

Shape = Literal["nothing", "items", "figures", "sides", "thread", "groups"]

_A_PAGE = 20  # items shown at once
_SEVERAL = 2
_GROUPED = 6  # items from which on they are put under the names of their plans
_FIGURE = re.compile(r"^(?P<name>.+): (?P<figure>\d[\d,.]*) (?P<noun>[a-z][a-z ]{2,40})$")
_EACH = re.compile(r"\b(?:each|every|per|by|cada|por)\s+(?:the\s+)?(?P<noun>\w+(?:\s\w+)?)", re.IGNORECASE)
_ASKS_WHETHER = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that contradict each other: what is said of them, and the item that holds it."""

    iri: str
    said: str


@dataclass(frozen=True)
class Known:
    """What is known of the items of a store: their names and plans, links, and contradictions."""

    items: Mapping[str, Item] = field(default_factory=dict)
    links: Links = field(default_factory=lambda: Links({}))
    conflicts: tuple[Conflict, ...] = ()

    def is_record(self, iri: str) -> bool:
        """Whether something is there only to join others, such as a school's offering of a program."""
        item = self.items.get(iri)
        return item.type in _RECORDS if item else iri.startswith(BASE)

    @classmethod
    def of(cls, store: Store, listing: Listing, links: Links) -> "Known":
        """Know a store by the list of its items and their links."""
        told = {str(r["conflict"]): str(r["comment"]) for r in rows(store, "conflicts") if "comment" in r}
        conflicts = tuple(Conflict(iri, said) for iri, said in told.items())
        return cls({item.iri: item for item in listing.items}, links, conflicts)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, and of what."""

    name: str
    figure: str
    noun: str
    item: AnswerItem
    greatest: bool = False
    share: float = 1.0
    """Of the greatest number."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some items under one heading: a side, a group, a station of a thread."""

    title: str
    items: tuple[AnswerItem, ...]
    iri: str | None = None
    total: int = 0
    """How many there are in all, where this is a part of them."""

    @property
    def basis(self) -> str:
        """The weakest ground of the items."""
        grounds = {item.basis for item in self.items}
        return next((b for b in ("passage", "inferred", "section") if b in grounds), "stated")


@dataclass(frozen=True, slots=True)
class Laid:
    """What a page shows of an answer; `at` of `last` pages where it has very many items."""

    answer: Answer
    shape: Shape
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    conflicts: tuple[tuple[str, str | None], ...]
    verdict: bool | None
    at: int
    last: int
    first: int
    """The number of the first item that is shown."""


def laid_out(answer: Answer, known: Known, at: int = 1) -> Laid:
    """Return an answer in the form that fits it, one page of its items."""
    shape, parts, figures = _shape(answer, known)
    last = max(1, -(-sum(len(p.items) for p in parts) // _A_PAGE)) if shape in ("items", "groups") else 1
    at = min(max(1, at), last)
    first = (at - 1) * _A_PAGE
    if last > 1:
        parts = tuple(_cut(parts, first, first + _A_PAGE))
    sides = tuple(f"{part.title}: " for part in parts if shape == "sides" and part.title)
    told = [n for n in answer.notes if n != answer.interpretation and not (sides and n.startswith(sides))]
    conflicts = [(note, _conflict(note, known.conflicts)) for note in told]
    return Laid(
        answer,
        shape,
        parts,
        figures,
        tuple(note for note, conflict in conflicts if conflict is None),
        tuple((note, conflict.iri) for note, conflict in conflicts if conflict),
        _verdict(answer),
        at,
        last,
        first + 1,
    )


def _shape(answer: Answer, known: Known) -> tuple[Shape, tuple[Part, ...], tuple[Figure, ...]]:
    items = answer.answers
    if not items:
        return "nothing", (), ()
    if figures := _figures(items):
        return "figures", (Part("", items),), figures
    if sides := _sides(answer):
        return "sides", sides, ()
    if answer.kind == "path":
        return "thread", _stations(items), ()
    if groups := _grouped(answer, known):
        return "groups", groups, ()
    return "items", (Part("", items),), ()


def _figures(items: Sequence[AnswerItem]) -> tuple[Figure, ...]:
    """Items that are nothing but numbers of something: 'Arts: 3 schools'."""
    found = [_FIGURE.match(item.value) for item in items]
    if len(items) < _SEVERAL or not all(found):
        return ()
    numbers = [float(m["figure"].replace(",", "").rstrip(".") or 0) for m in found if m]
    most = max(numbers)
    tied = numbers.count(most) == len(numbers)
    return tuple(
        Figure(m["name"], m["figure"], m["noun"], item, number == most and not tied, number / (most or 1))
        for m, item, number in zip(found, items, numbers, strict=True)
        if m
    )


def _sides(answer: Answer) -> tuple[Part, ...]:
    """The sides of a comparison, as the engine found them; what is of no side comes last."""
    columns: Sequence[Mapping[str, Any]] = answer.explanation.get("columns", ())
    if len(columns) < _SEVERAL:
        return ()
    by_words = {item.value: item for item in answer.answers}
    parts = [Part(str(c["about"]), tuple(by_words[w] for w in c["items"] if w in by_words)) for c in columns]
    placed = {item.value for part in parts for item in part.items}
    rest = tuple(item for item in answer.answers if item.value not in placed)
    return (*parts, Part("", rest)) if rest else tuple(parts)


def _stations(items: Sequence[AnswerItem]) -> tuple[Part, ...]:
    """The stations of a thread: what follows each other and is of one kind."""
    return tuple(
        Part(spaced(kind), tuple(group)) for kind, group in groupby(items, lambda item: item.type or "")
    )


def _grouped(answer: Answer, known: Known) -> tuple[Part, ...]:
    """Items under what the question wants them by, or under the plans in which they stand."""
    if answer.kind not in ("list", "count"):
        return ()
    asked = _EACH.search(answer.question)
    if asked and (groups := _under(answer.answers, asked["noun"], known)):
        return groups
    if len(answer.answers) < _GROUPED:
        return ()
    by_plan: dict[str, list[AnswerItem]] = {}
    for item in answer.answers:
        own = known.items.get(item.iri or "")
        by_plan.setdefault(own.plan if own else "", []).append(item)
    if len(by_plan) < _SEVERAL or "" in by_plan:
        return ()
    return tuple(Part(name, tuple(items)) for name, items in by_plan.items())


def _under(items: Sequence[AnswerItem], noun: str, known: Known) -> tuple[Part, ...]:
    """Items by the things of a kind to which they are joined, directly or by one record between them."""
    kind = _kind(noun, known)
    groups: dict[str, list[AnswerItem]] = {}
    for item in items:
        for holder in _joined(item.iri or "", kind, known) if kind else ():
            groups.setdefault(holder, []).append(item)
    placed = {item.value for group in groups.values() for item in group}
    if len(groups) < _SEVERAL or len(placed) < len(items) / 2:
        return ()
    order = sorted(groups, key=lambda iri: (_number(known.items[iri]), known.items[iri].label))
    parts = [Part(_name(known.items[iri]), tuple(groups[iri]), iri) for iri in order]
    rest = tuple(item for item in items if item.value not in placed)
    return (*parts, Part("", rest)) if rest else tuple(parts)


def _kind(noun: str, known: Known) -> str:
    """The class that a noun names, of one word or two."""
    kinds = {item.type for item in known.items.values()}
    return called(noun, kinds) or called(noun.split(maxsplit=1)[0], kinds)


def _joined(iri: str, kind: str, known: Known) -> list[str]:
    """Things of a kind that are one link away, or two by way of a record that joins them."""
    near = list(dict.fromkeys(link.other for link in known.links.of.get(iri, ())))
    found = [other for other in near if _is(other, kind, known)]
    if found:
        return found
    records = [other for other in near if known.is_record(other)]
    further = (link.other for record in records for link in known.links.of.get(record, ()))
    return list(dict.fromkeys(other for other in further if _is(other, kind, known)))


def _is(iri: str, kind: str, known: Known) -> bool:
    return iri in known.items and known.items[iri].type == kind


def _name(item: Item) -> str:
    text = item.as_text() if item.number else item.label
    return text if len(text) <= _TITLE else f"{text[: _TITLE - 1].rstrip()}…"


def _number(item: Item) -> float:
    return float(item.number) if item.number.isdecimal() else float("inf")


def _conflict(note: str, conflicts: Iterable[Conflict]) -> Conflict | None:
    return next((c for c in conflicts if c.said and c.said in note), None)


def _verdict(answer: Answer) -> bool | None:
    """Yes or no; of a comparison only where the question asks whether something is so."""
    if answer.kind == "boolean" or _ASKS_WHETHER.match(answer.question):
        return answer.boolean
    return None


def _cut(parts: Iterable[Part], begin: int, end: int) -> Iterable[Part]:
    """Yield what of some parts stands between two places."""
    at = 0
    for part in parts:
        shown = part.items[max(0, begin - at) : max(0, end - at)]
        at += len(part.items)
        if shown:
            yield Part(part.title, shown, part.iri, len(part.items))


_RECORDS = {"ProgramOffering", "TierAssignment", "FeederLink", "Contact", "AlignmentLink", "Conflict"}
_TITLE = 110
