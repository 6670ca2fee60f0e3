"""Any sentence-transformers folder can be the model: exported, verified, read with and asked with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from graph.embedding.embedder import open_embedder
from graph.embedding.match import check_model
from graph.embedding.model import model_identity
from graph.errors import ModelUnavailable, OtherModel
from graph.settings import Settings

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    command = [sys.executable, Path(__file__).parent / "tiny_model.py", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "whole"


@pytest.fixture(scope="module")
def run(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    program, cache = Path(sys.executable).parent / "goldenthread", tmp_path_factory.mktemp("cache")

    def _run(*words: str | Path, model: str = str(tiny)) -> "subprocess.CompletedProcess[str]":
        set_so = {**os.environ, "GOLDENTHREAD_MODEL": model, "GOLDENTHREAD_MODEL_CACHE": str(cache)}
        return subprocess.run([program, *words], capture_output=True, text=True, check=False, env=set_so)

    return _run


@pytest.fixture(scope="module")
def store(run: Run, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("store") / "store"
    done = run("ingest", sample, "--store", store)
    assert done.returncode == 0, done.stderr
    return store


@pytest.mark.model
def test_its_vectors_are_of_its_own_length(tiny: Path, tmp_path: Path) -> None:
    rows = open_embedder(Settings(model=str(tiny), model_cache=tmp_path)).embed(["goals", "las metas", ""])

    assert rows.shape == (3, 24)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@pytest.mark.model
@pytest.mark.parametrize("question", ["Which goals are there?", "¿Qué metas hay?"])
def test_a_store_is_read_and_asked_with_it(run: Run, store: Path, question: str) -> None:
    done = run("ask", question, "--store", store, "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["status"] == "answered"


@pytest.mark.model
def test_asking_with_another_model_is_refused_in_one_sentence(run: Run, store: Path, tiny: Path) -> None:
    done = run("ask", "Which goals are there?", "--store", store, model="")
    made = model_identity(Settings(model=str(tiny)))

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"The store at {store} was made with the embedding model {made}, but ")
    assert done.stderr.strip().count("\n") == 0


def test_a_store_of_the_same_model_or_of_none_that_is_told_is_taken(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path, model="a/model")
    check_model(settings)
    for made in ("", model_identity(settings)):
        (tmp_path / "state.json").write_text(json.dumps({"model": made}))
        check_model(settings)

    (tmp_path / "state.json").write_text(json.dumps({"model": "another-0123456789ab"}))
    with pytest.raises(OtherModel, match="another-0123456789ab"):
        check_model(settings)


@pytest.mark.model
def test_why_an_export_failed_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "modules.json").write_text("[]")
    (broken / "config.json").write_text("{}")

    with pytest.raises(ModelUnavailable, match="broken"):
        open_embedder(Settings(model=str(broken), model_cache=tmp_path / "cache"))
