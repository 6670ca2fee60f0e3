"""What a change of the store would bring: documents, items by kind, contradictions, plans replaced."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.changes import Held, changes
from graph.items import Item
from graph.store import Store
from ingest.examined import Examined
from ingest.folder import StoreFolder
from ingest.held import HeldDocument, held_documents
from ingest.job import Job
from ingest.memory import FindingsFile
from ingest.register import Register
from ingest.report import Report
from ingest.state import State

__all__ = ["preview", "without_folders"]

_MOST = 8  # documents that are named beside one
_CONFLICT = "Conflict"


def preview(
    trial: Path, job: Job, report: Report, before: Held, after: Held, held: Register
) -> dict[str, Any]:
    """Return what a change that was tried on a copy would bring, as a JSON object."""
    changed = changes(before, after)
    conflicts = next((kind.added for kind in changed.kinds if kind.type == _CONFLICT), ())
    return {
        "documents": _documents(trial, held.documents()),
        "changes": changed.as_json(),
        "conflicts": [_told(item, after) for item in conflicts],
        "notes": [without_folders(note, job) for note in report.notes],
        "problems": [without_folders(error, job) for error in report.errors],
    }


def _documents(trial: Path, before: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the documents that come, change or go, with what is known of each."""
    folder = StoreFolder(trial)
    now = folder.register().documents()
    state = State.read(folder.state)
    held = {document.name: document for document in held_documents(Store.open(trial))}
    found = [
        _document(name, folder.kept(sha).or_older(), held.get(name), state, known=name in before)
        for name, sha in now.items()
        if before.get(name) != sha
    ]
    gone = [_gone(name, "taken out") for name in before if name not in now]
    replaced = [_gone(name, "replaced") for name in state.replaced if name in before and name in now]
    return [*found, *gone, *replaced]


def _gone(name: str, change: str) -> dict[str, Any]:
    return {"document": name, "change": change}


def _document(
    name: str, kept: FindingsFile | None, held: HeldDocument | None, state: State, *, known: bool
) -> dict[str, Any]:
    if held is None or kept is None:
        return {"document": name, "change": "refused"}
    examined = Examined.of(name, kept.read().findings)
    home = state.documents.get(name, ("", ""))[1]
    beside = [n for n, (_, of) in state.documents.items() if of == home and n != name]
    return held.as_json() | {
        "change": "changed" if known else "new",
        "doubtful": len(examined.doubts),
        "unread": len(examined.account.regions),
        "beside": beside[:_MOST],
        "beside_count": len(beside),
    }


def _told(item: Item, after: Held) -> dict[str, Any]:
    said = after.statements.get(item.iri, frozenset())
    words = sorted(value for name, value in said if name.endswith("#comment"))
    return {**item.as_json(), "says": " ".join(words)}


def without_folders(sentence: str, job: Job) -> str:
    """Name a file in a sentence by its own name alone: where the server keeps it is nobody's business."""
    for name in job.names:
        at = sentence.find(name)
        while at > 0 and sentence[at - 1] == "/":
            start = max(sentence.rfind(mark, 0, at) for mark in (" ", "'", '"', "(")) + 1
            sentence = sentence[:start] + sentence[at:]
            at = sentence.find(name, start + len(name))
    return sentence
