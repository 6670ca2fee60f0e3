"""A copy of a store in which a change is tried, and the mark by which one state of a store is known."""

import os
import shutil
from hashlib import sha256
from pathlib import Path
from time import sleep

from graph.errors import StoreLocked
from graph.live import signature

__all__ = ["PARTS", "copy_of_store", "mark_of_store"]

PARTS = (
    *("quads", "findings", "passages", "vectors"),
    *("register.json", "cards.json", "questions.sqlite", "layouts.json", "state.json"),
)
"""What an ingest writes in a store's folder; the rest of it belongs to people and stays where it is."""
_SAID = ("register.json", "state.json", "layouts.json", "names.yaml")
_TRIES = 20


def mark_of_store(store: Path) -> str:
    """Return the mark of what a store was brought to, by which a change made meanwhile is seen."""
    total = sha256()
    for name in _SAID:
        total.update(_content(store / name))
    return total.hexdigest()


def copy_of_store(store: Path, copy: Path) -> str:
    """Copy a store as it is at one moment, and return its mark; raises StoreLocked while one writes to it."""
    for _ in range(_TRIES):
        shutil.rmtree(copy, ignore_errors=True)
        before, mark = _looks(store), mark_of_store(store)
        try:
            _copy(store, copy)
        except FileNotFoundError:  # a writer took a file away
            continue
        if _looks(store) == before and mark_of_store(store) == mark:
            return mark
        sleep(0.5)
    raise StoreLocked(store)


def _looks(store: Path) -> object:
    return signature(store) if (store / "quads").is_dir() else ()


def _copy(store: Path, copy: Path) -> None:
    copy.mkdir(parents=True)
    for name in (*PARTS, "names.yaml"):
        part = store / name
        if part.is_dir():
            shutil.copytree(part, copy / name, copy_function=_copy_file)
        elif part.exists():
            shutil.copy2(part, copy / name)


def _copy_file(source: str, target: str) -> None:
    """Copy a file; one that is never changed once it is written becomes a second name of the same."""
    if source.endswith(".sst"):
        try:
            os.link(source, target)
        except OSError:  # another file system, or one without links
            shutil.copy2(source, target)
        return
    shutil.copy2(source, target)


def _content(file: Path) -> bytes:
    try:
        return b"\1" + file.read_bytes()
    except OSError:
        return b"\0"
