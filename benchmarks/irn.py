"""Turns the public question sets WC2014 and PathQuestion into graphs and questions for `any_graph.py`.

The data are those of the repository zmtkeke/IRN (Zhou, Huang, Zhu: "An Interpretable Reasoning Network for
Multi-Relation Question Answering", COLING 2018); they are fetched by whoever measures and never become part
of the project. SOURCE is a checkout of it, or a bare git directory; files too large for a git store are
taken out of its WC2014.zip.

    python benchmarks/irn.py SOURCE OUT            # OUT outside the checkout
    python benchmarks/any_graph.py OUT/wc2014/graph.ttl OUT/wc2014/dev.jsonl

The conversion is mechanical. Each word of the knowledge base between tabs becomes an IRI with a label: the
word with blanks for underscores. A question loses its underscores and the blanks before 's and ?, as people
type (`--as-written` keeps both). Numbers stay things with a label, unless `--numbers`. The gold query is the
path that the data name; it must give the data's own set of answers, and a question is left out where it
does not (none is). Half of the questions go to dev.jsonl, half to report.jsonl, by the hash of what is asked
(subject and relations), so that the paraphrases of one question stay together.
"""

import argparse
import json
import re
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

__all__ = ["SETS", "Base", "Source", "convert", "main"]

_ROOT = "https://example.org/irn/"
_END = "<end>"
_INTEGER = "<http://www.w3.org/2001/XMLSchema#integer>"

SETS = {  # name: knowledge base, and the question files with the kind of their questions
    "wc2014": (
        "WC2014/WC2014.txt",
        {"WC2014/WC-P1.txt": "1 hop", "WC2014/WC-P2.txt": "2 hops", "WC2014/WC-C.txt": "and"},
    ),
    "pathquestion-2h": ("PathQuestion/2H-kb.txt", {"PathQuestion/PQ-2H.txt": "2 hops"}),
    "pathquestion-3h": ("PathQuestion/3H-kb.txt", {"PathQuestion/PQ-3H.txt": "3 hops"}),
    "pathquestion-large-2h": ("PathQuestion/PQL2-KB.txt", {"PathQuestion/PQL-2H.txt": "2 hops"}),
    "pathquestion-large-3h": ("PathQuestion/PQL3-KB.txt", {"PathQuestion/PQL-3H.txt": "3 hops"}),
}


@dataclass(frozen=True)
class Source:
    """The fetched repository: a folder of files, or a bare git directory."""

    path: Path

    def lines(self, name: str) -> list[str]:
        """Return the lines of a file; raises FileNotFoundError."""
        content = self._file(name) or self._zipped(name)
        if content is None:
            raise FileNotFoundError(f"{self.path} holds no {name}; fetch the repository zmtkeke/IRN anew.")
        return content.decode("utf-8", "replace").splitlines()

    def _file(self, name: str) -> bytes | None:
        if (self.path / name).is_file():
            return (self.path / name).read_bytes()
        if not (self.path / "objects").is_dir():
            return None
        command = ["git", "--git-dir", str(self.path), "show", f"HEAD:{name}"]
        shown = subprocess.run(command, capture_output=True, check=False)
        return shown.stdout if shown.returncode == 0 else None

    def _zipped(self, name: str) -> bytes | None:
        packed = self._file(f"{name.partition('/')[0]}.zip")
        if packed is None:
            return None
        with zipfile.ZipFile(BytesIO(packed)) as opened:
            return opened.read(name) if name in opened.namelist() else None


class Base:
    """A knowledge base as read: what each subject has by each relation."""

    def __init__(self, name: str, lines: list[str], *, numbers: bool = False) -> None:
        self.name = name
        self._numbers = numbers
        self.facts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for line in lines:
            words = [w.strip() for w in line.split("\t") if w.strip()]
            if len(words) == 3:
                self.facts[words[0], words[1]].add(words[2])

    def walk(self, subject: str, relations: list[str]) -> set[str]:
        """Return what stands at the end of a path."""
        at = {subject}
        for relation in relations:
            at = set().union(*(self.facts.get((word, relation), set()) for word in at))
        return at

    def thing(self, word: str) -> str:
        """Return a word of the knowledge base in Turtle."""
        if self._numbers and re.fullmatch(r"\d+", word):
            return f'"{word}"^^{_INTEGER}'
        return f"<{_ROOT}{self.name}/entity/{quote(word, safe='')}>"

    def relation(self, word: str) -> str:
        """Return a relation in Turtle."""
        return f"<{_ROOT}{self.name}/relation/{quote(word, safe='')}>"

    def turtle(self) -> Iterator[str]:
        """Yield the lines of the graph, sorted."""
        yield "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
        yield "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        for word in sorted({relation for _, relation in self.facts}):
            yield f"{self.relation(word)} a rdf:Property ; rdfs:label {_literal(_plain(word))} ."
        subjects = {subject for subject, _ in self.facts}
        for word in sorted(subjects.union(*self.facts.values())):
            if (thing := self.thing(word)).startswith("<"):
                yield f"{thing} rdfs:label {_literal(_plain(word))} ."
        for (subject, relation), objects in sorted(self.facts.items()):
            named = " , ".join(self.thing(o) for o in sorted(objects))
            yield f"{self.thing(subject)} {self.relation(relation)} {named} ."


