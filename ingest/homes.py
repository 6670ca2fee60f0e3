"""Which district each document belongs to: as a person says, as it says itself, or as its folder does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.identifiers import slug
from ingest.cards import Card
from ingest.decisions import Decisions
from ingest.district_names import homes
from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.source import Source, Text

__all__ = ["Home", "homes_of"]

How = Literal["given", "named", "folder", "only", "together", "alone"]


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
    store, where there is only one. Those of a folder in which none names one are of one district that is
    not named; a document that is alone in its folder, or among several districts, stands by itself.
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
    together = _together([places[name].parent for name in set(said) - set(named)], by_folder)
    for name in sorted(set(said) - set(named)):
        if path := _of_folder(places[name].parent, by_folder):
            rest[name] = Home(path, labels[path], "folder")
        elif len(only) == 1:
            rest[name] = Home(paths[name], labels.get(paths[name], ""), "only")
        elif path := together.get(places[name].parent, ""):
            rest[name] = Home(path, "", "together")
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


def _together(folders: Sequence[Path], by_folder: Mapping[Path, set[str]]) -> dict[Path, str]:
    """Return a path for each folder of several documents that name no district, other for any two folders.

    It is the folder's own name, with as much of what stands over it as two of one name need.
    """
    several = sorted(f for f, count in Counter(folders).items() if count > 1 and not _any_named(f, by_folder))
    found = {}
    for folder in several:
        for length in range(1, len(folder.parts) + 1):
            tail = slug("/".join(folder.parts[-length:]))
            if sum(slug("/".join(other.parts[-length:])) == tail for other in several) == 1:
                break
        found[folder] = tail
    return found


def _any_named(folder: Path, by_folder: Mapping[Path, set[str]]) -> bool:
    """Tell whether a document in a folder, or below it, names a district."""
    return any(place.is_relative_to(folder) for place in by_folder)


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
