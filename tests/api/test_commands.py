"""The commands on a real store: what they print, what they refuse, and with which exit code."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def run(district_path: Path, tmp_path: Path) -> Run:
    """Run a command in an empty folder, over the district's store unless another one is named."""

    def command(*words: str, store: Path = district_path, **variables: str) -> Done:
        program = Path(sys.executable).parent / "goldenthread"
        return subprocess.run(
            [program, *words, "--store", store],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **variables},
        )

    return command


def test_sparql_gives_w3c_json_and_nothing_else(run: Run) -> None:
    done = run("sparql", "SELECT (COUNT(*) AS ?n) { ?s a gt:Recommendation }", "--format", "json")

    assert json.loads(done.stdout)["results"]["bindings"][0]["n"]["value"] == "3"
    assert (done.returncode, done.stderr) == (0, "")


def test_sparql_prints_a_table(run: Run) -> None:
    done = run("sparql", "SELECT ?label { ?s a schema:School ; rdfs:label ?label } ORDER BY ?label")

    assert next(line.strip("│ ") for line in done.stdout.splitlines() if "│" in line) == "Ash Middle"
    assert done.stdout.rstrip().endswith("5 rows")


def test_sparql_reads_a_query_from_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("SELECT ?s { ?s a gt:District }")
    done = run("sparql", "@q.rq", "--format", "csv")

    assert list(csv.reader(done.stdout.splitlines())) == [
        ["s"],
        ["https://w3id.org/goldenthread/id/lindenfeld"],
    ]


def test_sparql_gives_triples_as_turtle(run: Run) -> None:
    done = run("sparql", "DESCRIBE <https://w3id.org/goldenthread/id/oak>", "--format", "ttl")

    assert 'rdfs:label "Oak Elementary"' in done.stdout


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "read-only"),
        ("SELECT * { SERVICE <http://x/> {} }", "SERVICE"),
        ("SELECT * {", "does not parse"),
        ("@missing.rq", "missing.rq"),
    ],
)
def test_sparql_refuses_in_one_sentence(run: Run, query: str, word: str) -> None:
    done = run("sparql", query)

    assert done.returncode in {1, 2}
    assert word in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_sparql_gives_up_on_an_endless_query(run: Run) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?l < 1) }"
    done = run("sparql", endless, GOLDENTHREAD_QUERY_SECONDS="1")

    assert done.returncode == 1
    assert "longer than 1 seconds" in done.stderr


def test_trace_prints_both_ways(run: Run) -> None:
    done = run("trace", "Recommendation 2")

    assert "stands in [stated] Plan: Lindenfeld Master Plan" in done.stdout
    assert "is supported by [inferred 0.71] Action: Send a letter each April" in done.stdout
    assert "plan.txt, line 24" in done.stdout


def test_trace_in_json_is_what_the_address_gives(run: Run) -> None:
    body = json.loads(run("trace", "master/goal", "--json").stdout)

    assert body["up"][0]["item"]["label"] == "Strong Schools"
    assert {"item", "facts", "evidence", "notes", "up", "down", "page", "pages"} == set(body)


@pytest.mark.parametrize(
    ("name", "word"), [("elementary", "oak (School"), ("Safty Ofice", "nearest are: Safety")]
)
def test_trace_tells_choices_and_the_nearest(run: Run, name: str, word: str) -> None:
    done = run("trace", name)

    assert done.returncode == 2
    assert word in done.stderr


def test_gaps_prints_a_table_for_each_rule(run: Run) -> None:
    done = run("gaps")

    assert "G9 Recommendation without an action (warning, 1)" in done.stdout
    assert "plan.txt, line 12: “3. Renew the buildings within ten years.”" in done.stdout
    assert "Recommendation 1: Make every school a safe place to learn. │ 0" in done.stdout


def test_gaps_in_json_with_one_rule(run: Run) -> None:
    body = json.loads(run("gaps", "--rule", "G6", "--json").stdout)

    assert [f["subject"]["label"] for f in body["findings"]] == ["Count the broken lamps"]
    assert body["findings"][0]["evidence"][0]["quote"] == "Count the broken lamps"


def test_an_unknown_rule_is_wrong_usage(run: Run) -> None:
    done = run("gaps", "--rule", "G99")

    assert (done.returncode, done.stdout) == (2, "")
    assert "The rules are G1" in done.stderr or "the rules are G1" in done.stderr


@pytest.mark.parametrize("kind", ["feeder", "alignment", "programs", "organisation"])
def test_a_map_is_written(run: Run, tmp_path: Path, kind: str) -> None:
    done = run("map", kind, "--out", "new/map.html")

    assert done.returncode == 0
    assert (tmp_path / "new" / "map.html").read_text().startswith("<!doctype html>")


def test_a_trace_map_needs_its_item(run: Run) -> None:
    assert run("map", "trace", "--out", "map.html").returncode == 2
    assert run("map", "trace", "--item", "rec 1", "--out", "map.html").returncode == 0


@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "jsonld", "graphml", "csv", "xlsx", "stratml"])
def test_an_export_is_written(run: Run, tmp_path: Path, form: str) -> None:
    done = run("export", "--format", form, "--out", "out")

    assert done.returncode == 0
    assert (tmp_path / "out").exists()


def test_an_export_that_is_not_there_is_wrong_usage(run: Run) -> None:
    done = run("export", "--format", "odt", "--out", "out.odt")

    assert done.returncode == 2
    assert "no format" in done.stderr


@pytest.mark.parametrize(
    "words", [("gaps",), ("trace", "x"), ("map", "feeder", "--out", "m.html"), ("sparql", "ASK {}")]
)
def test_a_missing_store_is_told(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, store=tmp_path / "none")

    assert done.returncode == 1
    assert "goldenthread ingest" in done.stderr


@pytest.mark.parametrize("name", ["sparql", "trace", "gaps", "map", "export", "serve"])
def test_every_command_helps_with_an_example(name: str) -> None:
    program = Path(sys.executable).parent / "goldenthread"
    done = subprocess.run([program, name, "--help"], capture_output=True, text=True, check=True)

    assert f"Example: goldenthread {name}" in done.stdout


def test_a_port_that_is_taken_is_told(run: Run) -> None:
    import socket  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 2
    assert "--port" in done.stderr
