"""What the graph says of a file itself: its hash, the rules that read it, and how much of it was read."""

from collections.abc import Iterator

from rdflib import DCTERMS, RDF, RDFS, XSD, Literal

from graph.identifiers import document_graph
from graph.vocabulary import GT
from ingest.account import account_of
from ingest.doubts import mean_confidence
from ingest.evidence import Triple
from ingest.findings import Findings
from ingest.iris import Identifiers
from ingest.version import reader_version

__all__ = ["described"]


def described(findings: Findings, document: str, iris: Identifiers, fingerprint: str) -> Iterator[Triple]:
    """Yield the triples of the source document, whose IRI is that of its graph."""
    iri = document_graph(document)
    source = findings.document.source
    account = account_of(findings)
    yield iri, RDF.type, GT.SourceDocument
    yield iri, RDFS.label, Literal(document)
    yield iri, DCTERMS.format, Literal(source.media_type)
    yield iri, GT.sha256, Literal(source.sha256)
    yield iri, GT.readerVersion, Literal(reader_version() + findings.own)
    yield iri, GT.fingerprint, Literal(fingerprint)
    yield iri, GT.sourceOf, iris.plan
    yield iri, GT.shareRead, Literal(f"{account.share:.4f}", datatype=XSD.decimal)
    yield iri, GT.unreadLines, Literal("; ".join(account.unread))
    yield iri, GT.unreadRegions, Literal("; ".join(map(str, account.regions)))
    yield iri, GT.meanConfidence, Literal(f"{mean_confidence(findings):.4f}", datatype=XSD.decimal)
    if findings.form:
        yield iri, GT.formTaken, Literal(findings.form)
    if findings.layouts:
        yield iri, GT.layoutsTaken, Literal("; ".join(findings.layouts))
