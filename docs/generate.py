"""Writes what the documentation takes from the code: tables, the vocabulary, outputs of examples.

A part stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. In a block of the language `console`,
each line that begins with `$ ` is run against a store of the sample plans, and its output stands below it.
"""

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import click
import typer.main
from fastapi.routing import APIRoute
from pydantic import BaseModel
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from api.app import create_app
from api.cli.main import app
from api.pages import PAGES
from graph.catalogue import checks, queries
from graph.settings import Settings
from graph.vocabulary import PREFIXES
from ingest.forms.form import ROLES, Form, Kind, RecordType
from ingest.forms.phrases import SIGNS
from ingest.layouts import LAYOUTS

ROOT = Path(__file__).parents[1]
_PAGES = ("README.md", "docs/add-a-layout.md", "docs/operations.md", "docs/vocabulary.md")
_PART = re.compile(r"(<!-- begin (?P<name>[\w-]+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_FINE = (0, 141)  # 141: `head` had enough of it
_SECONDS = re.compile(r"\b\d+[.,]\d+ ?(s|seconds|ms)\b")


def commands_by_name() -> dict[str, click.Command]:
    """Return the commands of the command line."""
    group = typer.main.get_command(app)
    return dict(sorted(group.commands.items()))  # type: ignore[attr-defined]


def commands() -> str:
    """Return the table of commands."""
    rows = []
    for name, command in commands_by_name().items():
        usage = " ".join(word for p in command.params if (word := _usage(p)))
        help_text = (command.help or "").strip().split("\n\n")[0].replace("\n", " ")
        rows.append((f"`goldenthread {name} {usage}`".replace(" `", "`"), help_text))
    return _table(("command", "does"), rows)


def _usage(parameter: click.Parameter) -> str:
    """Return how an argument, or an option that must be given, is written."""
    metavar = getattr(parameter, "metavar", None) or (parameter.name or "").upper()
    if parameter.param_type_name == "argument":
        return metavar if parameter.required else f"[{metavar.strip('[]')}]"
    return f"{parameter.opts[0]} {metavar}" if parameter.required else ""


def settings() -> str:
    """Return the table of settings."""
    rows = [
        (f"`GOLDENTHREAD_{n.upper()}`", f"`{f.default}`" if f.default else "", f.description or "")
        for n, f in Settings.model_fields.items()
    ]
    return _table(("variable", "without it", "says"), rows)


def routes() -> str:
    """Return the table of HTTP routes."""
    paths = create_app(Settings()).openapi()["paths"]
    rows = [
        (f"`{method.upper()} {path}`", " ".join(route["description"].split("\n\n")[0].split()))
        for path, methods in sorted(paths.items())
        for method, route in sorted(methods.items())
    ]
    return _table(("route", "does"), [*rows, ("`GET /openapi.json`", "Describe all of these.")])


def pages() -> str:
    """Return the table of pages for people."""
    shown = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    rows = [
        (
            f"`{'|'.join(sorted(route.methods))} {route.path}`",
            " ".join(route.description.split("\n\n")[0].split()),
        )
        for route in sorted(shown, key=lambda route: route.path)
    ]
    return _table(("page", "does"), rows)


def stored_queries() -> str:
    """Return the table of stored queries."""
    rows = [(f"`{q.name}`", q.question, ", ".join(f"`{p.name}`" for p in q.parameters)) for q in queries()]
    return _table(("query", "question", "parameters"), rows)


def layouts() -> str:
    """Return the list of layouts that are known."""
    modules = [import_module(recognise.__module__) for recognise in LAYOUTS]
    rows = [(f"`{m.__name__.split('.')[-1]}`", (m.__doc__ or "").split("\n")[0]) for m in modules]
    return _table(("layout", "what it does"), rows)


def form_language() -> str:
    """Return the reference of described layouts: what a file, a record, a field and a phrase may hold."""
    parts = {
        "The file": _table(("key", "says"), _keys(Form)),
        "A record": _table(("key", "says"), _keys(RecordType)),
        "Classes, as `is` names them": _table(("class", "is"), _kinds()),
        "Roles, in `columns` and `fields`": _table(
            ("role", "what stands in it"), [(f"`{r}`", says) for r, says in ROLES.items()]
        ),
        "Phrases": "Letter case, signs, blanks and what stands in brackets do not count.\n\n"
        + _table(("sign", "stands for"), [(f"`{sign}`", says) for sign, says in SIGNS.items()]),
    }
    return "\n".join(f"### {title}\n\n{text}" for title, text in parts.items())


def _keys(model: type[BaseModel]) -> list[tuple[str, str]]:
    fields = model.model_fields.items()
    return [
        (
            f"`{f.alias or name}`{' (must be there)' if f.is_required() else ''}",
            " ".join((f.description or "").split()),
        )
        for name, f in fields
    ]


def _kinds() -> list[tuple[str, str]]:
    known = {row[0].removeprefix("`gt:").rstrip("`"): row[1] for row in _terms(_ontology(), [OWL.Class], [])}
    fields = "No item of its own: what stands in it belongs to the record above."
    return [(f"`{kind}`", fields if kind == "Fields" else known[kind]) for kind in get_args(Kind)]


def rules() -> str:
    """Return the table of checks."""
    found = sorted(checks(), key=lambda c: int(re.sub(r"\D", "", c.head["rule"]) or 0))
    return _table(("rule", "finds"), [(c.head["rule"], c.title) for c in found])


def vocabulary() -> str:
    """Return the tables of classes and properties."""
    graph = _ontology()
    classes = _terms(graph, [OWL.Class], [RDFS.subClassOf])
    properties = _terms(graph, [OWL.ObjectProperty, OWL.DatatypeProperty], [RDFS.domain, RDFS.range])
    sections = {
        "Classes": _table(("class", "is", "is a kind of"), classes),
        "Properties": _table(("property", "says", "of", "value"), properties),
        "Individuals": _table(("individual", "is a"), _individuals(graph)),
    }
    return "\n".join(f"## {title}\n\n{table}" for title, table in sections.items())


def _ontology() -> Graph:
    graph = Graph()
    for file in (ROOT / "graph" / "ontology").glob("*.ttl"):
        graph.parse(file)
    return graph


def _terms(graph: Graph, kinds: list[URIRef], shown: list[URIRef]) -> list[tuple[str, ...]]:
    terms = sorted({s for kind in kinds for s in graph.subjects(RDF.type, kind)}, key=_short)
    return [
        (
            f"`{_short(t)}`",
            str(graph.value(t, RDFS.comment) or graph.value(t, RDFS.label) or ""),
            *(", ".join(f"`{_short(o)}`" for o in sorted(graph.objects(t, p))) for p in shown),
        )
        for t in terms
    ]


def _individuals(graph: Graph) -> list[tuple[str, str]]:
    own = set(graph.subjects(RDF.type, OWL.Class))
    found = sorted((_short(s), _short(o)) for s, o in graph.subject_objects(RDF.type) if o in own)
    return [(f"`{name}`", f"`{kind}`") for name, kind in found]


def _short(term: object) -> str:
    text = str(term)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return re.sub(r".*[#/]", "", text)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    escaped = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in escaped)


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "settings": settings,
    "pages": pages,
    "routes": routes,
    "queries": stored_queries,
    "rules": rules,
    "layouts": layouts,
    "vocabulary": vocabulary,
    "form-language": form_language,
}


