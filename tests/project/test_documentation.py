"""The documentation names what there is, and its examples run."""

import json
import re
from pathlib import Path

import pytest
import yaml
from rdflib import Graph

from docs import generate
from graph.vocabulary import PREFIXES
from tests.project.tree import ROOT, tracked

_PAGES = sorted(p for p in tracked() if p.suffix == ".md" and p.relative_to(ROOT).parts[0] != "sample")
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"`((?:graph|ingest|viz|api|tests|docs|sample)/[\w./-]*)`")
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<target>[^)#\s]+)")


@pytest.mark.model
def test_pages_say_what_the_code_says(sample_store: Path) -> None:
    stale = [str(page.relative_to(ROOT)) for page in generate.stale(sample_store)]

    assert stale == [], "run make docs"


@pytest.mark.parametrize("part", ["commands", "settings", "pages", "routes", "queries", "rules", "layouts"])
def test_readme_holds_every_table(part: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert generate.PARTS[part]() in readme, "run make docs"


@pytest.mark.parametrize("page", _PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [m["target"] for m in _LINK.finditer(page.read_text(encoding="utf-8"))]

    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", _PAGES, ids=lambda p: p.name)
def test_paths_of_the_project_exist(page: Path) -> None:
    paths = _PATH.findall(page.read_text(encoding="utf-8"))

    assert [p for p in paths if not (ROOT / p).exists()] == []


def _blocks() -> list[tuple[str, str, str]]:
    texts = {page.name: page.read_text(encoding="utf-8") for page in _PAGES}
    return [(name, m["language"], m["body"]) for name, text in texts.items() for m in _BLOCK.finditer(text)]


@pytest.mark.parametrize(("page", "language", "body"), _blocks(), ids=lambda value: value[:20])
def test_code_in_the_documentation_can_be_read_by_its_language(page: str, language: str, body: str) -> None:
    read = {
        "python": lambda: compile(body, page, "exec"),
        "json": lambda: json.loads(body),
        "yaml": lambda: yaml.safe_load(body),
        "ttl": lambda: Graph().parse(data=_prefixed(body), format="turtle"),
    }

    read.get(language, lambda: None)()

    assert language in {*read, "sh", "console", "sparql", "text", "tsv", "dotenv"}


def _prefixed(body: str) -> str:
    return "".join(f"@prefix {p}: <{n}> .\n" for p, n in PREFIXES.items()) + body


def test_commands_in_the_documentation_exist() -> None:
    named = {m for _, language, body in _blocks() if language in {"sh", "console"} for m in _invoked(body)}

    assert named
    assert named <= set(generate.commands_by_name())


def _invoked(body: str) -> set[str]:
    return set(re.findall(r"^(?:\$ )?goldenthread (\w+)", body, re.MULTILINE))


def test_every_module_of_the_question_engine_is_told() -> None:
    page = (ROOT / "docs" / "question-engine.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)/?`", page))
    folder = ROOT / "graph" / "ask"
    modules = {p.stem for p in folder.glob("*.py")} | {p.parent.name for p in folder.glob("*/__init__.py")}

    assert sorted(modules - named - {"__init__", "queries"}) == []
