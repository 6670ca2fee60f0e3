"""Modules are small, say why they exist, and keep one public name for one thing."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.project.tree import ROOT, modules

_LINES = 300
_VAGUE = {"utils", "helpers", "common", "manager", "misc", "util", "helper"}
_CONTRACTS = {"recognise"}  # what every layout is called by


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _exported(tree: ast.Module) -> list[str] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return None


def _defined(tree: ast.Module) -> set[str]:
    return {n.name for n in tree.body if isinstance(n, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))}


@pytest.mark.parametrize("path", modules(), ids=_name)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= _LINES, f"{_name(path)} has {lines} lines; divide it by its nouns"


@pytest.mark.parametrize("path", modules(), ids=_name)
def test_a_module_begins_with_one_plain_sentence(path: Path) -> None:
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0].strip()

    assert re.search(r"[.:]$", first), f"{_name(path)}: end the first sentence of its docstring"
    assert not re.match(r"(?i)(a|this|the) (module|script)\b", first), first


@pytest.mark.parametrize("path", modules(), ids=_name)
def test_a_module_has_a_telling_name(path: Path) -> None:
    assert path.stem not in _VAGUE


@pytest.mark.parametrize("path", modules(), ids=_name)
def test_exported_names_exist(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    exported = _exported(tree)
    if exported is None:
        assert path.name == "__init__.py", f"{_name(path)} names nothing in __all__"
        return
    known = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)} | _defined(tree) | _imported(tree)

    assert len(exported) == len(set(exported))
    assert set(exported) <= known


def _imported(tree: ast.Module) -> set[str]:
    nodes = [n for n in tree.body if isinstance(n, (ast.Import, ast.ImportFrom))]
    return {alias.asname or alias.name for node in nodes for alias in node.names}


def test_no_public_name_is_defined_twice_in_a_folder() -> None:
    owners: dict[tuple[Path, str], list[str]] = defaultdict(list)
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for name in set(_exported(tree) or []) & _defined(tree) - _CONTRACTS:
            owners[path.parent, name].append(_name(path))

    assert {name: where for (_, name), where in owners.items() if len(where) > 1} == {}
