"""What was found in one document, said as triples for the document's own named graph."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Protocol

from rdflib import DCTERMS, ORG, RDF, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from graph.identifiers import digest, document_graph, item_iri, slug
from graph.vocabulary import GT, PREFIXES, SCHEMA
from ingest.evidence import EvidenceWriter, Triple
from ingest.findings import Findings, Item, Link, Named, Object
from ingest.school_names import school_name
from ingest.source import Text

__all__ = ["Names", "Resource", "statements"]

INDIVIDUALS = frozenset({"Horizon", "Level", "Status", "PlanType", "Basis"})
"""Kinds whose names are individuals of the ontology."""
RESOLVED = frozenset({"District", "Unit", "School", "Program", "Person", "Plan", "Tier", "Organization"})
"""Kinds of which several documents speak."""
_CLASSES = {"Unit": ORG.OrganizationalUnit, "School": SCHEMA.School, "Person": SCHEMA.Person}
_STANDARD = {
    "broader": SKOS.broader,
    "unitOf": ORG.unitOf,
    "title": DCTERMS.title,
    "temporal": DCTERMS.temporal,
    "description": DCTERMS.description,
    "comment": RDFS.comment,
    "telephone": SCHEMA.telephone,
    "email": SCHEMA.email,
    "altLabel": SKOS.altLabel,
    "hiddenLabel": SKOS.hiddenLabel,
}
_TYPES: dict[URIRef, URIRef] = {
    GT.amount: XSD.decimal,
    GT.confidence: XSD.decimal,
    GT.minPoints: XSD.integer,
    GT.maxPoints: XSD.integer,
}
_CERTAIN = Literal(Decimal("1.0"))
_WEAKER = Literal(Decimal("0.8"))


class Resource(Protocol):
    """One thing behind the names that documents give it."""

    @property
    def kind(self) -> str:
        """The kind of name, such as 'School'."""

    @property
    def path(self) -> tuple[str, ...]:
        """What its IRI is made of."""

    @property
    def label(self) -> str:
        """The name by which it is shown."""

    @property
    def alt_labels(self) -> tuple[str, ...]:
        """Its other names."""


class Names(Protocol):
    """Which thing a document means by a name."""

    def of(self, document: str, named: Named) -> Resource | None:
        """Return the thing, or None where the name is not known."""


def statements(findings: Findings, document: str, names: Names) -> list[Triple]:
    """Return the triples of one document, sorted and none twice."""
    return sorted(set(_Statements(findings, document, names).all()), key=_order)


def _order(triple: Triple) -> tuple[str, str, str]:
    return (triple[0].n3(), triple[1].n3(), triple[2].n3())


def class_of(kind: str) -> URIRef:
    """Return the class of the ontology that a kind of item or name belongs to."""
    return _CLASSES.get(kind) or GT[kind]


def property_of(prop: str) -> URIRef:
    """Return the property that a layout names: a prefixed name, a standard one, or the project's own."""
    prefix, colon, local = prop.partition(":")
    if colon:
        return URIRef(PREFIXES[prefix] + local)
    return _STANDARD.get(prop) or GT[prop]


