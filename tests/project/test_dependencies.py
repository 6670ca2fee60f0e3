"""What the packages import is what pyproject.toml asks for, and constraints.txt knows all of it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.project.tree import PACKAGES, ROOT, modules

_UNSEEN = {
    "httptools",  # uvicorn reads requests with it
    "onnx",  # torch writes ONNX files with it
    "python-multipart",  # FastAPI reads forms with it
    "uvloop",  # uvicorn waits with it, where the system has it
}
_WITH_OTHERS = dict.fromkeys(("torch", "transformers"), "sentence-transformers") | {"starlette": "fastapi"}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!\[; ]", name)[0]).lower()


@pytest.fixture(scope="module")
def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {_plain(d) for d in project["dependencies"]}


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    names = plain | {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and not n.level}
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - set(PACKAGES)


@pytest.fixture(scope="module")
def needed() -> set[str]:
    homes = packages_distributions()
    names = {name for path in modules() for name in _imported(path)}
    found = {_plain(homes[name][0]) for name in names}
    return {_WITH_OTHERS.get(name, name) for name in found}


def test_what_is_imported_is_declared(needed: set[str], declared: set[str]) -> None:
    assert needed - declared == set()


def test_what_is_declared_is_imported(needed: set[str], declared: set[str]) -> None:
    assert declared - needed - _UNSEEN == set()


def test_exact_versions_are_known_for_all(declared: set[str]) -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {_plain(line) for line in lines if not line.startswith("#")}

    assert declared <= pinned
