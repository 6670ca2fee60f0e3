"""Programs stand in an outline, each once, also where they name each other as broader."""

from rdflib import Graph

from graph.identifiers import document_graph
from graph.items import Reader
from graph.program_tree import ProgramTree, program_tree
from graph.store import Store

HEAD = """@prefix gt: <https://w3id.org/goldenthread/ns#> . @prefix : <https://w3id.org/goldenthread/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def tree(triples: str) -> ProgramTree:
    store = Store.in_memory()
    store.replace_graph(document_graph("plan.txt"), Graph().parse(data=HEAD + triples))
    return program_tree(Reader(store))


def test_a_program_stands_once_under_the_lowest_above_it() -> None:
    found = tree(
        ':all a gt:Program ; rdfs:label "All" .'
        ':tongues a gt:Program ; rdfs:label "Tongues" ; skos:broader :all .'
        ':dutch a gt:Program ; rdfs:label "Dutch" ; skos:broader :all, :tongues .'
        ':arts a gt:Program ; rdfs:label "Arts" ; skos:broader :all .'
    )

    assert [(p.item.id, p.depth) for p in found.places] == [
        ("all", 0),
        ("arts", 1),
        ("tongues", 1),
        ("dutch", 2),
    ]
    assert {iri.rsplit("/", 1)[-1] for iri in found.within("tongues")} == {"tongues", "dutch"}
    assert found.within("unknown") == frozenset()


def test_a_circle_of_programs_is_told_once() -> None:
    found = tree(
        ':one a gt:Program ; rdfs:label "One" ; skos:broader :two .'
        ':two a gt:Program ; rdfs:label "Two" ; skos:broader :one .'
    )

    assert sorted(p.item.id for p in found.places) == ["one", "two"]
    assert len(found.within("one")) == 2
