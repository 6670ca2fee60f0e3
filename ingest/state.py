"""What a store was brought to, so that the next run touches only the districts in which something is new."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
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

    @classmethod
    def read(cls, file: Path) -> "State":
        """Return the state of a store, an empty one where there is none."""
        if not file.exists():
            return cls("", "", {})
        body = json.loads(file.read_text())
        documents = {name: (sha, home) for name, (sha, home) in body["documents"].items()}
        return cls(body["rules"], body["model"], documents, frozenset(body["begun"]))

    @classmethod
    def of(cls, documents: Mapping[str, str], homes: Mapping[str, str], model: str) -> "State":
        """Return the state of a store that holds these documents."""
        return cls(reader_version(), model, {n: (sha, homes.get(n, "")) for n, sha in documents.items()})

    def write(self, file: Path, begun: frozenset[str] = frozenset()) -> None:
        """Keep the state; `begun` are the districts that are about to be changed."""
        body = {
            "rules": self.rules,
            "model": self.model,
            "documents": dict(self.documents),
            "begun": sorted(begun),
        }
        write_atomically(file, json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))

    def holds(self, documents: Mapping[str, str], model: str) -> bool:
        """Tell whether the store holds just these documents, read by the rules of today, and all is done."""
        shas = {name: sha for name, (sha, _) in self.documents.items()}
        return not self.begun and (self.rules, self.model) == (reader_version(), model) and shas == documents

    def differs_in(self, wanted: "State") -> frozenset[str]:
        """Return the districts in which a store is to be changed to come to another state."""
        if (self.rules, self.model) != (wanted.rules, wanted.model):
            return frozenset(home for _, home in (*self.documents.values(), *wanted.documents.values()))
        changed = set(self.begun)
        for name in {*self.documents, *wanted.documents}:
            before, after = self.documents.get(name), wanted.documents.get(name)
            if before != after:
                changed |= {home for _, home in filter(None, (before, after))}
        return frozenset(changed)
