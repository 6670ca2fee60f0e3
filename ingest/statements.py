"""What was found in one document, said as triples: the document's own, and those computed from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from rdflib import RDF, RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from graph.identifiers import computed_graph, document_graph, item_iri
from graph.vocabulary import GT
from ingest.evidence import EvidenceWriter, Triple
from ingest.findings import Fact, Findings, Item, Link, Named, Object
from ingest.iris import Identifiers, Names
from ingest.resolution import Resource
from ingest.source import Text
from ingest.terms import INDIVIDUALS, class_of, literal, property_of, single_valued

__all__ = ["Statements", "state"]

# What the layouts conclude from the texts and no document says: it stands in graphs of its own.
_COMPUTED_KINDS = {"Conflict": "conflicts"}
_COMPUTED_FACTS = {"leadsTo": "theories"}
# Items of these kinds are computed where their basis is 'inferred', and else what the document says.
_INFERRED_KINDS = {"FeederLink": "feeders", "Abbreviation": "abbreviations"}
_CERTAIN = Literal(Decimal("1.0"))


@dataclass
class Statements:
    """The triples of one document by named graph, and what could not be stated."""

    graphs: dict[URIRef, set[Triple]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    said_twice: list[str] = field(default_factory=list)
    """Of what there may be one value, and a document gives two: the first is stated."""


def state(findings: Findings, document: str, names: Names) -> Statements:
    """Return the triples that a document's findings amount to."""
    said = Statements()
    own = document_graph(document)
    evidence = EvidenceWriter(findings.document.source, document, own)
    writer = _Writer(findings, Identifiers(findings, document, names), evidence, said)
    said.graphs[own] = set(writer.part(None))
    for by in sorted({*_COMPUTED_KINDS.values(), *_COMPUTED_FACTS.values(), *_INFERRED_KINDS.values()}):
        said.graphs[computed_graph(by, document)] = set(writer.part(by))
    said.graphs[own].update(evidence.triples())  # the places belong to the document, whoever points to them
    return said


