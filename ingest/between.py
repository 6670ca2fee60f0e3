"""What stands between documents and is said by none: whose a plan is, and which plan comes after which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rdflib import DCTERMS, PROV, RDF, RDFS, SKOS, Literal, URIRef

from graph.catalogue import rows
from graph.identifiers import digest, document_graph, item_iri, slug
from graph.store import Store
from graph.vocabulary import GT
from ingest.decisions import Decisions
from ingest.disagreements import Disagreement, disagreements
from ingest.evidence import EvidenceWriter, Triple
from ingest.findings import Findings
from ingest.homes import Home
from ingest.iris import Identifiers, Names
from ingest.same_goals import same_goals
from ingest.versions import Versions

__all__ = ["disagreements_beside", "districts_beside", "goals_beside", "versions_beside"]


def districts_beside(store: Store, homes: Mapping[str, Home]) -> dict[str, set[Triple]]:
    """Return the district of each plan whose document does not say it, but a person or its folder does."""
    plans = _plans(store)
    saying = {str(row["document"]) for row in rows(store, "plans_read") if row.get("district")}
    found: dict[str, set[Triple]] = {}
    for name, home in homes.items():
        document = document_graph(name)
        if document not in plans or not home.label or str(document) in saying:
            continue
        district = item_iri("district", home.path)
        found[name] = {
            (plans[document], GT.ofOrganization, district),
            (district, RDF.type, GT.District),
            (district, RDFS.label, Literal(home.label)),
        }
    return found


def versions_beside(store: Store, versions: Versions) -> dict[str, set[Triple]]:
    """Return which plan replaces which of an earlier year, and which document which corrected one."""
    plans = _plans(store)
    found: dict[str, set[Triple]] = defaultdict(set)
    for newer, older in versions.earlier:
        one, two = plans.get(document_graph(newer)), plans.get(document_graph(older))
        if one and two and one != two:
            found[newer] |= {(one, DCTERMS.replaces, two), (one, PROV.wasRevisionOf, two)}
    for older, by in versions.replaced.items():
        found[by.by].add((document_graph(by.by), DCTERMS.replaces, document_graph(older)))
    return found


def goals_beside(
    documents: Mapping[str, Findings], names: Names, decisions: Decisions
) -> dict[str, set[Triple]]:
    """Return which goals of some documents, all of one district, are repeated in another."""
    found: dict[str, set[Triple]] = defaultdict(set)
    iris = {name: Identifiers(documents[name], name, names) for name in documents}
    for same in same_goals(documents, {}, decisions).repeated:
        for (document, item), (other, twin) in ((same.first, same.second), (same.second, same.first)):
            one, two = iris[document].item(item), iris[other].item(twin)
            if one and two and one != two:
                found[document].add((one, SKOS.exactMatch, two))
    return found


def disagreements_beside(
    documents: Mapping[str, Findings], names: Names, earlier: Iterable[tuple[str, str]]
) -> dict[str, set[Triple]]:
    """Return where documents of one district contradict each other, with the places of both."""
    found: dict[str, set[Triple]] = defaultdict(set)
    iris: dict[str, Identifiers] = {}
    for one in disagreements(documents, names, earlier):
        for document, _ in one.about:
            iris.setdefault(document, Identifiers(documents[document], document, names))
        found[one.about[0][0]] |= set(_contradiction(one, documents, iris))
    return found


def _contradiction(
    one: Disagreement, documents: Mapping[str, Findings], iris: Mapping[str, Identifiers]
) -> Iterator[Triple]:
    """Yield a conflict between two documents."""
    (document, item), (other, twin) = one.about
    number, name = item.notation, max(item.label, twin.label, key=len)
    iri = URIRef(f"{iris[document].item(item)}/conflict/{slug(one.what)}-{digest(other + twin.key, 6)}")
    first, second = one.words
    yield iri, RDF.type, GT.Conflict
    yield iri, RDFS.label, Literal(f"{number}: {one.what} is “{first}” in one file and “{second}” in another")
    said = f"{document} gives the {one.what} of {number} ({name}) as “{first}”, {other} as “{second}”."
    yield iri, RDFS.comment, Literal(said)
    yield iri, GT.conflictKind, Literal(one.kind)
    for name, place in (*one.about, *one.saying):
        if about := iris[name].item(place):
            yield iri, GT.about, about
        yield iri, GT.inPlan, iris[name].plan
    for name, place in one.saying:
        writer = EvidenceWriter(documents[name].document.source, name, document_graph(name))
        yield from ((iri, GT.evidence, node) for node in writer.nodes(place.places))


def _plans(store: Store) -> dict[URIRef, URIRef]:
    return {URIRef(str(r["document"])): URIRef(str(r["plan"])) for r in rows(store, "plans_read")}
