"""Scores the answers of `goldenthread` over any RDF file against gold queries: set F1 and latency.

    python benchmarks/any_graph.py GRAPH.ttl QUESTIONS.jsonl [--limit 500] [--failures]
    python benchmarks/any_graph.py GRAPH.ttl QUESTIONS.jsonl --url http://127.0.0.1:8123 [--dataset IRI]

A line of QUESTIONS is `{"id", "question", "query"}`, and may hold `kind` (what the figures are grouped by)
and `dataset` (asked for by --url where --dataset is not given). A `query` of null means that the graph
cannot answer: then only an empty answer is right.

Three ways are scored, each by the set of values that it gives against the set that the gold query gives:

    answers   `goldenthread ask --graph GRAPH.ttl --file QUESTIONS.jsonl --json`: each answer's iri, else its
              value; the boolean of a yes/no question, the count of a counting one
    sparql    the `sparql` of the same answers, run on GRAPH.ttl: what an evaluator of text2sparql would see
    http      with --url: the query that `GET /text2sparql?dataset=…&question=…` returns, run on GRAPH.ttl

A set is made of all values of all projected columns, so a column too many costs precision. Numbers are
compared by value, to six digits. `named` is the F1 when an IRI and its label count as one thing.

    micro F1   over all values of all questions (long lists weigh more)
    macro F1   the mean over questions: the figure that is usually published
    declined   nothing given where something was wanted; wrong: something given, and none of it right;
               broken: no answer at all, or a query that cannot be run (never right, not even where the
               graph cannot answer)

Latency is the answer's own `seconds` (http: the whole request), as percentiles. `--command` names another
program to be scored; `--json FILE` keeps the figures; `--limit` takes a sample, the same every time.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pyoxigraph as ox

__all__ = ["Figures", "GoldGraph", "Outcome", "main", "read_questions", "scored"]

_LABELS = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2004/02/skos/core#altLabel",
)
_FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}
_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_WAITED = 60  # seconds for one request

Row = dict[str, Any]
Values = frozenset[str]
_SHARES = {"micro", "macro", "named", "exact"}
_NOTHING: Values = frozenset()


class GoldGraph:
    """The graph that is asked, held by an engine of its own, so that nothing scored can touch it."""

    def __init__(self, path: Path) -> None:
        self._store = ox.Store()
        self._store.bulk_load(path=str(path), format=_FORMATS.get(path.suffix, ox.RdfFormat.TURTLE))

    def values(self, query: str) -> Values:
        """Return all values that a query gives; raises SyntaxError or ValueError where it cannot be run."""
        result = self._store.query(query)
        if isinstance(result, ox.QueryBoolean):
            return frozenset({str(bool(result)).lower()})
        if isinstance(result, ox.QuerySolutions):
            return frozenset(_value(term.value) for row in result for term in row if term is not None)
        raise ValueError("The query is neither a SELECT nor an ASK.")

    @cached_property
    def names(self) -> dict[str, str]:
        """Return one label of each thing, folded."""
        found: dict[str, str] = {}
        for property_ in reversed(_LABELS):  # the best kind of label is written last
            for quad in self._store.quads_for_pattern(None, ox.NamedNode(property_), None, None):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                    found[quad.subject.value] = quad.object.value.casefold()
        return found

    def named(self, values: Values) -> Values:
        """Return the values with a label in place of each IRI that has one."""
        return frozenset(self.names.get(value, value.casefold()) for value in values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was given for one question, against what was wanted."""

    asked: Row
    wanted: Values
    given: Values
    named_f1: float
    seconds: float
    broken: bool = False

    @property
    def right(self) -> int:
        """How many values are right."""
        return len(self.wanted & self.given)

    @property
    def f1(self) -> float:
        """The F1 of this question; 1 where nothing was wanted and nothing given."""
        return 0.0 if self.broken else _f1(self.right, len(self.given), len(self.wanted))


@dataclass(frozen=True)
class Figures:
    """Outcomes as figures."""

    outcomes: Sequence[Outcome]

    def as_row(self) -> Row:
        """Return the figures by name."""
        given, wanted = sum(len(o.given) for o in self.outcomes), sum(len(o.wanted) for o in self.outcomes)
        return {
            "questions": len(self.outcomes),
            "micro": _f1(sum(o.right for o in self.outcomes), given, wanted),
            "macro": _mean(o.f1 for o in self.outcomes),
            "named": _mean(o.named_f1 for o in self.outcomes),
            "exact": _mean(float(o.f1 == 1) for o in self.outcomes),
            "declined": sum(not o.given and bool(o.wanted) for o in self.outcomes),
            "wrong": sum(bool(o.given) and not o.right for o in self.outcomes),
            "broken": sum(o.broken for o in self.outcomes),
            "p50_ms": self._percentile(0.50),
            "p95_ms": self._percentile(0.95),
            "max_ms": self._percentile(1.0),
        }

    def by_kind(self) -> dict[str, Row]:
        """Return the figures of each kind of question, and of all."""
        kinds: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in self.outcomes:
            kinds[str(outcome.asked.get("kind", "-"))].append(outcome)
        rows = {kind: Figures(kinds[kind]).as_row() for kind in sorted(kinds)}
        return rows | {"all": self.as_row()}

    def _percentile(self, share: float) -> float:
        ordered = sorted(o.seconds for o in self.outcomes) or [0.0]
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def read_questions(path: Path, limit: int | None) -> list[Row]:
    """Return the questions of a file, or a sample of them that depends on their ids alone."""
    rows: list[Row] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    if limit is None or limit >= len(rows):
        return rows
    drawn = {r["id"] for r in sorted(rows, key=lambda r: sha256(str(r["id"]).encode()).digest())[:limit]}
    return [r for r in rows if r["id"] in drawn]