def renewed(text: str, store: Path) -> str:
    """Return a page with its generated parts and the outputs of its examples made anew."""
    text = _PART.sub(lambda m: m[1] + PARTS[m["name"]]() + m[3], text)
    return _CONSOLE.sub(lambda m: "```console\n" + "".join(_session(m["body"], store)) + "```", text)


def _session(body: str, store: Path) -> Iterator[str]:
    for line in body.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n{_output(line[2:], store)}"


def _output(command: str, store: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    given = {"PATH": path, "GOLDENTHREAD_STORE": str(store), "COLUMNS": "110", "NO_COLOR": "1"}
    shell = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(shell, cwd=ROOT, env=os.environ | given, capture_output=True, check=False)
    if done.returncode not in _FINE:
        raise SystemExit(f"{command}\n{done.stderr.decode()}")
    return _SECONDS.sub("0.1 s", done.stdout.decode().replace(str(store), ".goldenthread"))


def stale(store: Path) -> dict[Path, str]:
    """Return the pages that are out of date, with the text that they should have."""
    pages = {ROOT / name: (ROOT / name).read_text(encoding="utf-8") for name in _PAGES}
    fresh = {page: renewed(text, store) for page, text in pages.items()}
    return {page: text for page, text in fresh.items() if text != pages[page]}


def main() -> None:
    """Write the pages, or say with --check which of them are out of date."""
    parser = ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is stale")
    check = parser.parse_args().check
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        _output("goldenthread ingest sample", store)
        found = stale(store)
    for page, text in found.items():
        print(page.relative_to(ROOT))
        if not check:
            page.write_text(text, encoding="utf-8")
    if check and found:
        raise SystemExit("These pages are out of date; run make docs.")


if __name__ == "__main__":
    main()
