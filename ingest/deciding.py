"""Keeps in the store what a person decides about names, one decision at a time, and takes it back."""

from pathlib import Path
from threading import Lock

from graph.errors import UsageError
from graph.settings import Settings
from ingest.decisions import KINDS, Decision, Decisions
from ingest.findings import fold
from ingest.folder import StoreFolder
from ingest.names_file import NamesFile
from ingest.said_mark import said_mark
from ingest.state import State

__all__ = ["decide", "has_undone_decisions", "take_back"]

_WRITING = Lock()
_LEAST = 2  # names of a decision


def decide(store: Path, decision: Decision) -> tuple[str, ...]:
    """Keep a decision before those that it contradicts; return a sentence for each of these.

    Raises UsageError where it decides nothing.
    """
    if len({fold(name) for name in decision.names if fold(name)}) < _LEAST:
        raise UsageError("A decision names two things or more that are not written alike.")
    if decision.kind and decision.kind not in KINDS:
        raise UsageError(f"There are no decisions about {decision.kind!r}; the kinds are {', '.join(KINDS)}.")
    with _WRITING:
        decisions = Decisions.of((decision, *_own(store)))
        NamesFile(_file(store)).write(decisions)
    return tuple(decisions.contradictions())


def take_back(store: Path, decision: Decision) -> None:
    """Forget a decision that the store keeps; raises UsageError where it keeps no such one."""
    with _WRITING:
        before = _own(store)
        left = [d for d in before if _said(d) != _said(decision)]
        if len(left) == len(before):
            raise UsageError(
                "The store keeps no such decision; one of a file of your own is taken out there, by hand."
            )
        NamesFile(_file(store)).write(Decisions.of(left))


def has_undone_decisions(settings: Settings) -> bool:
    """Tell whether people decided something since the store was last brought to what they said."""
    folder = StoreFolder(settings.store)
    state = State.read(folder.state)
    told = said_mark(folder.path, settings.names, folder.register())
    # A file in which every decision was taken back says as little as none.
    return told != state.told and not (not state.told and not _own(settings.store) and not settings.names)


def _own(store: Path) -> tuple[Decision, ...]:
    file = NamesFile(_file(store))
    return file.read().decisions if file.path.exists() else ()


def _file(store: Path) -> Path:
    return store / "names.yaml"


def _said(decision: Decision) -> tuple[bool, frozenset[str], str, str]:
    names = frozenset(fold(name) for name in decision.names)
    return decision.same, names, decision.kind, fold(decision.district)
