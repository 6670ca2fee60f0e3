"""Vectors are embedded once, and kept so that a killed run leaves nothing wrong."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.embedding.cache import VectorCache
from tests.ingest.simple import FakeEmbedder


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


def test_a_text_is_embedded_once(tmp_path: Path, embedder: FakeEmbedder) -> None:
    cache = VectorCache(tmp_path, embedder)

    assert cache.add(["a", "b", "a"]) == 2
    assert cache.add(["b", "c"]) == 1
    assert sorted(embedder.embedded) == ["a", "b", "c"]


def test_vectors_come_back_in_the_order_asked(tmp_path: Path, embedder: FakeEmbedder) -> None:
    VectorCache(tmp_path, embedder).add(["a", "b"])
    opened = VectorCache(tmp_path, embedder)
    wanted = FakeEmbedder().embed(["b", "new", "a", "b"])

    assert np.array_equal(opened.vectors(["b", "new", "a", "b"]), wanted)
    assert embedder.embedded.count("b") == 1


def test_what_is_not_kept_is_embedded_in_memory_only(tmp_path: Path, embedder: FakeEmbedder) -> None:
    cache = VectorCache(tmp_path, embedder)
    cache.vectors(["a"])
    cache.vectors(["a"])

    assert embedder.embedded == ["a"]
    assert not list(tmp_path.iterdir())


def test_passing_texts_are_let_go_of_when_there_are_many(
    tmp_path: Path, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.embedding.cache._FRESH", 3)
    cache = VectorCache(tmp_path, embedder)
    wanted = FakeEmbedder().embed(["a", "b", "c", "d"])

    assert np.array_equal(cache.vectors(["a", "b", "c", "d"]), wanted)
    assert np.array_equal(cache.vectors(["d", "a"]), wanted[[3, 0]])
    assert embedder.embedded.count("a") == 2  # it was let go of, and asked for again


def test_no_texts_have_no_vectors(tmp_path: Path, embedder: FakeEmbedder) -> None:
    assert VectorCache(tmp_path, embedder).vectors([]).shape == (0, 8)


def test_rows_that_no_index_counts_are_written_over(tmp_path: Path, embedder: FakeEmbedder) -> None:
    VectorCache(tmp_path, embedder).add(["a"])
    for name in ("rows.f32", "keys.u64"):
        with (tmp_path / "fake" / name).open("ab") as file:
            file.write(b"half a row")
    cache = VectorCache(tmp_path, embedder)
    cache.add(["b"])

    assert len(VectorCache(tmp_path, embedder)) == 2
    assert np.array_equal(
        VectorCache(tmp_path, embedder).vectors(["a", "b"]), FakeEmbedder().embed(["a", "b"])
    )


def test_a_reader_keeps_the_rows_that_it_opened(tmp_path: Path, embedder: FakeEmbedder) -> None:
    VectorCache(tmp_path, embedder).add(["a"])
    reader = VectorCache(tmp_path, embedder)
    VectorCache(tmp_path, embedder).add(["b", "c"])

    assert len(reader) == 1
    assert np.array_equal(reader.vectors(["a"]), FakeEmbedder().embed(["a"]))


def test_another_model_has_rows_of_its_own(tmp_path: Path, embedder: FakeEmbedder) -> None:
    VectorCache(tmp_path, embedder).add(["a"])
    other = FakeEmbedder()
    other.name = "other"

    assert len(VectorCache(tmp_path, other)) == 0


@given(st.lists(st.text(max_size=8), max_size=20), st.lists(st.text(max_size=8), max_size=20))
def test_kept_or_not_the_vectors_are_the_same(first: list[str], asked: list[str]) -> None:
    with TemporaryDirectory() as folder:
        cache = VectorCache(Path(folder), FakeEmbedder())
        cache.add(first)

        assert np.array_equal(cache.vectors(asked), FakeEmbedder().embed(asked))
