"""Finds what an id of one document stands for in another of the same district, such as P1.F1."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ingest.findings import Findings, Item, Named, fold
from ingest.iris import SHARED, Identifiers, Names
from ingest.resolution import Resource
from ingest.terms import INDIVIDUALS

__all__ = ["by_id", "defined_elsewhere", "same_by_id"]

_ID = re.compile(r"(?=\S*[^\W\d_])(?=\S*\d)\S+")
"""A number alone may be that of any plan; an id has a letter too."""
_COMPOUND = re.compile(r"[^\W\d_]+\d+\w*[.\-/:][^\W\d_]*\d+\w*(?:[.\-/:]\w+)*")
"""An id in two or more parts, which no two plans use by chance, as they may 'G1'."""
_Place = tuple[str, Item]


def defined_elsewhere(documents: Mapping[str, Findings], names: Names) -> dict[tuple[str, str], Resource]:
    """Return what the items of a district's documents are whose id only one other document defines.

    The keys are the document and the item's key. An id that several documents define, or none, stays
    what it is where it stands; the order of the documents plays no part.
    """
    iris: dict[str, Identifiers] = {}
    found: dict[tuple[str, str], Resource] = {}
    for places in by_id(documents, names):
        if (definition := _definition(places)) is None:
            continue
        where, item = definition
        if where not in iris:
            iris[where] = Identifiers(documents[where], where, names)
        if path := iris[where].path(item):
            resource = Resource(item.kind, path, item.label)
            found |= {(d, i.key): resource for d, i in places if d != where}
    return found


def by_id(documents: Mapping[str, Findings], names: Names) -> Iterator[list[_Place]]:
    """Yield the items of one kind and id that documents of one district, department or school have."""
    found: dict[tuple[str, str, frozenset[str]], list[_Place]] = defaultdict(list)
    for document in sorted(documents):
        whose = _whose(document, documents[document], names)
        for item in documents[document]:
            if item.kind not in SHARED | INDIVIDUALS and _ID.fullmatch(item.notation):
                found[item.kind, fold(item.notation), whose].append((document, item))
    yield from (places for places in found.values() if len({d for d, _ in places}) > 1)


def same_by_id(one: Item, other: Item) -> bool:
    """Tell whether two items of one id in two documents are surely one thing: their words agree too."""
    if fold(one.label) == fold(other.label) and not _is_bare(one):
        return True
    alike = _is_bare(one) or _is_bare(other) or _has_words_of(one, other) or _has_words_of(other, one)
    return alike and bool(_COMPOUND.fullmatch(one.notation))


def _whose(document: str, findings: Findings, names: Names) -> frozenset[str]:
    """Return the schools and departments whose plan a document is; none where it is a district's."""
    said = [f.value for f in findings.plan.facts if isinstance(f.value, Named)]
    owners = [n for n in said if n.kind in {"School", "Unit"}]
    return frozenset("/".join(r.path) if (r := names.of(document, n)) else n.name for n in owners)


def _definition(places: Sequence[_Place]) -> _Place | None:
    """Return the only place that says what an id stands for: the others have the id alone, or fewer words."""
    if len({d for d, _ in places}) < len(places):
        return None  # two items of one id in one document
    saying = [(d, i) for d, i in places if not _is_bare(i)]
    if len(saying) > 1 and not _COMPOUND.fullmatch(saying[0][1].notation):
        return None
    fullest = [one for one in saying if all(_has_words_of(one[1], i) for _, i in saying)]
    return fullest[0] if len(fullest) == 1 else None


def _is_bare(item: Item) -> bool:
    return fold(item.label) == fold(item.notation)


def _has_words_of(one: Item, other: Item) -> bool:
    """Tell whether an item is called by all the words of another, in their order."""
    return any(f" {fold(other.label)} " in f" {fold(words)} " for words in (one.label, *one.aliases))
