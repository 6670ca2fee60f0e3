"""Finds the one item that a person means by an identifier, a number, a name, or a part of a name."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from rdflib import URIRef

from graph.catalogue import rows
from graph.errors import AmbiguousItem, QueryError, UnknownItem
from graph.items import BASE, Reader, local_name
from graph.store import Store

__all__ = ["find_item"]

_NUMBERED = re.compile(
    r"^(?P<words>.*?[^\W\d_])[\s.:#]*(?:no\.?|number)?[\s#]*(?P<number>\d+[a-z]?)$", re.IGNORECASE
)
_ALIKE = 55  # rapidfuzz WRatio under which two names do not resemble each other
_SHOWN = 3


@dataclass
class _Names:
    """All names of one item."""

    iri: str
    type: str
    names: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)


def find_item(store: Store, name: str) -> str:
    """Return the IRI of the one item that is meant.

    Raises AmbiguousItem where several are, and UnknownItem, with the nearest names, where none is.
    """
    wanted = name.strip()
    for iri in (wanted, BASE + wanted.strip("/")):
        if _is_item(store, iri):
            return iri
    everything = _all_names(store)
    found = (
        _by_name(everything, fold(wanted))
        or _by_number(store, everything, wanted)
        or _by_part(everything, fold(wanted))
    )
    if len(found) == 1:
        return found[0].iri
    if found:
        raise AmbiguousItem(name, _choices(store, found))
    raise UnknownItem(name, _nearest(everything, wanted))


def fold(text: str) -> str:
    """Return a text without case, punctuation and double blanks.

    >>> fold("  Family & Community ")
    'family and community'
    """
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("&", " and ")))


def _is_item(store: Store, iri: str) -> bool:
    if not re.fullmatch(r"[a-z]+:[^\s<>\"{}|\\^`]+", iri):
        return False
    try:
        return bool(rows(store, "item_name", item=URIRef(iri)))
    except QueryError:  # a scheme and a colon, but no IRI
        return False


def _all_names(store: Store) -> list[_Names]:
    found: dict[str, _Names] = {}
    for row in rows(store, "item_names"):
        entry = found.setdefault(str(row["item"]), _Names(str(row["item"]), local_name(row["class"])))
        entry.names.add(str(row["name"]))
        if "number" in row:
            entry.numbers.add(str(row["number"]).casefold())
    return list(found.values())


def _by_name(everything: list[_Names], wanted: str) -> list[_Names]:
    return [e for e in everything if wanted and any(fold(n) == wanted for n in e.names)]


def _by_number(store: Store, everything: list[_Names], wanted: str) -> list[_Names]:
    """A class with a number, such as 'Rec 6'; words before the class must fit the item or its plan."""
    parts = _NUMBERED.match(wanted)
    if not parts:
        return []
    words, number = fold(parts["words"]).split(), parts["number"].casefold()
    classes = _classes(store, words[-1])
    numbered = [e for e in everything if number in e.numbers and e.type in classes]
    if len(words) == 1 or not numbered:
        return numbered
    return [e for e in numbered if _about(store, e, words[:-1])]


def _classes(store: Store, word: str) -> set[str]:
    """The classes that a word names, in full or shortened to three letters or more."""
    return {
        local_name(row["class"])
        for row in rows(store, "class_names")
        if len(word) > 2 and any(part.startswith(word.rstrip("s")) for part in fold(str(row["name"])).split())
    }


def _about(store: Store, entry: _Names, words: list[str]) -> bool:
    view = Reader(store).view(entry.iri)
    said = fold(" ".join([view.item.plan, *entry.names, *(f.value for f in view.facts)]))
    initials = "".join(w[0] for w in fold(view.item.plan).split())
    return all(w in said.split() or w in initials for w in words)


def _by_part(everything: list[_Names], wanted: str) -> list[_Names]:
    if len(wanted) < 3:
        return []
    return [e for e in everything if any(f" {wanted}" in f" {fold(n)}" for n in e.names)]


def _choices(store: Store, found: list[_Names]) -> tuple[tuple[str, str], ...]:
    reader = Reader(store)
    items = sorted((reader.item(e.iri) for e in found), key=lambda i: (i.type, i.label, i.iri))
    return tuple((i.id, i.as_text() + (f", in {i.plan}" if i.plan else "")) for i in items)


def _nearest(everything: list[_Names], wanted: str) -> tuple[str, ...]:
    names = {name for entry in everything for name in entry.names}
    names |= {f"{entry.type} {number}" for entry in everything for number in entry.numbers}
    near = process.extract(
        wanted, sorted(names), scorer=fuzz.WRatio, processor=fold, limit=_SHOWN, score_cutoff=_ALIKE
    )
    return tuple(name if len(name) <= 90 else name[:87] + "…" for name, _, _ in near)
