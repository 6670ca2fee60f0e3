"""A graph in which every name is written by someone who wants it to run in the reader's browser."""

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from graph.identifiers import ONTOLOGY_GRAPH
from graph.store import Store
from graph.vocabulary import GT
from tests.graph.fixtures import ONTOLOGY

__all__ = ["HOSTILE", "hostile_store"]

HOSTILE = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
_KINDS = """
@prefix gt: <https://w3id.org/goldenthread/ns#> . @prefix schema: <https://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
<urn:plan> a gt:Plan ; gt:evidence <urn:place> .
<urn:rec> a gt:Recommendation ; gt:inPlan <urn:plan> ; gt:evidence <urn:place> .
<urn:direction> a gt:StrategicDirection ; gt:inPlan <urn:plan> ; gt:evidence <urn:place> .
<urn:action> a gt:Action ; gt:inPlan <urn:plan> ; gt:underDirection <urn:direction> ; gt:supports <urn:rec> ;
    gt:leadResponsible <urn:unit> ; gt:responsible <urn:unit> ; gt:evidence <urn:place> .
<urn:link> a gt:AlignmentLink ; gt:from <urn:action> ; gt:to <urn:rec> ; gt:basis gt:stated ;
    gt:evidence <urn:place> .
<urn:unit> a org:OrganizationalUnit ; gt:evidence <urn:place> .
<urn:low> a schema:School ; gt:level gt:elementary ; gt:evidence <urn:place> .
<urn:mid> a schema:School ; gt:level gt:middle ; gt:evidence <urn:place> .
<urn:program> a gt:Program ; gt:evidence <urn:place> .
<urn:tier> a gt:Tier ; gt:evidence <urn:place> .
<urn:in> a gt:TierAssignment ; gt:atSchool <urn:low> ; gt:tier <urn:tier> ; gt:evidence <urn:place> .
<urn:offer> a gt:ProgramOffering ; gt:atSchool <urn:low> ; gt:ofProgram <urn:program> ;
    gt:status gt:existing ; gt:evidence <urn:place> .
<urn:feeds> a gt:FeederLink ; gt:fromSchool <urn:low> ; gt:toSchool <urn:mid> ; gt:ofProgram <urn:program> ;
    gt:status gt:existing ; gt:basis gt:stated ; gt:evidence <urn:place> .
<urn:place> a gt:Evidence ; gt:startLine 1 ; gt:endLine 1 .
"""
_NAMED = ("plan", "rec", "direction", "action", "unit", "low", "mid", "program", "tier")


def hostile_store() -> Store:
    """Return a store in memory."""
    given = Graph().parse(data=_KINDS, format="turtle")
    for name in _NAMED:
        given.add((URIRef(f"urn:{name}"), RDFS.label, Literal(f"{name} {HOSTILE}")))
    place = URIRef("urn:place")
    given.add((place, GT.quote, Literal(HOSTILE)))
    given.add((place, GT.document, Literal(f"{HOSTILE}.txt")))
    store = Store.in_memory()
    store.replace_graph(URIRef("urn:graph"), given)
    store.replace_graph(ONTOLOGY_GRAPH, Graph().parse(ONTOLOGY))
    return store
