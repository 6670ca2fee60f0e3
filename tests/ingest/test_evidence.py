"""Evidence quotes the file word for word, one node for each unbroken stretch of a place."""

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef

from graph.vocabulary import GT
from ingest.evidence import EvidenceWriter
from ingest.source import Source, Text

GRAPH = URIRef("https://w3id.org/goldenthread/id/document/x")
RAW = "Paint the gym\nand the **hall**\n\tin spring."


def evidence(source: Source, *texts: Text) -> list[dict[str, object]]:
    writer = EvidenceWriter(source, "plan.txt", GRAPH)
    nodes = writer.nodes(texts)
    graph = Graph()
    for triple in writer.triples():
        graph.add(triple)
    return [{str(p).rsplit("#", 1)[1]: o.toPython() for p, o in graph.predicate_objects(n)} for n in nodes]


def test_a_text_over_two_lines_is_one_quote() -> None:
    source = Source("plan.txt", RAW)
    [found] = evidence(source, source.text(0, 31).clean())

    assert (found["quote"], found["startLine"], found["endLine"]) == ("Paint the gym\nand the **hall", 1, 2)
    assert found["document"] == "plan.txt"


def test_a_text_from_two_places_has_two_quotes() -> None:
    source = Source("plan.txt", RAW)
    found = evidence(source, Text.join([source.text(0, 5), source.text(32, 42)]))

    assert [e["quote"] for e in found] == ["Paint", "in spring."]


def test_a_text_within_another_needs_no_quote_of_its_own() -> None:
    source = Source("plan.txt", RAW)

    assert [e["quote"] for e in evidence(source, source.text(6, 9), source.text(0, 13))] == ["Paint the gym"]


def test_a_stretch_over_two_pages_is_cut_where_the_page_ends() -> None:
    source = Source("plan.pdf", "one two\nthree", marks=((0, 1), (8, 2)))
    found = evidence(source, source.text())

    assert [(e["quote"], e["page"]) for e in found] == [("one two", 1), ("three", 2)]
    assert all("startLine" not in e for e in found)


def test_a_cell_is_named() -> None:
    source = Source(
        "plan.docx", "one\ttwo", marks=((0, "table 1, row 1, column 1"), (4, "table 1, row 1, column 2"))
    )

    assert [e["cell"] for e in evidence(source, source.text(4))] == ["table 1, row 1, column 2"]


def test_a_mark_without_words_is_no_evidence() -> None:
    source = Source("plan.txt", "• \n--")

    assert evidence(source, source.text()) == []


def test_the_iri_is_made_of_the_place() -> None:
    source = Source("plan.txt", RAW)
    writer = EvidenceWriter(source, "plan.txt", GRAPH)

    assert writer.nodes([source.text(0, 5)]) == [URIRef(f"{GRAPH}/evidence/0-5")]


@given(st.text(alphabet="ab \n\t*<>&;.", max_size=60), st.data())
def test_every_quote_stands_in_the_file(raw: str, data: st.DataObject) -> None:
    source = Source("plan.txt", raw)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    found = evidence(source, source.text(start, end).clean())

    assert all(str(e["quote"]) in raw for e in found)
    lines = raw.split("\n")
    assert all(
        "\n".join(lines[int(str(e["startLine"])) - 1 : int(str(e["endLine"]))]).count(str(e["quote"]))
        for e in found
    )


def test_the_name_of_the_document_is_a_literal() -> None:
    source = Source("plan.txt", RAW)
    writer = EvidenceWriter(source, "north/plan.txt", GRAPH)
    writer.nodes([source.text(0, 5)])

    assert Literal("north/plan.txt") in {o for _, p, o in writer.triples() if p == GT.document}
