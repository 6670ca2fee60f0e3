"""Runs the exported model: words in, vectors of length one out, the same for a text every time."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from graph.embedding.model import ExportedModel, exported_model
from graph.errors import ModelUnavailable
from graph.settings import Settings

__all__ = ["Embedder", "OnnxEmbedder", "Vectors", "open_embedder"]

Vectors = NDArray[np.float32]
_TOLD = 3  # the exit code of an export that says in words why it failed
_MOST = 8  # threads; more of them only wait for the memory


class Embedder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """What the vectors were made by; vectors of two names cannot be compared."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text."""


class OnnxEmbedder:
    """The exported model in onnxruntime, which loads beside other work until the first text is given.

    Each text is run alone and unpadded, texts side by side in threads: its vector does not depend
    on what else is embedded, bit for bit, and on short texts this is faster than padded batches
    (331 against 290 texts a second on two cores).
    """

    def __init__(self, model: ExportedModel, threads: int = 0) -> None:
        """Open a model; `threads` is how many texts are run side by side, 0 for one on each processor."""
        form = model.form()
        if form is None:
            raise ModelUnavailable(f"There is no whole export of the model in {model.folder}.")
        self.dimensions, self._longest = form
        self._threads = threads or max(1, min(_MOST, os.cpu_count() or 1))
        self.name: str = model.folder.name
        loader = ThreadPoolExecutor(1, "model")
        self._loaded = loader.submit(self._load, model)
        loader.shutdown(wait=False)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text."""
        rows = np.empty((len(texts), self.dimensions), dtype=np.float32)
        one = self._loaded.result()
        if len(texts) <= 1 or self._threads == 1:
            for n, text in enumerate(texts):
                rows[n] = one(text)
            return rows
        with ThreadPoolExecutor(self._threads) as pool:
            for n, row in enumerate(pool.map(one, texts)):
                rows[n] = row
        return rows

    def _load(self, model: ExportedModel) -> Callable[[str], Vectors]:
        """Return what embeds one text."""
        import onnxruntime as ort  # noqa: PLC0415  # slow to import, as is all below
        from tokenizers import Tokenizer  # noqa: PLC0415  # only who embeds needs it

        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = ort.InferenceSession(str(model.graph), options, providers=["CPUExecutionProvider"])
        inputs = {i.name for i in session.get_inputs()}
        tokenizer = Tokenizer.from_file(str(model.tokenizer))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._longest)

        def one(text: str) -> Vectors:
            ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
            feed: dict[str, Any] = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
            if "token_type_ids" in inputs:
                feed["token_type_ids"] = np.zeros_like(ids)
            row: Vectors = session.run(None, feed)[0][0]
            return row

        return one


def open_embedder(settings: Settings) -> Embedder:
    """Return the embedder of the settings, exporting its model first where that was not done yet.

    Raises ModelUnavailable where the model cannot be loaded.
    """
    model = exported_model(settings)
    if not model.exists():
        export_apart(model)
    return OnnxEmbedder(model, settings.threads)


def export_apart(model: ExportedModel) -> None:
    """Export a model in a process of its own, so that this one never carries torch."""
    command = [sys.executable, "-m", "graph.embedding.export", model.name, model.source, str(model.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own module
    if done.returncode:
        told = done.stderr.strip().splitlines()
        if done.returncode == _TOLD and told:
            raise ModelUnavailable(told[-1])
        why = told[-1].strip() if done.returncode > 0 and told else f"exit code {done.returncode}"
        raise ModelUnavailable(
            f"The embedding model {model.name!r} could not be exported ({why}); if it is a transformer with "
            "a tokenizer.json, free some memory and disk space and try again, else name another model."
        )
