"""The terms of the vocabulary behind the words that layouts use for kinds, properties and values."""

import re
from decimal import Decimal, InvalidOperation
from functools import cache

from rdflib import DCTERMS, ORG, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.namespace import SH

from graph.validation import shapes
from graph.vocabulary import GT, PREFIXES, SCHEMA

__all__ = ["INDIVIDUALS", "class_of", "literal", "property_of", "single_valued"]

INDIVIDUALS = frozenset({"Horizon", "Level", "Status", "PlanType", "Basis"})
"""Kinds whose names are individuals of the ontology."""
_CLASSES = {"Unit": ORG.OrganizationalUnit, "School": SCHEMA.School, "Person": SCHEMA.Person}
_STANDARD = {
    "altLabel": SKOS.altLabel,
    "broader": SKOS.broader,
    "comment": RDFS.comment,
    "description": DCTERMS.description,
    "email": SCHEMA.email,
    "hiddenLabel": SKOS.hiddenLabel,
    "telephone": SCHEMA.telephone,
    "temporal": DCTERMS.temporal,
    "title": DCTERMS.title,
    "unitOf": ORG.unitOf,
}
_NUMBERS = {
    GT.amount: XSD.decimal,
    GT.confidence: XSD.decimal,
    GT.minPoints: XSD.integer,
    GT.maxPoints: XSD.integer,
}
_NOT_NUMBER = re.compile(r"[,$\s]")


def class_of(kind: str) -> URIRef:
    """Return the class of the ontology that a kind of item or name belongs to."""
    return _CLASSES.get(kind) or GT[kind]


def property_of(prop: str) -> URIRef:
    """Return the property that a layout names: a prefixed name, a standard one, or the project's own."""
    prefix, colon, local = prop.partition(":")
    if colon:
        return URIRef(PREFIXES[prefix] + local)
    return _STANDARD.get(prop) or GT[prop]


@cache
def single_valued(kind: str) -> frozenset[URIRef]:
    """Return the properties of which the shapes allow an item of a kind no more than one value."""
    found = (
        path
        for shape in shapes().subjects(SH.targetClass, class_of(kind))
        for rule in shapes().objects(shape, SH.property)
        if shapes().value(rule, SH.maxCount) == Literal(1)
        for path in shapes().objects(rule, SH.path)
    )
    return frozenset(path for path in found if isinstance(path, URIRef) and path != RDFS.label)


def literal(prop: URIRef, value: object) -> Literal | None:
    """Return a value with the type that its property wants, or None where it is no such value."""
    if isinstance(value, bool):
        return Literal(value)
    datatype = _NUMBERS.get(prop) or _type_of(value)
    if datatype is None:
        words = str(value).strip()
        return Literal(words) if words else None
    return _number(_NOT_NUMBER.sub("", str(value)), datatype)


def _type_of(value: object) -> URIRef | None:
    if isinstance(value, int):
        return XSD.integer
    return XSD.decimal if isinstance(value, float) else None


def _number(words: str, datatype: URIRef) -> Literal | None:
    try:
        number = Decimal(words)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    return Literal(int(number) if datatype == XSD.integer else number)