@dataclass(frozen=True)
class _Asked:
    """One line of a question file; several paths must all be met."""

    text: str
    answers: frozenset[str]
    paths: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def from_line(cls, line: str) -> "_Asked":
        cells = line.split("\t")
        listed = cells[3] if len(cells) > 3 else re.sub(r"^.*?(?<!_)\((.*)\)$", r"\1", cells[1])
        words = [path.split("#") for path in cells[2].split("*")]
        paths = [(p[0], tuple(r for r in p[1::2] if r != _END)) for p in words]
        return cls(cells[0].strip(), frozenset(a for a in listed.split("/") if a), tuple(paths))

    def is_sound(self, base: Base) -> bool:
        """Tell whether the paths give the set of answers that the data name."""
        ends = [base.walk(subject, list(relations)) for subject, relations in self.paths]
        return bool(self.answers) and set.intersection(*ends) == self.answers

    def part(self) -> str:
        """Return the part into which the question goes, the same for all its paraphrases."""
        return "dev" if sha256(repr(self.paths).encode()).digest()[0] % 2 else "report"

    def query(self, base: Base) -> str:
        """Return the gold query."""
        steps = [(base.thing(s), "/".join(map(base.relation, relations))) for s, relations in self.paths]
        pattern = " ".join(f"{thing} {path} ?x ." for thing, path in steps)
        return f"SELECT DISTINCT ?x WHERE {{ {pattern} }}"


def convert(source: Source, name: str, out: Path, *, numbers: bool, as_written: bool) -> dict[str, int]:
    """Write one set's graph.ttl, dev.jsonl and report.jsonl, and return what was counted."""
    knowledge, files = SETS[name]
    base = Base(name, source.lines(knowledge), numbers=numbers)
    out.mkdir(parents=True, exist_ok=True)
    (out / "graph.ttl").write_text("\n".join(base.turtle()) + "\n", encoding="utf-8")
    parts: dict[str, list[str]] = {"dev": [], "report": []}
    seen: set[tuple[str, str]] = set()
    dropped = 0
    for kind, line in ((kind, line) for file, kind in files.items() for line in source.lines(file)):
        asked = _Asked.from_line(line)
        text, query = asked.text if as_written else _typed(asked.text), asked.query(base)
        dropped += not asked.is_sound(base)
        if (text, query) in seen or not asked.is_sound(base):
            continue
        seen.add((text, query))
        row = {"id": f"{name}-{len(seen):05}", "dataset": f"{_ROOT}{name}", "kind": kind}
        row |= {"question": text, "query": query}
        parts[asked.part()].append(json.dumps(row, ensure_ascii=False))
    for part, rows in parts.items():
        (out / f"{part}.jsonl").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    facts = sum(len(objects) for objects in base.facts.values())
    return {"facts": facts, **{part: len(rows) for part, rows in parts.items()}, "left out": dropped}


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").split())


def _typed(text: str) -> str:
    return re.sub(r"\s+(?='s\b|\?$)", "", _plain(text))


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Convert the sets that are named, or all."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--set", action="append", choices=SETS, help="only this set; may be repeated")
    parser.add_argument("--numbers", action="store_true", help="write numbers as integers instead of things")
    parser.add_argument("--as-written", action="store_true", help="keep underscores and blanks in questions")
    given = parser.parse_args()
    for name in given.set or SETS:
        found = convert(
            Source(given.source), name, given.out / name, numbers=given.numbers, as_written=given.as_written
        )
        print(f"{name}: " + ", ".join(f"{count:,} {what}" for what, count in found.items()))


if __name__ == "__main__":
    main()