class _Statements:
    """Says everything about one document."""

    def __init__(self, findings: Findings, document: str, names: Names) -> None:
        self.findings = findings
        self.document = document
        self.names = names
        self.graph = document_graph(document)
        self.evidence = EvidenceWriter(findings.document.source, document, self.graph)
        self.known = set(map(id, findings))
        self.plan = self._plan_iri()
        self.iris = self._iris()

    def all(self) -> Iterator[Triple]:
        """Yield the triples of items and names, then of the evidence that they rest on."""
        for item in self.findings:
            yield from self._item(item)
        yield from self._mentions()
        yield from self.evidence.triples()

    def _plan_iri(self) -> URIRef:
        resource = self.names.of(self.document, Named("Plan", self.findings.plan.label))
        return item_iri(*resource.path) if resource else item_iri("plan", self._place())

    def _place(self) -> str:
        """Return the part of items' IRIs that tells the document: its plan's name, and a hash of the file's."""
        name = self.findings.plan.label or self.document
        return f"{slug(name, 50)}-{digest(self.document, 6)}"

    def _iris(self) -> dict[int, URIRef]:
        """Return the IRI of each item: its number or words, and a hash only where two would be the same."""
        place = self._place()
        items = [item for item in self.findings if item is not self.findings.plan]
        short = {id(i): (slug(i.kind), slug(i.notation or i.label, 48)) for i in items}
        often = Counter(short.values())
        iris = {id(self.findings.plan): self.plan}
        for item in items:
            kind, name = short[id(item)]
            if often[kind, name] > 1:
                name = f"{name}-{digest(item.key, 6)}"
            iris[id(item)] = self._shared(item) or item_iri(place, kind, name)
        return iris

    def _shared(self, item: Item) -> URIRef | None:
        """Return the IRI of a school, unit, program … that other documents may name too."""
        if item.kind in RESOLVED and (resource := self._resource(Named(item.kind, item.label))):
            return item_iri(*resource.path)
        return None

    def _resource(self, named: Named) -> Resource | None:
        return self.names.of(self.document, named)

    def _item(self, item: Item) -> Iterator[Triple]:
        iri = self.iris[id(item)]
        yield iri, RDF.type, class_of(item.kind)
        yield from self._names_of(item, iri)
        if item.notation:
            yield iri, SKOS.notation, Literal(item.notation)
        if item is not self.findings.plan and not item.get("inPlan"):
            yield iri, GT.inPlan, self.plan
        for node in self.evidence.nodes([*item.evidence, *_texts_of(item)]):
            yield iri, GT.evidence, node
        for fact in item.facts:
            prop = property_of(fact.prop)
            if (value := self._value(prop, fact.value)) is not None:
                yield iri, prop, value
        for link in item.links:
            yield from self._link(iri, link)

    def _names_of(self, item: Item, iri: URIRef) -> Iterator[Triple]:
        resource = self._resource(Named(item.kind, item.label)) if item.kind in RESOLVED else None
        label = resource.label if resource else item.label
        if label:
            yield iri, RDFS.label, Literal(label)
        for alias in (*item.aliases, item.label):
            if alias and alias != label:
                yield iri, SKOS.altLabel, Literal(alias)

    def _link(self, iri: URIRef, link: Link) -> Iterator[Triple]:
        if id(link.target) not in self.known:
            return
        target = self.iris[id(link.target)]
        node = URIRef(f"{iri}/supports/{str(target).rsplit('/', 1)[-1]}")
        yield iri, GT.supports, target
        yield node, RDF.type, GT.AlignmentLink
        yield node, GT["from"], iri
        yield node, GT.to, target
        yield node, GT.basis, GT[link.basis]
        yield node, GT.confidence, _WEAKER if link.note else _CERTAIN
        if link.note:
            yield node, RDFS.comment, Literal(link.note)
        if link.cited:
            yield node, GT.citedAs, Literal(link.cited)
        for place in self.evidence.nodes(link.evidence):
            yield node, GT.evidence, place

    def _mentions(self) -> Iterator[Triple]:
        """Yield the names that this document gives to things, each with the places where it does."""
        places: dict[URIRef, list[Text]] = {}
        for mention in self.findings.mentions:
            resource = self._resource(mention.named)
            if mention.named.kind in INDIVIDUALS or resource is None:
                continue
            iri = item_iri(*resource.path)
            places.setdefault(iri, []).append(mention.text)
            yield iri, RDF.type, class_of(resource.kind)
            yield iri, RDFS.label, Literal(resource.label)
            yield from _levels(iri, mention.named)
            if iri != self.plan:
                yield iri, GT.inPlan, self.plan
            for name in (mention.named.name, *self._names_used(resource)):
                if name != resource.label:
                    yield iri, SKOS.altLabel, Literal(name)
        for iri, texts in places.items():
            for node in self.evidence.nodes(texts):
                yield iri, GT.evidence, node

    def _names_used(self, resource: Resource) -> Iterator[str]:
        """Yield the other names of a thing that stand in this document."""
        raw = self.findings.document.source.raw
        return (name for name in resource.alt_labels if name in raw)

    def _value(self, prop: URIRef, value: Object) -> Node | None:
        if isinstance(value, Item):
            return self.iris[id(value)] if id(value) in self.known else None
        if isinstance(value, Named):
            return self._named(value)
        if isinstance(value, bool):
            return Literal(value)
        return _literal(str(value), _TYPES.get(prop) or _number_type(value))

    def _named(self, named: Named) -> URIRef | None:
        if named.kind in INDIVIDUALS:
            return GT[named.name]
        resource = self._resource(named)
        return item_iri(*resource.path) if resource else None


def _levels(iri: URIRef, named: Named) -> Iterator[Triple]:
    """Yield the levels that a school's name states."""
    for level in school_name(named.name).levels if named.kind == "School" else ():
        yield iri, GT.level, GT[level]


def _texts_of(item: Item) -> list[Text]:
    """Return the texts that facts of an item quote, which prove them beside the item's own evidence."""
    return [fact.value for fact in item.facts if isinstance(fact.value, Text)]


def _number_type(value: Object) -> URIRef | None:
    if isinstance(value, int):
        return XSD.integer
    return XSD.decimal if isinstance(value, float) else None


def _literal(words: str, datatype: URIRef | None) -> Literal:
    """Return a typed literal; words that are no number stay words, which the shapes then refuse."""
    if datatype is None:
        return Literal(words.strip())
    try:
        number = Decimal(words.replace(",", "").replace("$", "").strip())
    except InvalidOperation:
        return Literal(words)
    return Literal(int(number) if datatype == XSD.integer else number)
