"""The store keeps what it is given, replaces in one step, and says in a sentence what is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from graph.errors import QueryError, StoreInvalid, StoreLocked, StoreMissing
from graph.store import Store
from graph.vocabulary import GT

G = URIRef("https://example.org/graph")
OTHER, THIRD = URIRef("https://example.org/other"), URIRef("https://example.org/third")
S = URIRef("https://example.org/thing")
WORDS = st.text(
    alphabet=st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=30
)


@given(st.lists(WORDS, max_size=5))
def test_what_goes_in_comes_out(values: list[str]) -> None:
    store = Store.in_memory()

    store.replace_graph(G, [(S, GT.value, Literal(v)) for v in values])

    found = {str(row["v"]) for row in store.select("SELECT ?v WHERE { ?s gt:value ?v }")}
    assert found == set(values)


def test_replacing_a_graph_leaves_nothing_of_the_old() -> None:
    store = Store.in_memory()
    store.replace_graph(G, [(S, GT.value, Literal("old"))])

    store.replace_graph(G, [(S, GT.value, Literal("new"))])

    assert [str(r["v"]) for r in store.select("SELECT ?v WHERE { ?s gt:value ?v }")] == ["new"]


def test_a_bound_value_is_data_and_never_query_text() -> None:
    store = Store.in_memory()
    hostile = Literal('" } ; DROP ALL #')
    store.replace_graph(G, [(S, GT.value, hostile)])

    rows = store.select("SELECT ?s ?v WHERE { ?s gt:value ?v }", {"v": hostile})

    assert [row["s"] for row in rows] == [S]


def test_the_rdflib_api_sees_the_same_triples() -> None:
    store = Store.in_memory()
    store.replace_graph(G, [(S, GT.value, Literal("x"))])

    [(subject, predicate, value)] = store.dataset().graph(G)

    assert (subject, predicate, str(value)) == (S, GT.value, "x")


def test_a_plain_string_comes_back_as_it_went_in() -> None:
    store = Store.in_memory()
    store.replace_graph(G, [(S, GT.value, Literal("x"))])

    assert list(store.graph(G)) == [(S, GT.value, Literal("x"))]


def test_a_missing_store_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="ingest"):
        Store.open(tmp_path / "none")


def test_a_file_in_place_of_a_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("not a store")

    with pytest.raises(StoreInvalid, match="it is a file"), Store.writing(path):
        pass
    with pytest.raises(StoreInvalid, match="it is a file"):
        Store.open(path)


def test_a_second_writer_is_told_to_wait_and_readers_go_on(tmp_path: Path) -> None:
    with Store.writing(tmp_path / "s") as first:
        first.replace_graph(G, [(S, GT.value, Literal("x"))])
        with pytest.raises(StoreLocked, match="wait"), Store.writing(tmp_path / "s"):
            pass

        assert len(Store.open(tmp_path / "s")) == 1
    assert len(Store.open(tmp_path / "s")) == 1


@pytest.mark.parametrize("query", ["SELECT ?s WHERE {", "DROP ALL", "INSERT DATA { <a:b> <a:b> <a:b> }"])
def test_what_is_not_a_read_only_query_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="does not parse"):
        Store.in_memory().select(query)


@pytest.mark.parametrize(
    ("form", "start"), [("json", b'{"head"'), ("csv", b"v"), ("tsv", b"?v"), ("xml", b"<?xml")]
)
def test_results_come_in_the_formats_of_the_w3c(form: str, start: bytes) -> None:
    body = Store.in_memory().serialize_query("SELECT ?v WHERE { ?s gt:value ?v }", form)

    assert body.startswith(start)


def test_triples_do_not_fit_a_table_of_rows() -> None:
    with pytest.raises(QueryError, match="ttl"):
        Store.in_memory().serialize_query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "csv")


def test_what_two_graphs_say_counts_once() -> None:
    store = Store.in_memory()
    same = (S, GT.value, Literal("x"))
    store.replace_graphs({G: [same], OTHER: [same, (S, GT.value, Literal("y"))]})

    assert len(store) == 2
    assert [str(r["n"]) for r in store.select("SELECT (COUNT(?s) AS ?n) { ?s gt:value ?v }")] == ["2"]
    assert store.dump("nq").count(b"\n") == 3


def test_what_another_graph_still_says_stays() -> None:
    store = Store.in_memory()
    same = (S, GT.value, Literal("x"))
    store.replace_graphs({G: [same, (S, GT.value, Literal("y"))], OTHER: [same]})
    store.drop_graph(G)

    assert [str(r["v"]) for r in store.select("SELECT ?v { ?s gt:value ?v }")] == ["x"]
    assert store.graph_names() == [OTHER]


TRIPLES = st.sets(st.tuples(st.just(S), st.just(GT.value), st.sampled_from("abcde").map(Literal)))


@given(st.lists(st.tuples(st.sampled_from([G, OTHER, THIRD]), TRIPLES), max_size=8))
def test_the_merged_graph_is_what_the_named_graphs_say(
    writes: list[tuple[URIRef, set[tuple[URIRef, URIRef, Literal]]]],
) -> None:
    store = Store.in_memory()
    held: dict[URIRef, set[tuple[URIRef, URIRef, Literal]]] = {}
    for name, said in writes:
        store.replace_graph(name, said)
        held[name] = said

    assert set(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == set().union(*held.values())
