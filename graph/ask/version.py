"""The version of the question engine: a hash of its own files, so that nothing kept outlives what made it."""

from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

__all__ = ["engine_version"]

_HERE = Path(__file__).parent
_BESIDE = ("vocabulary.py", "store.py", "passages.py", "identifiers.py")
_KINDS = {".py", ".yaml", ".tsv", ".rq"}


@cache
def engine_version() -> str:
    """Return the hash of every file that has a say in what is learnt of a graph."""
    total = sha256(_stemmer().encode())
    files = [f for f in _HERE.rglob("*") if f.suffix in _KINDS]
    for file in sorted([*files, *(_HERE.parent / name for name in _BESIDE)]):
        total.update(file.relative_to(_HERE.parent).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:16]


def _stemmer() -> str:
    """What tells one version of the stemmer's rules from another, without importing it."""
    found = find_spec("snowballstemmer")
    rules = Path(found.origin).with_name("english_stemmer.py") if found and found.origin else _HERE
    return str(rules.stat().st_size) if rules.is_file() else ""
