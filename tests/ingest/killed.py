"""Runs an ingest that is killed at the nth call of a function: killed.py STORE FOLDER MODULE NAME N."""

import importlib
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import ingest
from tests.ingest.simple import read_simply, settings


def main(store: str, folder: str, module: str, name: str, calls: str) -> None:
    """Ingest, and end as with `kill -9` just before the nth call; where there is no such call, end well."""
    patch = pytest.MonkeyPatch()
    read_simply(patch)
    owner: Any = importlib.import_module(module)
    *path, last = name.split(".")
    for part in path:
        owner = getattr(owner, part)
    left, whole = int(calls), getattr(owner, last)

    def killing(*given: Any, **named: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*given, **named)

    patch.setattr(owner, last, killing)
    ingest([Path(folder)], settings(Path(store)))


if __name__ == "__main__":
    main(*sys.argv[1:])
