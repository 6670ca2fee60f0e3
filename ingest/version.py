"""The version of the rules by which documents are read: a hash of the rules themselves."""

from functools import cache
from hashlib import sha256
from pathlib import Path

__all__ = ["reader_version"]

_ROOT = Path(__file__).parents[1]
_RULES = ("ingest", "graph/ontology", "graph/shapes", "graph/identifiers.py", "graph/vocabulary.py")
_KINDS = {".py", ".yaml", ".tsv", ".ttl"}


@cache
def reader_version() -> str:
    """Return the hash of every file that has a say in what is read, so that a changed rule reads again."""
    total = sha256()
    for name in _RULES:
        place = _ROOT / name
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in _KINDS:
                total.update(file.relative_to(_ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]
