"""Times the same questions while the store grows from one district to a thousand: the answers' time must not.

    python benchmarks/scale.py FOLDER                       # 1, 10, 100 and 1,000 invented districts
    python benchmarks/scale.py FOLDER --quick               # 1, 10 and 50
    python benchmarks/scale.py FOLDER --base STORE --questions QUESTIONS.jsonl

FOLDER takes one store for each size (1,000 districts are 2.8 million triples and 1.1 GB) and is kept: a
store that is there is used again. The districts come from `districts.py`, the same every time; their words
are embedded into the store's vectors as an ingest does it, which takes most of the time. `--random-vectors`
puts random ones in their place: the search costs the same, but finds nothing by meaning.

The `named` questions are about the first district alone and name it or one of its schools, so that each has
the same answer at every size; how many still have the answer of the smallest store is told. The `unnamed`
ones name none: up to 30 districts they are asked of all plans, beyond that they are refused with the reason.
With --base, the store of real plans is copied and the districts are put beside it, beginning with none;
--questions names questions about its plans, which are asked in place of both.

Each size is asked in processes of its own. `learn` is the first `ask` after the store was made, which learns
it as an ingest would have done; `cold` is the wall time of one `ask` from the shell after that; warm figures
are the answers' own `seconds` over --repeat rounds, after a first round that does not count; `MB` is the most
memory that this process took. The last line says how many times slower the largest store answers than the
smallest, at the median of the named questions; 3 is allowed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from subprocess import PIPE, Popen
from time import perf_counter
from typing import Any

import numpy as np
import pyoxigraph as ox
from districts import District

import graph
from graph.embedding.cache import VectorCache
from graph.embedding.embedder import Embedder, Vectors, open_embedder
from graph.identifiers import ONTOLOGY_GRAPH
from graph.settings import Settings

__all__ = ["Timing", "build", "main", "questions_about", "timed"]

_SIZES, _QUICK = (10, 100, 1000), (10, 50)
_ALLOWED = 3.0
_ONTOLOGY = Path(graph.__path__[0]) / "ontology" / "goldenthread.ttl"

Row = dict[str, Any]


class RandomEmbedder:
    """Gives each text a direction of its own that has nothing to do with its meaning."""

    def __init__(self, real: Embedder) -> None:
        self.name, self.dimensions = real.name, real.dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text."""
        seeds = [int.from_bytes(blake2b(t.encode(), digest_size=8).digest(), "big") for t in texts]
        drawn = [np.random.default_rng(seed).standard_normal(self.dimensions) for seed in seeds]
        rows: Vectors = np.array(drawn, np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


@dataclass(frozen=True, slots=True)
class Timing:
    """What one size took."""

    districts: int
    triples: int
    learn: float
    cold: float
    megabytes: int
    seconds: tuple[float, ...]
    unnamed: tuple[float, ...]
    answers: tuple[str, ...]

    def at(self, share: float) -> float:
        """Return a percentile of the warm answers, in milliseconds."""
        return _percentile(self.seconds, share)


def _percentile(seconds: Sequence[float], share: float) -> float:
    ordered = sorted(seconds) or [0.0]
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


_UNNAMED = (
    "Which actions support Recommendation 3?",
    "How many actions does Human Resources lead?",
    "Which schools are in the lowest tier?",
    "Which unit leads the most actions?",
    "What do the plans say about the swimming pool?",
)


def questions_about(district: District) -> list[str]:
    """Return questions of many shapes that only this district answers."""
    plan, schools = f"the {district.name} Educational Master Plan", [*district.schools]
    return [
        f"Which actions support Recommendation 3 of {plan}?",
        f"Which short-term actions support Recommendation 1 of {plan}?",
        f"How many actions support Recommendation 2 of {plan}?",
        f"How many actions does Human Resources lead in {plan}?",
        f"What are the goals of the {district.name} Annual Department Plan?",
        f"Who leads the action '{district.actions[0]}' in {plan}?",
        f"When is '{district.actions[1]}' planned in {plan}?",
        f"Which schools feed into {schools[7]}?",
        f"Where do students of {schools[0]} go next?",
        f"Which program does {schools[2]} offer?",
        f"In which tier is {schools[4]}?",
        f"Is {schools[10]} a high school?",
        f"Which metrics measure goal 2 of the {district.name} Annual Department Plan?",
        f"Which unit leads the most actions in {plan}?",
        f"{district.name} recommendation 5",
        f"What is the mascot of {schools[5]}?",
        f"What does {plan} say about the swimming pool?",
    ]


def build(store: Path, size: int, base: Path | None, *, random_vectors: bool) -> int:
    """Make the store of so many districts, unless it is there, and return its number of triples."""
    mark = store / "scale.json"
    if mark.exists():
        return int(json.loads(mark.read_text())["triples"])
    shutil.rmtree(store, ignore_errors=True)
    if base:
        shutil.copytree(base, store)
    store.mkdir(parents=True, exist_ok=True)
    engine = ox.Store(str(store / "quads"))
    named = ox.NamedNode(str(ONTOLOGY_GRAPH))
    engine.bulk_load(path=str(_ONTOLOGY), format=ox.RdfFormat.TURTLE, to_graph=named)
    texts: set[str] = set()
    for part in _parts(size):
        engine.bulk_load("".join(q for d in part for q in d.quads()).encode(), format=ox.RdfFormat.N_QUADS)
        texts.update(text for d in part for text in d.texts)
    engine.flush()
    engine.optimize()
    triples = len(engine)
    del engine
    _embed(store, texts, random_vectors=random_vectors)
    mark.write_text(json.dumps({"districts": size, "triples": triples}))
    return triples


def _parts(size: int) -> Iterator[list[District]]:
    for start in range(0, size, 50):
        yield [District(n) for n in range(start, min(size, start + 50))]


def _embed(store: Path, texts: Iterable[str], *, random_vectors: bool) -> None:
    embedder = open_embedder(Settings(store=store))
    cache = VectorCache(store / "vectors", RandomEmbedder(embedder) if random_vectors else embedder)
    cache.add(texts, _tell if sys.stderr.isatty() else lambda *_: None)


def _tell(done: int, all_: int) -> None:
    print(f"\r  embedding {done:,} of {all_:,}", end="", file=sys.stderr)


def timed(store: Path, size: tuple[int, int], asked: list[str], unnamed: list[str], given: Any) -> Timing:
    """Ask a store all questions, and return what it took; `size` is its districts and triples."""
    one = [given.command, "ask", asked[0], "--store", str(store), "--json"]
    begun = perf_counter()
    _run(one)
    learnt = perf_counter()
    _run(one)
    cold = perf_counter() - learnt
    answers, megabytes = _asked(given.command, store, asked * (given.repeat + 1))
    others = _asked(given.command, store, unnamed * (given.repeat + 1))[0] if unnamed else []
    warm = tuple(float(a["seconds"]) for a in answers[len(asked) :])
    further = tuple(float(a["seconds"]) for a in others[len(unnamed) :])
    claimed = tuple(_claim(answer) for answer in answers[: len(asked)])
    return Timing(*size, learnt - begun, cold, megabytes, warm, further, claimed)


def _asked(command: str, store: Path, questions: list[str]) -> tuple[list[Row], int]:
    """Return the answers to questions asked in one process, and how much memory it took at most."""
    file = store / "asked.jsonl"
    lines = [json.dumps({"id": str(n), "question": q}) for n, q in enumerate(questions)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Popen(
        [command, "ask", "--file", str(file), "--store", str(store), "--json"], stdout=PIPE
    ) as process:
        told = process.stdout.read() if process.stdout else b""
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        sys.exit(f"asking {store} ended with the code {process.returncode}")
    return [json.loads(line) for line in told.splitlines()], used.ru_maxrss // 1024


def _run(command: list[str]) -> list[Row]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _claim(answer: Row) -> str:
    values = sorted(str(a.get("value")) for a in answer.get("answers", []))
    return json.dumps([answer.get("status"), answer.get("boolean"), answer.get("count"), values])


_HEADS = ("learn s", "cold s", "MB", "p50 ms", "p95 ms", "max ms", "unnamed")


def _print(timings: list[Timing]) -> None:
    heads = "".join(f"{head:>9}" for head in _HEADS)
    print(f"{'districts':>10}{'triples':>12}{heads}{'answered':>10}{'same answers':>14}")
    for t in timings:
        same = sum(a == b for a, b in zip(t.answers, timings[0].answers, strict=True))
        warm = "".join(f"{ms:>9.1f}" for ms in (*map(t.at, (0.5, 0.95, 1.0)), _percentile(t.unnamed, 0.5)))
        answered = sum(a.startswith('["answered"') for a in t.answers)
        told = f"{answered:>10}{same:>8} of {len(t.answers)}"
        print(f"{t.districts:>10,}{t.triples:>12,}{t.learn:>9.1f}{t.cold:>9.2f}{t.megabytes:>9}{warm}{told}")
    slower = timings[-1].at(0.5) / max(timings[0].at(0.5), 0.001)
    told = "flat enough" if slower <= _ALLOWED else "not flat"
    print(f"the largest store takes {slower:.1f} times as long at the median: {told} ({_ALLOWED:g} allowed)")


def main() -> None:
    """Build the stores and time the questions."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="at most 50 districts")
    parser.add_argument("--sizes", type=int, nargs="+", help="other numbers of districts, at most 1,000")
    parser.add_argument("--base", type=Path, help="a store of real plans beside which the districts are put")
    parser.add_argument("--questions", type=Path, help="questions to be asked instead, as JSON lines")
    parser.add_argument("--repeat", type=int, default=3, help="rounds that are timed")
    parser.add_argument("--random-vectors", action="store_true", help="do not embed, which takes longest")
    parser.add_argument("--command", default=str(Path(sys.executable).parent / "goldenthread"))
    given = parser.parse_args()
    asked, unnamed = questions_about(District(0)), list(_UNNAMED)
    if given.questions:
        lines = given.questions.read_text(encoding="utf-8").splitlines()
        asked, unnamed = [json.loads(line)["question"] for line in lines if line], []
    timings = []
    first = 0 if given.base else 1
    for size in given.sizes or (first, *(_QUICK if given.quick else _SIZES)):
        store = given.folder / f"{size}-districts"
        triples = build(store, size, given.base, random_vectors=given.random_vectors)
        timings.append(timed(store, (size, triples), asked, unnamed, given))
    _print(timings)


if __name__ == "__main__":
    main()