def scored(graph: GoldGraph, asked: Row, answer: Row, give: Callable[[Row], Values]) -> Outcome:
    """Return the outcome of one question; what cannot be run gives nothing and is told as broken."""
    wanted = graph.values(asked["query"]) if asked.get("query") else _NOTHING
    try:
        given, broken = give(answer), not answer
    except (SyntaxError, ValueError):
        given, broken = _NOTHING, True
    ours, theirs = graph.named(given), graph.named(wanted)
    named = 0.0 if broken else _f1(len(ours & theirs), len(ours), len(theirs))
    return Outcome(asked, wanted, given, named, float(answer.get("seconds") or 0), broken)


def _asked_by_command(command: list[str], graph: Path, rows: list[Row]) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "questions.jsonl"
        lines = [json.dumps({"id": r["id"], "question": r["question"]}, ensure_ascii=False) for r in rows]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        full = [*command, "ask", "--graph", str(graph), "--file", str(file), "--json"]
        done = subprocess.run(full, capture_output=True, text=True, check=False)
    answers: list[Row] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or len(answers) != len(rows):
        told = (done.stderr.strip().splitlines() or ["nothing on stderr"])[-1]
        print(f"{len(answers)} of {len(rows)} answered, exit {done.returncode}: {told}", file=sys.stderr)
    by_id = {answer.get("id"): answer for answer in answers}
    return [by_id.get(row["id"], {}) for row in rows]


def _given_values(answer: Row) -> Values:
    """Return what an answer claims, as values."""
    if answer.get("status") not in {"answered", "empty"}:
        return frozenset()
    if answer.get("boolean") is not None:
        return frozenset({str(answer["boolean"]).lower()})
    if answer.get("kind") == "count" and answer.get("count") is not None:
        return frozenset({_value(str(answer["count"]))})
    return frozenset(_value(str(a.get("iri") or a.get("value", ""))) for a in answer.get("answers", []))


def _asked_over_http(url: str, dataset: str, rows: list[Row]) -> list[Row]:
    answers = []
    for row in rows:
        asked = urlencode({"dataset": dataset or row.get("dataset", ""), "question": row["question"]})
        begun, query = perf_counter(), ""
        try:
            with urlopen(f"{url.rstrip('/')}/text2sparql?{asked}", timeout=_WAITED) as body:  # noqa: S310
                query = json.load(body).get("query") or ""  # the address is the user's own argument
        except (URLError, ValueError) as error:
            print(f"{row['id']}: {error}", file=sys.stderr)
        answers.append({"sparql": query, "seconds": perf_counter() - begun})
    return answers


def _figures(graph: GoldGraph, given: argparse.Namespace, rows: list[Row]) -> dict[str, Figures]:
    def run(answer: Row) -> Values:
        return graph.values(answer["sparql"]) if answer.get("sparql") else _NOTHING

    if given.url:
        ways, answers = {"http": run}, _asked_over_http(given.url, given.dataset, rows)
    else:
        ways = {"answers": _given_values, "sparql": run}
        answers = _asked_by_command(shlex.split(given.command), given.graph, rows)
    pairs = list(zip(rows, answers, strict=True))
    return {way: Figures([scored(graph, row, told, f) for row, told in pairs]) for way, f in ways.items()}


def _value(text: str) -> str:
    """Return a value so that equal numbers are equal texts; whole ones are kept to the last digit."""
    if not _NUMBER.fullmatch(text):
        return text
    number = Decimal(text)
    return str(int(number)) if number == number.to_integral_value() else f"{number:.6g}"


def _f1(right: int, given: int, wanted: int) -> float:
    return 2 * right / (given + wanted) if given + wanted else 1.0


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _print_table(way: str, rows: dict[str, Row]) -> None:
    columns = [*rows["all"]]
    print(f"\n{way}\n{'':14}" + "".join(f"{c:>10}" for c in columns))
    for kind, row in rows.items():
        cells = (f"{v:>10.3f}" if column in _SHARES else f"{v:>10.0f}" for column, v in row.items())
        print(f"{kind[:13]:14}" + "".join(cells))


def _print_failures(way: str, figures: Figures) -> None:
    for o in figures.outcomes:
        if o.f1 < 1:
            print(f"{way} {o.asked['id']} F1 {o.f1:.2f} {o.asked['question']}")
            for name, values in (("wanted", o.wanted), ("given", o.given)):
                print(f"    {name:6} {len(values)}: {sorted(values)[:4]}")


def main() -> None:
    """Score one graph and its questions."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("graph", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--command", default=str(Path(sys.executable).parent / "goldenthread"))
    parser.add_argument("--url", help="a running server; only /text2sparql is scored then")
    parser.add_argument("--dataset", help="the data set that the server is asked for")
    parser.add_argument("--limit", type=int, help="a sample of so many questions")
    parser.add_argument("--failures", action="store_true", help="tell each question that is not fully right")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    given = parser.parse_args()
    graph, rows = GoldGraph(given.graph), read_questions(given.questions, given.limit)
    ways = _figures(graph, given, rows)
    for way, figures in ways.items():
        if given.failures:
            _print_failures(way, figures)
        _print_table(way, figures.by_kind())
    if given.json:
        kept = {way: figures.by_kind() for way, figures in ways.items()}
        given.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
