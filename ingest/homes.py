"""Which district each document belongs to: as a person says, as it says itself, or as its folder does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.cards import Card
from ingest.decisions import Decisions
from ingest.district_names import homes
from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.source import Source, Text

__all__ = ["Home", "homes_of"]

How = Literal["given", "named", "folder", "only", "alone"]


@dataclass(frozen=True, slots=True)
class Home:
    """A document's district: its path segment, what it is called, and how that is known."""

    path: str
    label: str
    how: How


def homes_of(
    cards: Mapping[str, Card],
    places: Mapping[str, Path],
    given: Mapping[str, str],
    decisions: Decisions,
) -> dict[str, Home]:
    """Return the district of each document.

    One that names none takes that of its folder, where all others there agree; else that of the whole
    store, where there is only one; else it stands by itself.
    """
    said = {name: _with_names_only(card, given.get(name, "")) for name, card in cards.items()}
    paths, found = homes(said, decisions)
    labels = {r.path[-1]: r.label for r in found.resources.values()}
    named = {
        name: Home(paths[name], labels[paths[name]], "given" if given.get(name) else "named")
        for name in said
        if said[name].mentions and paths[name] in labels
    }
    only = {home.path for home in named.values()}
    by_folder: dict[Path, set[str]] = {}
    for name, home in named.items():
        by_folder.setdefault(places[name].parent, set()).add(home.path)
    rest = {}
    for name in sorted(set(said) - set(named)):
        if path := _of_folder(places[name].parent, by_folder):
            rest[name] = Home(path, labels[path], "folder")
        elif len(only) == 1:
            rest[name] = Home(paths[name], labels.get(paths[name], ""), "only")
        else:
            rest[name] = Home(paths[name], "", "alone")
    return {name: (named | rest)[name] for name in sorted(said)}


def _of_folder(folder: Path, by_folder: Mapping[Path, set[str]]) -> str:
    """Return the district on which the documents agree that stand nearest: in a folder, or over it."""
    below = [paths for place, paths in by_folder.items() if place.is_relative_to(folder)]
    for several in (below, *([by_folder.get(place, set())] for place in folder.parents)):
        if found := set[str]().union(*several):
            return found.pop() if len(found) == 1 else ""
    return ""


def _with_names_only(card: Card, given: str) -> Findings:
    findings = Findings(Document(Source("", ""), ()))
    for name, count in (card.districts or {}).items():
        for _ in range(count):
            findings.name("District", Text(name))
    if given:
        findings.name("District", Text(given))
    for name in (given,) if given else card.of:
        findings.plan.set("ofOrganization", Named("District", name))
    return findings
