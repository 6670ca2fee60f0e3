"""An ingest that is asked for again: what it would say, known at once where nothing at all has changed.

Nothing is read for that: the files, the store, the settings' own files and the installed packages look as
they did when the last such ingest ended, and the program's rules and the environment are the same. Whatever
looks otherwise, or was changed so shortly before that two changes could look alike, is left to the ingest
itself, which goes by content.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from shutil import which
from time import time_ns
from typing import TYPE_CHECKING, Any

from graph.files import write_atomically
from ingest.look import Look, contents, look_at, look_of, newest
from ingest.report import Report
from ingest.version import reader_version

if TYPE_CHECKING:
    from graph.settings import Settings

__all__ = ["Again", "store_meant"]

_FILE = "again.json"
_FORM = 1  # raised when what is written changes its form
_MOST = 8  # different ingests that are remembered of a store
_ALIKE = 2_000_000_000  # nanoseconds within which some file systems give two changes the same time
_VARIABLE = "GOLDENTHREAD_"
_STORE = "GOLDENTHREAD_STORE"
_OWN = ("register.json", "state.json", "layouts.json", "findings", "quads/CURRENT")
_PROGRAMS = ("tesseract",)


def store_meant(named: Path | None) -> Path | None:
    """Return the store that a command means; None where only the settings can tell."""
    if named is not None:
        return named
    if _STORE.lower() in _dotenv().decode("latin-1").lower():
        return None
    said = [value for name, value in os.environ.items() if name.upper() == _STORE]
    return Path(said[0]) if said else Path(".goldenthread")


@dataclass
class Again:
    """One ingest by all that was asked for, and how its files looked before it began."""

    store: Path
    paths: tuple[Path, ...]
    options: tuple[str, ...]
    """What else was asked for, in a fixed order."""
    _began: int = field(default_factory=time_ns)
    _mark: str = ""
    _before: Look = field(default_factory=dict)
    _read: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._mark = _mark(self.paths, self.options)
        self._before = look_at(self.paths)
        self._read = contents(self._before, self._began - _ALIKE)

    def report(self) -> Report | None:
        """Return what the ingest would say; None where it may find anything new."""
        known = self._known().get(self._mark)
        if not known or self._now(known["beside"]) != known["look"]:
            return None
        return Report.from_json(known["report"])

    def keep(self, lasting: Report, settings: "Settings") -> None:
        """Remember what an ingest that just ended would say again, where no file changed meanwhile."""
        from graph.embedding.model import model_files  # noqa: PLC0415  # slow, and only needed here

        said = (settings.names, self.store / "names.yaml", settings.layouts, *model_files(settings))
        beside = [str(path) for path in (*said, *self._others()) if path]
        if self._may_be_new(beside):
            return
        known = {mark: told for mark, told in self._known().items() if mark != self._mark}
        known = dict([*known.items()][1 - _MOST :])
        known[self._mark] = {"beside": beside, "look": self._now(beside), "report": lasting.as_json()}
        body = json.dumps({"form": _FORM, "runs": known})
        with suppress(OSError):  # only the next ingest is slower
            write_atomically(self.store / _FILE, body.encode("utf-8", "replace"))

    def _known(self) -> dict[str, Any]:
        try:
            body = json.loads((self.store / _FILE).read_bytes())
            runs: dict[str, Any] = body["runs"] if body["form"] == _FORM else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return runs

    def _may_be_new(self, beside: list[str]) -> bool:
        """Tell whether a file was changed while the ingest ran, or just before, unseen."""
        since = self._began - _ALIKE
        return (
            look_at(self.paths) != self._before
            or contents(self._before, since) != self._read
            or newest(self._before) > time_ns() - _ALIKE
            or newest(look_at(map(Path, beside))) > since
        )

    def _others(self) -> Iterator[Path]:
        """The other files that the store holds, or the archives in which they lie."""
        try:
            held = [Path(path) for path in json.loads((self.store / "register.json").read_bytes())]
        except (OSError, ValueError):
            return
        places = (next((parent for parent in path.parents if parent.is_file()), path) for path in held)
        yield from sorted({place for place in places if str(place) not in self._before})

    def _now(self, beside: list[str]) -> Look:
        """How all looks that has a say, but for what is part of the mark."""
        own = [self.store / name for name in _OWN]
        packages = [place for place in sys.path if place.endswith("-packages")]
        plain = [*own, *(Path(place) for place in packages)]
        return {**look_at(self.paths), **look_at(map(Path, beside)), **look_of(plain)}


def _mark(paths: tuple[Path, ...], options: tuple[str, ...]) -> str:
    """Return a hash of what is asked for, of the rules, and of all that can be set."""
    set_so = sorted(item for item in os.environ.items() if item[0].upper().startswith(_VARIABLE))
    programs = [which(program) for program in _PROGRAMS]
    said = [_here(), [*map(str, paths)], options, set_so, programs, reader_version()]
    return sha256(json.dumps(said).encode("utf-8", "replace") + _dotenv()).hexdigest()[:32]


def _here() -> str:
    try:
        return str(Path.cwd())
    except OSError:
        return ""


def _dotenv() -> bytes:
    try:
        return Path(".env").read_bytes()
    except OSError:
        return b""
