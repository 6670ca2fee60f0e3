"""The terms of the vocabulary with their words, for people who write queries."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import OWL, RDF, RDFS, Graph, URIRef

__all__ = ["Term", "ontology_terms"]

_CLASSES = (OWL.Class,)
_PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property by its prefixed name, with what it is called and what it means."""

    name: str
    iri: str
    kind: str
    label: str
    comment: str

    def as_json(self) -> dict[str, Any]:
        """Return the term as a JSON object."""
        return {
            "name": self.name,
            "iri": self.iri,
            "kind": self.kind,
            "label": self.label,
            "comment": self.comment,
        }


@cache
def ontology_terms() -> tuple[Term, ...]:
    """Return the classes and properties that the ontology file defines, by name."""
    text = files("graph").joinpath("ontology", "goldenthread.ttl").read_text(encoding="utf-8")
    ontology = Graph().parse(data=text, format="turtle")
    found = {
        *(_term(ontology, s, "class") for t in _CLASSES for s in ontology.subjects(RDF.type, t)),
        *(_term(ontology, s, "property") for t in _PROPERTIES for s in ontology.subjects(RDF.type, t)),
    }
    return tuple(sorted((t for t in found if t.label), key=lambda t: (t.kind, t.name)))


def _term(ontology: Graph, subject: Any, kind: str) -> Term:
    name = ontology.qname(subject) if isinstance(subject, URIRef) else ""
    label, comment = (str(ontology.value(subject, p) or "") for p in (RDFS.label, RDFS.comment))
    return Term(name, str(subject), kind, label, comment)
