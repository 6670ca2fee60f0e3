"""Exports a sentence-transformers model to ONNX, once; the only module that imports torch."""

import logging
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from graph.embedding.embedder import OnnxEmbedder
from graph.embedding.model import ExportedModel
from graph.errors import ModelUnavailable

__all__ = ["export"]

_CHECKS = (
    "Goal",
    "Which actions support the second recommendation?",
    "Schools review attendance with families every quarter, and plan support where it is low. " * 12,
)
_CLOSE = 1e-4  # the largest difference seen between torch and onnxruntime is 3e-7


def export(model: ExportedModel) -> None:
    """Export a model into its folder, whole or not at all; raises ModelUnavailable."""
    try:
        model.folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f"{model.folder.name}-", dir=model.folder.parent))
    except OSError as error:
        raise ModelUnavailable(
            f"The embedding model cannot be kept in {model.folder.parent} ({error.strerror}); "
            "name a folder that can be written with GOLDENTHREAD_MODEL_CACHE."
        ) from error
    try:
        with _offline_and_silent():
            _write(_load(model), ExportedModel(model.name, model.source, part))
        _put_in_place(part, model)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _put_in_place(part: Path, model: ExportedModel) -> None:
    if model.folder.exists() and not model.exists():
        shutil.rmtree(model.folder, ignore_errors=True)
    try:
        part.rename(model.folder)
    except OSError:
        if not model.exists():  # else another process has just exported the same model
            raise


def _load(model: ExportedModel) -> Any:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  # takes seconds

    try:
        return SentenceTransformer(model.source, device="cpu", local_files_only=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelUnavailable(
            f"The embedding model {model.name!r} cannot be loaded; name a sentence-transformers model that "
            "is on this machine with GOLDENTHREAD_MODEL, or leave it empty for the installed one."
        ) from error


def _write(loaded: Any, model: ExportedModel) -> None:
    import torch  # noqa: PLC0415  # takes seconds

    class Whole(torch.nn.Module):  # type: ignore[misc]  # torch is not checked, being imported only here
        """The model with its pooling, and normalisation, as one graph."""

        def __init__(self) -> None:
            super().__init__()
            self.loaded = loaded

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            found = self.loaded({"input_ids": input_ids, "attention_mask": attention_mask})
            return torch.nn.functional.normalize(found["sentence_embedding"], p=2, dim=1)

    loaded.tokenizer.save_pretrained(str(model.folder))
    example = loaded.tokenizer(list(_CHECKS[:2]), padding=True, return_tensors="pt")
    axes = {0: "text", 1: "token"}
    torch.onnx.export(
        Whole().eval(),
        (example["input_ids"], example["attention_mask"]),
        str(model.graph),
        input_names=["input_ids", "attention_mask"],
        output_names=["vector"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "vector": {0: "text"}},
        opset_version=17,
        dynamo=False,
    )
    longest = min(int(loaded.max_seq_length or 512), 8192)
    dimensions = int(loaded.get_embedding_dimension())
    model.write_form(dimensions, longest)
    _verify(loaded, model)


def _verify(loaded: Any, model: ExportedModel) -> None:
    """Refuse an export that does not give what the model itself gives."""
    wanted = loaded.encode(list(_CHECKS), normalize_embeddings=True, show_progress_bar=False)
    difference = float(np.abs(OnnxEmbedder(model).embed(_CHECKS) - wanted).max())
    if not difference < _CLOSE:
        raise ModelUnavailable(
            f"The export of the embedding model {model.name!r} does not give the model's own vectors "
            f"(they differ by {difference:.2g}); name another model with GOLDENTHREAD_MODEL."
        )


@contextmanager
def _offline_and_silent() -> Iterator[None]:
    """Keep the libraries from asking the network and from writing on the screen."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_PROGRESS_BARS="1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    previous = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(previous)


def _main() -> int:
    """Export the model that the arguments name; the last line on standard error says why not."""
    name, source, folder = sys.argv[1:]
    try:
        export(ExportedModel(name, source, Path(folder)))
    except ModelUnavailable as error:
        sys.stderr.write(f"\n{error}\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(_main())