class _Writer:
    """Says what belongs to one graph after the other."""

    def __init__(
        self, findings: Findings, iris: Identifiers, evidence: EvidenceWriter, said: Statements
    ) -> None:
        self.findings = findings
        self.iris = iris
        self.evidence = evidence
        self.said = said
        self.sound = {id(item) for item in findings if self._is_sound(item)}
        self.single: dict[tuple[URIRef, URIRef], Node] = {}

    def _is_sound(self, item: Item) -> bool:
        """Leave out what has no words or no place, rather than lose the whole document over it."""
        if any(c.isalnum() for c in item.label) and any(_stands(text) for text in item.evidence):
            return True
        self.said.left_out.append(f"{item.kind} {item.label!r}")
        return False

    def part(self, by: str | None) -> Iterator[Triple]:
        """Yield the triples of the document's own graph, or of one that is computed."""
        for item in self.findings:
            if id(item) not in self.sound:
                continue
            if _computed_by(item) == by:
                yield from self._item(item)
                yield from self._sure_of(item)
            yield from self._facts(item, [f for f in item.facts if self._graph_of(item, f) == by])
        if by is None:
            yield from self._names()

    def _graph_of(self, item: Item, fact: Fact) -> str | None:
        return _computed_by(item) or _COMPUTED_FACTS.get(fact.prop)

    def _iri(self, item: Item) -> URIRef | None:
        return self.iris.item(item) if id(item) in self.sound else None

    def _item(self, item: Item) -> Iterator[Triple]:
        if (iri := self._iri(item)) is None:
            return
        yield iri, RDF.type, class_of(item.kind)
        resource = self.iris.shared(item)
        label = resource.label if resource else item.label
        # What the ontology defines has its label there; a document only calls it by another name.
        yield iri, SKOS.altLabel if item.kind in INDIVIDUALS else RDFS.label, Literal(label)
        for alias in (*item.aliases, item.label):
            if alias and alias not in {label, item.notation if alias == item.label else ""}:
                yield iri, SKOS.altLabel, Literal(alias)
        if item.notation and item.kind not in INDIVIDUALS:
            yield iri, SKOS.notation, Literal(item.notation)
        if item is not self.findings.plan and not item.get("inPlan"):
            yield iri, GT.inPlan, self.iris.plan
        for node in self.evidence.nodes(item.places):
            yield iri, GT.evidence, node
        for link in item.links:
            yield from self._link(iri, link)

    def _sure_of(self, item: Item) -> Iterator[Triple]:
        """Yield how sure an item is whose words a machine read from a picture."""
        iri = self._iri(item)
        sure = self._sure(item.evidence)
        if iri is not None and sure != _CERTAIN and not item.get("confidence"):
            yield iri, GT.confidence, sure

    def _sure(self, texts: Iterable[Text]) -> Literal:
        return Literal(Decimal(str(float(self.findings.document.source.confidence(texts)))))

    def _facts(self, item: Item, facts: list[Fact]) -> Iterator[Triple]:
        iri = self._iri(item)
        for fact in facts:
            prop = property_of(fact.prop)
            value = self._value(prop, fact.value)
            if iri is not None and value is not None and self._may_say(item, iri, prop, value):
                yield iri, prop, value

    def _may_say(self, item: Item, iri: URIRef, prop: URIRef, value: Node) -> bool:
        """Let the first of two values stand where the shapes want one; the other is told, not stored."""
        if prop not in single_valued(item.kind) or self.single.setdefault((iri, prop), value) == value:
            return True
        self.said.said_twice.append(f"{item.kind} {item.label!r}: {prop.split('#')[-1]}")
        return False

    def _link(self, iri: URIRef, link: Link) -> Iterator[Triple]:
        """Yield that an item supports another, and the link that says on what ground."""
        target = self._iri(link.target)
        places = self.evidence.nodes(link.evidence)
        if target is None or not places:
            return
        node = URIRef(f"{iri}/supports/{'-'.join(str(target).rsplit('/', 2)[1:])}")
        yield iri, GT.supports, target
        yield node, RDF.type, GT.AlignmentLink
        yield node, GT["from"], iri
        yield node, GT.to, target
        yield node, GT.basis, GT[link.basis]
        yield node, GT.confidence, self._sure(link.evidence)
        yield from ((node, GT.evidence, place) for place in places)
        if link.cited:
            yield node, GT.citedAs, Literal(link.cited)
        if link.note:
            yield node, RDFS.comment, Literal(link.note)

    def _names(self) -> Iterator[Triple]:
        """Yield the names that this document gives to things, each with the places where it does."""
        places: dict[URIRef, list[Text]] = {}
        for named, texts in self._uses():
            resource = self.iris.resource(named)
            if named.kind in INDIVIDUALS or resource is None:
                continue
            iri = item_iri(*resource.path)
            if iri not in places:
                yield from self._thing(iri, resource)
            places.setdefault(iri, []).extend(texts)
            if named.name != resource.label:
                yield iri, SKOS.altLabel, Literal(named.name)
        for iri, texts in places.items():
            for node in self.evidence.nodes(texts):
                yield iri, GT.evidence, node

    def _uses(self) -> Iterator[tuple[Named, list[Text]]]:
        """Yield each name with its places; one that only a fact bears stands where its item does."""
        mentioned = {mention.named for mention in self.findings.mentions}
        yield from ((mention.named, [mention.text]) for mention in self.findings.mentions)
        for item in self.findings:
            for fact in item.facts:
                if isinstance(fact.value, Named) and fact.value not in mentioned and id(item) in self.sound:
                    yield fact.value, item.evidence

    def _thing(self, iri: URIRef, resource: Resource) -> Iterator[Triple]:
        yield iri, RDF.type, class_of(resource.kind)
        yield iri, RDFS.label, Literal(resource.label)
        if iri != self.iris.plan:
            yield iri, GT.inPlan, self.iris.plan
        raw = self.findings.document.source.raw
        yield from ((iri, SKOS.altLabel, Literal(name)) for name in resource.alt_labels if name in raw)
        yield from ((iri, GT.level, GT[level]) for level in resource.levels)

    def _value(self, prop: URIRef, value: Object) -> Node | None:
        if isinstance(value, Item):
            return self._iri(value)
        if isinstance(value, Named):
            return self._named(value)
        return literal(prop, value)

    def _named(self, named: Named) -> URIRef | None:
        if named.kind in INDIVIDUALS:
            return GT[named.name]
        resource = self.iris.resource(named)
        return item_iri(*resource.path) if resource else None


def _stands(text: Text) -> bool:
    """Tell whether some word of a text stands in the file."""
    return any(c.isalnum() and offset >= 0 for c, offset in zip(text.value, text.offsets, strict=True))


def _computed_by(item: Item) -> str | None:
    """Return what computed an item, or None where the document itself says it."""
    if Named("Basis", "inferred") in item.get("basis"):
        return _INFERRED_KINDS.get(item.kind)
    return _COMPUTED_KINDS.get(item.kind)
