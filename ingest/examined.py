"""What a store keeps of each document, laid out for a person who checks what was read of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import StoreMissing, UsageError
from ingest.account import Account, account_of
from ingest.doubts import Doubt, doubts_of, mean_confidence
from ingest.findings import Findings
from ingest.folder import StoreFolder
from ingest.highlights import Part, highlights
from ingest.progress import Progress, silent
from ingest.read_text import unit_of

__all__ = ["Examination", "Examined"]


@dataclass(frozen=True, slots=True)
class Examined:
    """One document: its account, as which form it was read, its items by kind, and what is doubtful."""

    name: str
    media_type: str
    account: Account
    form: str
    layouts: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    sure: float
    doubts: tuple[Doubt, ...]
    unit: str = "lines"
    """What its places are: 'lines', 'pages' or 'cells'."""

    @classmethod
    def of(cls, name: str, findings: Findings) -> "Examined":
        """Return the account of a document's findings."""
        counts = Counter(item.kind for item in findings)
        return cls(
            name,
            findings.document.source.media_type,
            account_of(findings),
            findings.form,
            tuple(findings.layouts),
            tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0]))),
            mean_confidence(findings),
            doubts_of(findings),
            unit_of(findings.document.source),
        )

    def as_json(self, raw: str) -> dict[str, Any]:
        """Return the form of `report --json`."""
        return {
            "document": self.name,
            "format": self.media_type,
            "words": self.account.words,
            "words_read": self.account.read,
            "share_read": round(self.account.share, 4),
            "form": self.form or None,
            "layouts": list(self.layouts),
            "items": dict(self.counts),
            "confidence": round(self.sure, 4),
            "doubtful": [doubt.as_json() for doubt in self.doubts],
            "unread_regions": [region.as_json(raw) for region in self.account.regions],
        }


class Examination:
    """The documents of a store, one after the other from what was kept; no file is read again."""

    def __init__(self, store: Path, only: str = "", progress: Progress = silent) -> None:
        self._folder = StoreFolder(store)
        self._progress = progress
        documents = self._folder.register().documents()
        if not documents:
            raise StoreMissing(store)
        self._shas = {name: sha for name, sha in documents.items() if only.lower() in name.lower()}
        if not self._shas:
            raise UsageError(
                f"No document of {store} has {only!r} in its name; there are: {', '.join(documents)}."
            )

    def __len__(self) -> int:
        return len(self._shas)

    def documents(self) -> Iterator[tuple[Examined, str]]:
        """Yield the account of each document, with the text of its file."""
        for name, findings in self._findings("Counting"):
            yield Examined.of(name, findings), findings.document.source.raw

    def texts(self, documents: list[Examined]) -> Iterator[tuple[Examined, Iterator[Part]]]:
        """Yield each document with its lines, pages or cells, cut by what was read of them."""
        known = {document.name: document for document in documents}
        for name, findings in self._findings("Writing"):
            document = known[name]
            yield document, highlights(findings, document.account)

    def _findings(self, task: str) -> Iterator[tuple[str, Findings]]:
        for number, (name, sha) in enumerate(self._shas.items()):
            self._progress(f"{task} {name}", number, len(self))
            if file := self._folder.kept(sha).or_older():
                yield name, file.read().findings
