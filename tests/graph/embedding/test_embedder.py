"""The exported model gives the vectors of the model itself, the same for a text every time."""

from pathlib import Path

import numpy as np
import pytest

from graph.embedding.embedder import Embedder, open_embedder
from graph.embedding.model import exported_model
from graph.errors import ModelUnavailable
from graph.settings import Settings

TEXTS = [
    "Which schools are Focus schools?",
    "Hire teachers",
    "Recruit and keep staff",
    "Paint the gym " * 100,
    "",
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder(Settings())


@pytest.mark.model
def test_rows_have_length_one(embedder: Embedder) -> None:
    rows = embedder.embed(TEXTS)

    assert rows.shape == (len(TEXTS), embedder.dimensions)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@pytest.mark.model
def test_a_text_has_the_same_vector_whatever_stands_beside_it(embedder: Embedder) -> None:
    together = embedder.embed(TEXTS)
    alone = np.vstack([embedder.embed([text]) for text in TEXTS])

    assert np.array_equal(together, alone)


@pytest.mark.model
def test_a_text_has_the_same_vector_with_any_number_of_threads(embedder: Embedder) -> None:
    several = [open_embedder(Settings(threads=n)).embed(TEXTS) for n in (1, 3)]

    assert all(np.array_equal(rows, embedder.embed(TEXTS)) for rows in several)


@pytest.mark.model
def test_what_means_the_same_lies_close(embedder: Embedder) -> None:
    question, hire, recruit = embedder.embed(TEXTS[:3])

    assert hire @ recruit > hire @ question


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    settings = Settings(model=str(tmp_path / "absent"), model_cache=tmp_path / "cache")

    with pytest.raises(ModelUnavailable, match="on this machine with GOLDENTHREAD_MODEL"):
        open_embedder(settings)

    assert list((tmp_path / "cache").iterdir()) == []


def test_an_export_that_is_cut_off_counts_as_none(tmp_path: Path) -> None:
    model = exported_model(Settings(model="some/model", model_cache=tmp_path))
    model.folder.mkdir()
    model.graph.write_bytes(b"a graph")
    model.tokenizer.write_bytes(b"{}")
    model.write_form(dimensions=8, longest=16)

    assert model.form() == (8, 16)

    model.graph.write_bytes(b"a gra")

    assert not model.exists()


def test_two_models_have_two_folders(tmp_path: Path) -> None:
    folders = {exported_model(Settings(model=m, model_cache=tmp_path)).folder for m in ("", "a/b", "c/b")}

    assert len(folders) == 3


def test_a_model_that_changed_has_another_folder(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    settings = Settings(model=str(tmp_path / "model"), model_cache=tmp_path)
    (tmp_path / "model" / "config.json").write_text("{}")
    before = exported_model(settings).folder
    (tmp_path / "model" / "config.json").write_text('{"a": 1}')

    assert exported_model(settings).folder != before
