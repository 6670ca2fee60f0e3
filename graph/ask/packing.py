"""What was learnt of a graph as plain lists and texts, and back: everything, and nothing but data."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from typing import Any

from rdflib import Literal, URIRef
from rdflib.term import BNode, Node

from graph.ask.learnt import Kind, Learnt
from graph.ask.profile import Edge, LiteralUse, Profile
from graph.ask.spelling import Words
from graph.ask.things import Entity, Text

__all__ = ["packed_rest", "packed_things", "packed_words", "unpacked", "unpacked_words"]

Plain = Any


def packed_things(learnt: Learnt) -> list[tuple[str, Plain]]:
    """Return each thing's IRI with all that is known of it alone."""
    texts: dict[str, list[Plain]] = {}
    for text in learnt.texts:
        texts.setdefault(text.iri, []).append([text.property, text.text, " ".join(sorted(text.stems))])
    return [(iri, [*astuple(entity)[1:], texts.get(iri, [])]) for iri, entity in learnt.entities.items()]


def packed_rest(learnt: Learnt) -> dict[str, Plain]:
    """Return all that is known of the graph as a whole."""
    profile = learnt.profile
    return {
        "classes": dict(profile.classes),
        "edges": [astuple(e) for e in profile.edges],
        "literals": [astuple(u) for u in profile.literals],
        "labels": dict(profile.labels),
        "values": [[*key, [_packed_node(v) for v in values]] for key, values in profile.values.items()],
        "properties": [
            profile.label_properties,
            profile.other_label_properties,
            profile.code_properties,
            profile.text_properties,
            profile.broader,
        ],
        "narrower": dict(learnt.narrower),
        "wholes": dict(learnt.wholes),
        "held": sorted(learnt.held),
        "kinds": [[k.cls, k.property, _packed_node(k.value), k.name, k.things] for k in learnt.kinds],
        "holders": {unit: dict(plans) for unit, plans in learnt.holders.items()},
        "words": packed_words(learnt.words),
    }


def packed_words(words: Words) -> Plain:
    """Return words with their stems."""
    return [sorted(words.known), sorted(words.stems)]


def unpacked_words(kept: Plain) -> Words:
    """Return words with their stems, as they were."""
    known, stems = kept
    return Words(frozenset(known), frozenset(stems))


def unpacked(rest: Mapping[str, Plain], things: Iterable[tuple[str, Plain]], base: Words) -> Learnt:
    """Return what was learnt, with these of the things; `base` are the words that the engine knows."""
    profile = _profile(rest)
    kept = list(things)
    return Learnt(
        profile,
        {iri: _entity(iri, body) for iri, body in kept},
        tuple(_texts(profile, kept)),
        _lists(rest["narrower"]),
        _lists(rest["wholes"]),
        frozenset(rest["held"]),
        tuple(Kind(c, p, _node(v), name, tuple(members)) for c, p, v, name, members in rest["kinds"]),
        rest["holders"],
        unpacked_words(rest["words"]),
        base,
    )


def _profile(rest: Mapping[str, Plain]) -> Profile:
    return Profile(
        rest["classes"],
        tuple(Edge(*e) for e in rest["edges"]),
        tuple(LiteralUse(*u) for u in rest["literals"]),
        _lists(rest["labels"]),
        {(c, p): tuple(_literal(v) for v in values) for c, p, values in rest["values"]},
        *(tuple(names) for names in rest["properties"]),
    )


def _entity(iri: str, body: Plain) -> Entity:
    classes, label, names, codes, aliases, twin, _ = body
    return Entity(
        iri, tuple(classes), label, tuple(names), tuple((p, v) for p, v in codes), tuple(aliases), twin
    )


def _texts(profile: Profile, things: list[tuple[str, Plain]]) -> Iterable[Text]:
    """Names first, then the values of one property after the other, as they were read."""
    by_property: dict[str, list[Text]] = {p: [] for p in ("", *profile.text_properties)}
    for iri, body in things:
        for prop, text, words in body[-1]:
            by_property[prop].append(Text(iri, prop, text, frozenset(words.split())))
    return [text for texts in by_property.values() for text in texts]


def _lists(kept: Mapping[str, Plain]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in kept.items()}


def _packed_node(node: Node) -> Plain:
    if isinstance(node, Literal):
        return [str(node), node.language, str(node.datatype) if node.datatype else None]
    return [str(node), isinstance(node, BNode)]


def _node(kept: Plain) -> Node:
    if len(kept) == 3:
        return _literal(kept)
    text, blank = kept
    return BNode(text) if blank else URIRef(text)


def _literal(kept: Plain) -> Literal:
    text, language, datatype = kept
    return Literal(text, lang=language, datatype=URIRef(datatype) if datatype else None)
