"""Which files the store holds: each path with its content hash and district, and the name it goes by."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from graph.files import write_atomically

__all__ = ["Arrival", "Register"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a file's content came, and which district a person said that it is of."""

    run: int = 0
    """The number of the ingest that first found this content."""
    modified: int = 0
    """When the file was written, in whole seconds."""
    district: str = ""


class Register:
    """Paths and content hashes; the documents' names follow from them alone, in whatever order they came."""

    def __init__(self, files: Mapping[Path, str], came: Mapping[Path, Arrival] | None = None) -> None:
        self._files = dict(files)
        self._came = {path: (came or {}).get(path, Arrival()) for path in self._files}

    @classmethod
    def read(cls, file: Path) -> "Register":
        """Return the register of a store, empty where there is none yet."""
        if not file.exists():
            return cls({})
        body = json.loads(file.read_text()).items()
        said = {Path(path): {"sha256": of} if isinstance(of, str) else of for path, of in body}
        files = {path: of.pop("sha256") for path, of in said.items()}
        return cls(files, {path: Arrival(**of) for path, of in said.items()})

    def write(self, file: Path) -> None:
        """Keep the register, whole or not at all."""
        body = {str(p): {"sha256": self._files[p], **asdict(self._came[p])} for p in sorted(self._files)}
        write_atomically(file, json.dumps(body, indent=1).encode())

    def sha256(self, path: Path) -> str | None:
        """Return the hash that a file had when it was read."""
        return self._files.get(path)

    def with_files(self, files: Mapping[Path, str], district: str = "") -> "Register":
        """Return a register that holds these files too, of a district if a person named it."""
        run = 1 + max((came.run for came in self._came.values()), default=0)
        came = dict(self._came)
        for path, sha in files.items():
            known = came.get(path, Arrival())
            if self._files.get(path) != sha:
                known = replace(known, run=run, modified=_modified(path))
            came[path] = replace(known, district=district or known.district)
        return Register(self._files | dict(files), came)

    def without(self, paths: set[Path]) -> "Register":
        """Return a register that no longer holds these files."""
        return Register({path: sha for path, sha in self._files.items() if path not in paths}, self._came)

    def moved(self, before: Path, now: Path) -> "Register":
        """Return a register whose files of one folder, and of archives there, lie in another."""
        at = {p: now / p.relative_to(before) if p.is_relative_to(before) else p for p in self._files}
        files = {at[path]: sha for path, sha in self._files.items()}
        return Register(files, {at[path]: came for path, came in self._came.items()})

    def without_documents(self, names: set[str], before: "Register") -> "Register":
        """Return a register without these documents; their files hold again what they held before."""
        gone = {sha for name, sha in self.documents().items() if name in names}
        kept = {path: sha for path, sha in self._files.items() if sha not in gone}
        lost = set(self._files) - set(kept)
        return Register(
            kept | {path: sha for path, sha in before._files.items() if path in lost and sha not in gone},
            self._came,
        )

    def paths(self) -> list[Path]:
        """Return all paths in order."""
        return sorted(self._files)

    def documents(self) -> dict[str, str]:
        """Return each document's name and content hash, in the order of the names.

        A content that stands in several files is one document. The name is the file's own, with as
        many of its folders before it as keep it apart from the others.
        """
        kept: dict[str, Path] = {}
        for path in sorted(self._files, key=lambda p: (p.name, str(p))):
            kept.setdefault(self._files[path], path)
        names = _apart(list(kept.values()))
        return {names[path]: sha for sha, path in sorted(kept.items(), key=lambda k: names[k[1]])}

    def places(self) -> dict[str, Path]:
        """Return the file in which each document stands; of several the first."""
        names = {sha: name for name, sha in self.documents().items()}
        found: dict[str, Path] = {}
        for path in sorted(self._files, key=lambda p: (p.name, str(p))):
            found.setdefault(names[self._files[path]], path)
        return found

    def districts(self) -> dict[str, str]:
        """Return the districts that a person named for documents; of several the first."""
        names = {sha: name for name, sha in self.documents().items()}
        found: dict[str, str] = {}
        for path in sorted(self._files, key=lambda p: (p.name, str(p))):
            if self._came[path].district:
                found.setdefault(names[self._files[path]], self._came[path].district)
        return found

    def arrivals(self) -> dict[str, tuple[int, int]]:
        """Return when each document came: the number of the ingest, and when its file was written."""
        return {name: (self._came[p].run, self._came[p].modified) for name, p in self.places().items()}

    def names_of(self, paths: Iterable[Path]) -> set[str]:
        """Return the names of the documents that stand in these files."""
        names = {sha: name for name, sha in self.documents().items()}
        return {names[sha] for path in paths if (sha := self._files.get(path)) in names}

    def copies(self) -> dict[Path, str]:
        """Return the files whose content another file holds too, with the name of the document."""
        names = {sha: name for name, sha in self.documents().items()}
        paths = defaultdict(list)
        for path in sorted(self._files, key=lambda p: (p.name, str(p))):
            paths[self._files[path]].append(path)
        return {path: names[sha] for sha, same in paths.items() for path in same[1:]}


def _modified(path: Path) -> int:
    try:
        return int(path.stat().st_mtime)
    except OSError:
        return 0


def _own_name(path: Path) -> str:
    """Return a file's name; of one in an archive, the archive's name before it."""
    at = next((n for n, part in enumerate(path.parts[:-1]) if part.lower().endswith(".zip")), None)
    return path.name if at is None else "/".join(path.parts[at:])


def _apart(paths: list[Path]) -> dict[Path, str]:
    """Return the shortest ends of paths that tell them apart, file name first."""
    names = {path: _own_name(path) for path in paths}
    depth = 1
    while depth < 40 and len(set(names.values())) < len(names):
        depth += 1
        often = Counter(names.values())
        for path, name in names.items():
            if often[name] > 1:
                names[path] = "/".join(path.parts[-depth:])
    return names
