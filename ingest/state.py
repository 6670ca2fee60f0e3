"""What a store was brought to, so that the next run touches only the districts in which something is new."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.files import write_atomically
from ingest.version import reader_version

__all__ = ["State"]


@dataclass(frozen=True, slots=True)
class State:
    """The documents that a finished run left in the store, and the districts that an unfinished one began."""

    rules: str
    model: str
    documents: Mapping[str, tuple[str, str]]
    """Each document with its content hash (and the mark of own layouts) and its district."""
    begun: frozenset[str] = frozenset()
    replaced: Mapping[str, str] = field(default_factory=dict)
    """The documents that others took the place of, with their content hash."""
    told: str = ""
    """The mark of all that a person said of names and districts."""
    notes: tuple[tuple[tuple[str, ...], str], ...] = ()
    """What is to be told of documents, at each run that names one of them."""
    problems: tuple[str, ...] = ()
    """What is wrong with what a person said."""

    @classmethod
    def read(cls, file: Path) -> "State":
        """Return the state of a store, an empty one where there is none."""
        if not file.exists():
            return cls("", "", {})
        body = json.loads(file.read_text())
        documents = {name: (sha, home) for name, (sha, home) in body["documents"].items()}
        begun, replaced = frozenset(body["begun"]), body.get("replaced", {})
        notes = tuple((tuple(names), note) for names, note in body.get("notes", ()))
        problems = tuple(body.get("problems", ()))
        told = body.get("told", "")
        return cls(body["rules"], body["model"], documents, begun, replaced, told, notes, problems)

    @classmethod
    def of(
        cls,
        documents: Mapping[str, str],
        homes: Mapping[str, str],
        model: str,
        replaced: Collection[str] = (),
        told: str = "",
    ) -> "State":
        """Return the state of a store that holds these documents, but for those that others replace."""
        held = {n: (sha, homes.get(n, "")) for n, sha in documents.items() if n not in replaced}
        gone = {n: sha for n, sha in documents.items() if n in replaced}
        return cls(reader_version(), model, held, replaced=gone, told=told)

    def write(self, file: Path, begun: frozenset[str] = frozenset()) -> None:
        """Keep the state; `begun` are the districts that are about to be changed."""
        body = {
            "rules": self.rules,
            "model": self.model,
            "documents": dict(self.documents),
            "begun": sorted(begun),
            "replaced": dict(self.replaced),
            "told": self.told,
            "notes": self.notes,
            "problems": self.problems,
        }
        write_atomically(file, json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))

    def holds(self, documents: Mapping[str, str], model: str, told: str = "") -> bool:
        """Tell whether the store holds just these documents, read by the rules of today, and all is done."""
        shas = {name: sha for name, (sha, _) in self.documents.items()} | dict(self.replaced)
        asked = (reader_version(), model, told)
        return not self.begun and (self.rules, self.model, self.told) == asked and shas == documents

    def differs_in(self, wanted: "State") -> frozenset[str]:
        """Return the districts in which a store is to be changed to come to another state."""
        before = (self.rules, self.model, self.told)
        if before != (wanted.rules, wanted.model, wanted.told):
            return frozenset(home for _, home in (*self.documents.values(), *wanted.documents.values()))
        changed = set(self.begun)
        for name in {*self.documents, *wanted.documents}:
            held, after = self.documents.get(name), wanted.documents.get(name)
            if held != after:
                changed |= {home for _, home in filter(None, (held, after))}
        return frozenset(changed)
