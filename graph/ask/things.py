"""Reads the things of a graph: their classes and everything that they are called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rdflib import Literal, URIRef

from graph.ask.lexicon import Lexicon
from graph.ask.profile import Profile, local_words
from graph.ask.queries import query
from graph.ask.tokens import stems
from graph.store import Store

__all__ = ["Entity", "Text", "collect", "read_texts", "read_things"]

_OLD = 3  # telling words of a name that a later name begins with
_Found = dict[str, tuple[list[str], list[str]]]  # classes and texts by thing


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with its classes and all that it is called."""

    iri: str
    classes: tuple[str, ...]
    label: str
    names: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()
    twin: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a thing: its label, or a value that is a text."""

    iri: str
    property: str
    text: str
    stems: frozenset[str]


def read_things(store: Store, profile: Profile, lexicon: Lexicon) -> dict[str, Entity]:
    """Return every thing that has a name or code, with all that it is called."""
    codes = tuple(sorted(lexicon.listed("codes")))
    return _with_twins(_spoken(store, _entities(store, profile, codes), lexicon))


def read_texts(store: Store, profile: Profile, entities: Mapping[str, Entity]) -> Iterator[Text]:
    """Yield every text of every thing: its names first, then the values that are texts."""
    for entity in entities.values():
        for name in entity.names:
            yield Text(entity.iri, "", name, frozenset(stems(name)))
    for prop in profile.text_properties:
        for iri, (_, values) in sorted(collect(store, (prop,)).items()):
            for value in values:
                if iri in entities:
                    yield Text(iri, prop, value, frozenset(stems(value)))


def _entities(store: Store, profile: Profile, extra_codes: tuple[str, ...]) -> dict[str, Entity]:
    labels = collect(store, profile.label_properties)
    others = collect(store, profile.other_label_properties)
    codes = {p: collect(store, (p,)) for p in (*profile.code_properties, *extra_codes)}
    classes: dict[str, list[str]] = {}
    for found in (labels, others, *codes.values()):
        for iri, (kinds, _) in found.items():
            known = classes.setdefault(iri, [])
            known.extend(k for k in kinds if k in profile.classes and k not in known)
    return {
        iri: _entity(iri, tuple(kinds), labels.get(iri), others.get(iri), _codes_of(iri, codes))
        for iri, kinds in sorted(classes.items())
        if kinds
    }


def _entity(
    iri: str,
    kinds: tuple[str, ...],
    labels: tuple[list[str], list[str]] | None,
    others: tuple[list[str], list[str]] | None,
    codes: tuple[tuple[str, str], ...],
) -> Entity:
    names = [*(labels[1] if labels else ()), *(others[1] if others else ())]
    label = names[0] if labels and names else (codes[0][1] if codes else local_words(iri))
    return Entity(iri, kinds, label, tuple(dict.fromkeys(names)), codes)


def _codes_of(iri: str, codes: Mapping[str, _Found]) -> tuple[tuple[str, str], ...]:
    return tuple((prop, value) for prop, found in codes.items() if iri in found for value in found[iri][1])


def collect(store: Store, properties: Iterable[str]) -> _Found:
    """Return the texts that some properties give to things, with the things' classes."""
    found: _Found = {}
    for prop in properties:
        for row in store.select(query("texts"), {"property": URIRef(prop)}):
            literal = row["text"]
            if isinstance(literal, Literal) and (literal.language or "en").startswith("en"):
                kinds, values = found.setdefault(str(row["thing"]), ([], []))
                kinds.append(str(row["class"]))
                if str(literal) not in values:
                    values.append(str(literal))
    return found


def _spoken(store: Store, entities: dict[str, Entity], lexicon: Lexicon) -> dict[str, Entity]:
    """Things that are also called by a value: 'years 4-5'."""
    spoken = dict(entities)
    for prop, forms in lexicon.settings.get("spoken", {}).items():
        for iri, (_, values) in collect(store, (prop,)).items():
            if iri in spoken:
                names = [form.replace("{}", value) for form in forms for value in values]
                spoken[iri] = replace(spoken[iri], aliases=tuple(names))
    for cls, rank in lexicon.settings.get("ranked", {}).items():
        _add_ranks(spoken, cls, rank, collect(store, (rank["by"],)))
    for cls, nouns in lexicon.settings.get("clipped", {}).items():
        _add_clipped(spoken, cls, nouns)
    for cls in lexicon.settings.get("longer", ()):
        _add_longer(spoken, cls)
    return spoken


def _add_longer(spoken: dict[str, Entity], cls: str) -> None:
    """'Health, Sports and Play' may since be called 'Health, Sports, Play and Rest': by its old name too."""
    own = {i: e for i, e in spoken.items() if cls in e.classes}
    keys = {i: _telling(e.label) for i, e in own.items()}
    for iri in own:
        for other, key in keys.items():
            if _OLD <= len(key) < len(keys[iri]) and keys[iri][: len(key)] == key:
                names = (*own[other].names, *own[other].aliases)
                spoken[iri] = replace(spoken[iri], aliases=(*spoken[iri].aliases, *names))


def _telling(name: str) -> tuple[str, ...]:
    return tuple(w for w in stems(name.split("(", maxsplit=1)[0]) if w != "and")


def _add_clipped(spoken: dict[str, Entity], cls: str, nouns: Iterable[str]) -> None:
    """A thing whose name is a list goes by the first of it: 'Health, Sports and Play', 'health office'."""
    for iri, entity in spoken.items():
        heads = dict.fromkeys(n.split(",")[0].strip() for n in entity.names if "," in n)
        if cls in entity.classes and heads:
            clipped = tuple(f"{head} {noun}" for head in heads for noun in nouns)
            spoken[iri] = replace(entity, aliases=(*entity.aliases, *clipped))


def _add_ranks(spoken: dict[str, Entity], cls: str, rank: Mapping[str, Any], values: _Found) -> None:
    """The first and the last of things that stand in an order have names for that."""
    ordered = sorted(
        (float(found[0]), iri) for iri, (kinds, found) in values.items() if cls in kinds and iri in spoken
    )
    if len(ordered) > 1:
        for iri, names in ((ordered[0][1], rank["first"]), (ordered[-1][1], rank["last"])):
            spoken[iri] = replace(spoken[iri], aliases=(*spoken[iri].aliases, *names))


def _with_twins(entities: dict[str, Entity]) -> dict[str, Entity]:
    """A thing whose code is the last part of another's IRI is that thing: each is called by both's names."""
    by_place = {(e.classes, e.iri.rsplit("#", 1)[-1]): e for e in entities.values() if "#" in e.iri}
    joined = dict(entities)
    for entity in entities.values():
        for _, code in entity.codes:
            twin = by_place.get((entity.classes, code))
            if twin and twin.iri != entity.iri:
                names = (*twin.names, *twin.aliases, *entity.names, *entity.aliases)
                joined[twin.iri] = replace(joined[twin.iri], aliases=(*joined[twin.iri].aliases, *names))
                joined[entity.iri] = replace(entity, aliases=names, twin=twin.iri)
    return joined
