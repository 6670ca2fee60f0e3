"""All relations of an item, in both directions, in words, a few of each kind or one kind a page at a time.

Nodes that stand for a relation (an alignment link, a school's offering of a program, a feeder link, a tier
assignment) are shown as the relation that they mean, with their basis and place.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rdflib import URIRef

from graph.catalogue import rows
from graph.item_words import item_words
from graph.items import BASE, Item, Reader, local_name, place
from graph.model import Evidence
from graph.paging import paged
from graph.store import Binding

__all__ = ["Relation", "RelationGroup", "Relations"]

_FEW, _A_PAGE = 8, 50
_SIGN = 2  # letters of a note that says no more than the number
_MANY = 400  # relations above which they are worth keeping in order
_BASES = ("stated", "section", "inferred")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Relation:
    """One item that another is related to, on what basis, and where that is said."""

    item: Item
    basis: str
    confidence: float
    note: str
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the relation as a JSON object."""
        return {"item": self.item.as_json(), "basis": self.basis, "confidence": self.confidence,
                "note": self.note or None, "evidence": [e.as_json() for e in self.evidence]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The relations of one kind: some of them, and how many there are."""

    key: str
    words: str
    kind: str
    total: int
    at: int
    last: int
    relations: tuple[Relation, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all of the group is shown."""
        return len(self.relations) == self.total

    def as_json(self) -> dict[str, Any]:
        """Return the group as a JSON object."""
        return {"key": self.key, "words": self.words, "type": self.kind, "total": self.total, "page": self.at,
                "pages": self.last, "relations": [r.as_json() for r in self.relations]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """A relation before its items and places are read."""

    group: tuple[str, str, str]
    other: str
    order: tuple[Any, ...]
    said_by: str
    basis: str = "stated"
    confidence: float = 1.0
    note: str = ""


@dataclass
class Relations:
    """Reads the relations of items; those of items with many are kept in their order."""

    reader: Reader
    _kept: dict[str, dict[tuple[str, str, str], list[_Found]]] = field(default_factory=dict)

    def of(self, iri: str, group: str = "", at: int = 1) -> tuple[RelationGroup, ...]:
        """Return the groups of an item's relations, or a page of the one group that is named."""
        found = self._grouped(iri)
        chosen = {key: relations for key, relations in found.items() if not group or _key(key) == group}
        return tuple(self._page(key, said, _A_PAGE if group else _FEW, at) for key, said in chosen.items())

    def keys(self, iri: str) -> tuple[tuple[str, str, str, int], ...]:
        """Return the key, words, kind and size of each group."""
        return tuple((_key(key), key[1], key[2], len(said)) for key, said in self._grouped(iri).items())

    def _page(self, key: tuple[str, str, str], said: list[_Found], size: int, at: int) -> RelationGroup:
        shown, at, last = paged(said, at, size)
        return RelationGroup(
            _key(key), key[1], key[2], len(said), at, last, tuple(map(self._relation, shown))
        )

    def _relation(self, found: _Found) -> Relation:
        return Relation(self.reader.item(found.other), found.basis, found.confidence, found.note,
                        self.reader.evidence(found.said_by))  # fmt: skip

    def _grouped(self, iri: str) -> dict[tuple[str, str, str], list[_Found]]:
        if iri in self._kept:
            return self._kept[iri]
        node = URIRef(iri)
        linked = list(_joined(rows(self.reader.store, "item_links", item=node)))
        known = {(one.group[0], one.other) for one in linked}
        direct = [*self._out(iri), *_inward(rows(self.reader.store, "item_referrers", item=node))]
        found = [*linked, *(one for one in direct if (one.group[0], one.other) not in known)]
        grouped = _in_groups(_without_repeats(found))
        self._in_reading_order(grouped.values())
        if len(found) > _MANY:
            self._kept[iri] = grouped
        return grouped

    def _in_reading_order(self, groups: Iterable[list[_Found]]) -> None:
        """Put what bears no number as it stands in its documents, where that costs little."""
        for said in groups:
            if len(said) <= _A_PAGE and not any(self.reader.item(one.other).number for one in said):
                said.sort(
                    key=lambda one: (one.order[0], [place(e) for e in self.reader.evidence(one.said_by)[:1]])
                )

    def _out(self, iri: str) -> Iterator[_Found]:
        """Yield what the item itself names, as far as it is an item."""
        words = item_words()
        for row in rows(self.reader.store, "item_facts", item=URIRef(iri)):
            name, other = local_name(row["property"]), str(row["value"])
            if name not in words.relations or not other.startswith(BASE):
                continue
            item = self.reader.item(other)
            order = (words.rank(item.type), _natural(item.number), item.label, other)
            yield _Found((f"{name}-to", words.relations[name][0], item.type), other, order, iri)


def _inward(found: Iterable[Binding]) -> Iterator[_Found]:
    """Yield what names the item, but for nodes that only stand for a relation."""
    words = item_words()
    for row in found:
        name, kind = local_name(row["property"]), local_name(row.get("class", ""))
        if name not in words.relations or kind in words.link_classes or name == "about":
            continue
        order = (words.rank(kind), _natural(str(row.get("number", ""))), str(row.get("label", "")))
        other = str(row["other"])
        yield _Found((f"{name}-from", words.relations[name][1], kind), other, order, other)


def _joined(found: Iterable[Binding]) -> Iterator[_Found]:
    """Yield the relations for which the nodes that name the item stand."""
    links: dict[tuple[str, str], dict[str, Binding]] = {}
    for row in found:
        said = links.setdefault((str(row["link"]), local_name(row["end"])), {})
        said.setdefault(local_name(row["property"]), row)
    for (link, end), said in links.items():
        name = local_name(said["type"]["value"]) if "type" in said else ""
        for (of, near, far), words in item_words().links.items():
            if (of, near) == (name, end) and far in said:
                yield _link(link, name, (end, far, words), said)


def _link(link: str, name: str, way: tuple[str, str, str], said: dict[str, Binding]) -> _Found:
    end, far, words = way
    basis = local_name(said["basis"]["value"]) if "basis" in said else "stated"
    notes = [
        str(said[n].get("label", said[n]["value"]))
        for n in ("ofProgram", "status", "schoolYear", "citedAs")
        if n in said and n not in (end, far) and len(str(said[n]["value"])) > _SIGN
    ]
    key = {"from": "supports-to", "to": "supports-from"}.get(end, f"{name}-{end}-{far}")
    other = said[far]
    order = (_BASES.index(basis) if basis in _BASES else len(_BASES), _natural(str(other.get("number", ""))),
             str(other.get("label", "")), link)  # fmt: skip
    confidence = float(str(said["confidence"]["value"])) if "confidence" in said else 1.0
    return _Found((key, words, ""), str(other["value"]), order, link, basis, confidence, ", ".join(notes))


def _without_repeats(found: list[_Found]) -> list[_Found]:
    """Leave out who is responsible where the same leads, and what stands twice in a group."""
    leads = {
        (one.group[0].rsplit("-", 1)[1], one.other) for one in found if one.group[0].startswith("leadResp")
    }
    symmetric = {one.other for one in found if one.group[0] == "exactMatch-to"}
    kept = {(one.group, one.other, one.said_by): one for one in found}
    return [
        one
        for one in kept.values()
        if not (one.group[0].startswith("responsible-")
                and (one.group[0].rsplit("-", 1)[1], one.other) in leads)
        and not (one.group[0] == "exactMatch-from" and one.other in symmetric)
    ]  # fmt: skip


def _in_groups(found: list[_Found]) -> dict[tuple[str, str, str], list[_Found]]:
    """Return the groups in the order of the words, each in the order of its plan."""
    groups: dict[tuple[str, str, str], list[_Found]] = {}
    for one in sorted(found, key=lambda f: f.order[0] if isinstance(f.order[0], int) else 0):
        groups.setdefault(one.group, []).append(one)
    for said in groups.values():
        said.sort(key=lambda f: f.order)
    return dict(sorted(groups.items(), key=lambda pair: _group_order(pair[0])))


def _group_order(group: tuple[str, str, str]) -> tuple[int, int, int, str]:
    name, way = group[0].split("-", 1)
    names = list(item_words().relations)
    rank = names.index(name) if name in names else 0
    return way != "to", rank, item_words().rank(group[2]), group[2]


def _key(group: tuple[str, str, str]) -> str:
    """Return a group's name in addresses."""
    return f"{group[0]}-{group[2]}" if group[2] else group[0]


def _natural(number: str) -> list[tuple[int, str]]:
    """Return what orders numbers as people do, 2 before 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(number) if part]
