"""The IRIs of things, documents and computed graphs: readable, stable, and the same on every machine."""

import re
import unicodedata
from hashlib import sha256

from rdflib import URIRef

__all__ = [
    "ONTOLOGY_GRAPH",
    "computed_graph",
    "digest",
    "document_graph",
    "document_slug",
    "item_iri",
    "slug",
    "slug_in",
]

_BASE = "https://w3id.org/goldenthread/id/"
ONTOLOGY_GRAPH = URIRef("https://w3id.org/goldenthread/ns")


def slug(text: str, limit: int = 60) -> str:
    """Return a readable path segment of ASCII letters, digits and hyphens.

    >>> slug("Family & Community Engagement")
    'family-and-community-engagement'
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(words)[:limit].strip("-") or digest(text)


def digest(text: str, length: int = 12) -> str:
    """Return the first hexadecimal digits of the SHA-256 hash of a text."""
    return sha256(text.encode()).hexdigest()[:length]


def item_iri(*parts: str) -> URIRef:
    """Return the IRI of an item from its path, such as district, kind and name."""
    return URIRef(_BASE + "/".join(slug(p) for p in parts))


def document_graph(name: str) -> URIRef:
    """Return the named graph of a source document, by the file's own name."""
    return URIRef(f"{_BASE}document/{document_slug(name)}")


def computed_graph(by: str, document: str = "") -> URIRef:
    """Return the named graph of what `by` computed, such as 'conflicts', of one document or of all."""
    part = f"/{document_slug(document)}" if document else ""
    return URIRef(f"{_BASE}computed/{slug(by)}{part}")


def slug_in(graph: URIRef) -> str | None:
    """Return the document's segment in the name of its graph or of one computed from it."""
    parts = str(graph).removeprefix(_BASE).split("/")
    of_document = (len(parts) == 2 and parts[0] == "document") or (len(parts) == 3 and parts[0] == "computed")
    return parts[-1] if of_document else None


def document_slug(name: str) -> str:
    """Return the path segment of a document, different for any two names."""
    return f"{slug(name, 100)}-{digest(name, 6)}"
