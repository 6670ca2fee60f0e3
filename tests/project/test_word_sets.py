"""Words of English stand in the engine's data files, not in its code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.ask.lexicon import load_data
from graph.ask.tokens import stem
from tests.project.tree import ROOT, modules

_ENGINE = ROOT / "graph" / "ask"
_MOST = 2  # words that may stand side by side in code: 'and', 'or'
_FREQUENT = 10_000  # of the common words of English: rarer ones are hardly told from letters of spelling
_LISTS = (ast.Set, ast.Tuple, ast.List, ast.Dict)
_DATATYPES = {"decimal", "integer", "Integer", "double", "float", "int", "long", "short", "byte"}
_ORDINALS = {"st", "nd", "rd", "th"}  # endings of figures


@cache
def _words() -> frozenset[str]:
    """The common words of English, as they are written and by their stems."""
    lines = (_ENGINE / "english.tsv").read_text(encoding="utf-8").splitlines()[:_FREQUENT]
    written = [line.split("\t")[0] for line in lines]
    return frozenset(w for word in written for w in (word, stem(word)) if len(w) > 1)


@cache
def _codes() -> frozenset[str]:
    """What the engine calls its own things, in its data, its types and its queries."""
    found = set(_DATATYPES)
    for file in _ENGINE.rglob("*.yaml"):
        found |= set(_names(load_data(str(file.relative_to(_ENGINE)))))
    for file in _ENGINE.rglob("*.rq"):
        found |= set(re.findall(r"\?(\w+)", file.read_text(encoding="utf-8")))
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        types = (n for n in ast.walk(tree) if isinstance(n, ast.Subscript))
        found |= {t for n in types if ast.unparse(n.value) in ("Literal", "OneOf") for t in _texts(n.slice)}
    return frozenset(found)


def _names(data: object) -> Iterator[str]:
    """The names of lists in a data file, those of the shapes and roles of questions, and of settings."""
    if isinstance(data, dict):
        yield from map(str, data)
        for group in ("shapes", "roles", "settings"):
            yield from map(str, data.get(group, ()))
        for setting in data.get("settings", {}).values():
            yield from map(str, setting if isinstance(setting, dict) else ())


def _texts(node: ast.AST) -> list[str]:
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def _listed(node: ast.AST) -> set[str]:
    """The words of a literal list, where it holds nothing but words."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".split"):
        return set(" ".join(_texts(node.func)).split()) & _words()
    if not isinstance(node, _LISTS):
        return set()
    entries = [*node.keys] if isinstance(node, ast.Dict) else node.elts
    values = node.values if isinstance(node, ast.Dict) else []
    texts = [e.value for e in entries if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    computed = any(not isinstance(n, ast.Constant) and not _listed(n) for n in (*entries, *values))
    return set() if computed or set(texts) <= _codes() else {t for t in texts if set(t.split()) <= _words()}


def _expressed(node: ast.AST) -> set[str]:
    """The words in a regular expression."""
    if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args):
        return set()
    if isinstance(node.args[0], (ast.Call, ast.Subscript)):
        return set()  # it is built from data
    pattern = re.sub(r"\\.|\(\?P<\w+>|\[[^\]]*\]", " ", " ".join(_texts(node.args[0])))
    return set(re.findall(r"[a-z]{2,}", pattern)) & _words() - _ORDINALS


def _public(node: ast.Assign) -> bool:
    return ast.unparse(node.targets[0]) == "__all__"


def _word_sets(code: str) -> list[str]:
    """Each literal of a module that holds too many words of English, with its line."""
    tree = ast.parse(code)
    public = [n.value for n in tree.body if isinstance(n, ast.Assign) and _public(n)]
    found = []
    for node in ast.walk(tree):
        words = _listed(node) | _expressed(node)
        if len(words) > _MOST and node not in public:
            found.append(f"line {getattr(node, 'lineno', 0)}: {', '.join(sorted(words))}")
    return found


def _engine() -> list[Path]:
    return [p for p in modules() if _ENGINE in p.parents]


@pytest.mark.parametrize("path", _engine(), ids=lambda p: str(p.relative_to(_ENGINE)))
def test_no_module_of_the_engine_holds_a_list_of_words(path: Path) -> None:
    found = _word_sets(path.read_text(encoding="utf-8"))

    assert found == [], f"{path.name}: move these to a data file beside it, such as closed.yaml"


@pytest.mark.parametrize(
    "code",
    [
        '_OWN = frozenset({"their", "its", "our"})',
        'small = word in ("every", "sinc", "befor")',
        '_SAID = "teach taught attend".split()',
        '_AGO = {"last": "month", "past": "week", "recent": "day"}',
        're.search(r"^(?:which|what) (?:school|plan)s?", text)',
    ],
)
def test_a_list_of_words_is_found(code: str) -> None:
    assert len(_word_sets(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        '_JOINED = ("and", "or")',
        '_SHAPES = ("most", "fewest", "compare")',
        '__all__ = ["above", "below", "beside"]',
        'told = {"reading": reading, "score": score, "found": found}',
        're.compile(r"(?P<number>[a-z]+)\\s(?P<noun>\\w+)")',
    ],
)
def test_names_of_the_engine_are_no_words(code: str) -> None:
    assert _word_sets(code) == []
