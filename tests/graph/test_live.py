"""A store that changes under a server is opened anew, and only then."""

from pathlib import Path

import pytest
from rdflib import RDFS, Literal, URIRef

from graph.errors import StoreMissing
from graph.live import LiveStore, Rest
from graph.store import Store

G, S = URIRef("urn:g"), URIRef("urn:s")


def write(path: Path, words: str) -> None:
    with Store.writing(path) as store:
        store.replace_graph(G, [(S, RDFS.label, Literal(words))])


def label(store: Store) -> str:
    return str(store.select("SELECT ?l { ?s rdfs:label ?l }")[0]["l"])


def test_a_change_is_seen(tmp_path: Path) -> None:
    write(tmp_path / "store", "old")
    live = LiveStore(tmp_path / "store")
    before = label(live.get())
    write(tmp_path / "store", "new")

    assert (before, label(live.get())) == ("old", "new")


def test_an_unchanged_store_is_opened_once(tmp_path: Path) -> None:
    write(tmp_path / "store", "old")
    live = LiveStore(tmp_path / "store")

    assert live.get() is live.get()


def test_a_store_may_come_later(tmp_path: Path) -> None:
    live = LiveStore(tmp_path / "store")
    with pytest.raises(StoreMissing):
        live.get()
    write(tmp_path / "store", "new")

    assert label(live.get()) == "new"


def test_each_state_that_lasts_is_told_once(tmp_path: Path) -> None:
    write(tmp_path / "store", "old")
    rest = Rest(tmp_path / "store")
    first = [rest.is_new() for _ in range(3)]
    write(tmp_path / "store", "new")

    assert (first, [rest.is_new() for _ in range(3)]) == ([False, True, False], [False, True, False])


def test_a_store_that_is_not_there_has_nothing_new(tmp_path: Path) -> None:
    rest = Rest(tmp_path / "store")

    assert [rest.is_new() for _ in range(3)] == [False] * 3
