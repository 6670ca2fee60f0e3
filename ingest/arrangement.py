"""How the documents of a store stand to each other: whose they are, and which take the place of which."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ingest.cards import Card, Cards
from ingest.decisions import Decisions
from ingest.folder import StoreFolder
from ingest.homes import Home, homes_of
from ingest.names_file import decisions_of
from ingest.register import Register
from ingest.versions import Versions, versions_of

__all__ = ["Arrangement", "Said"]

Note = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Said:
    """What people said that no document says: decisions on names, and districts of files."""

    decisions: Decisions = field(default_factory=Decisions)
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: Path, named: Path | None) -> "Said":
        """Read the user's file of decisions and the store's."""
        return cls(*decisions_of(folder, named))


@dataclass(frozen=True)
class Arrangement:
    """The districts and the versions of all documents in a register."""

    cards: Mapping[str, Card]
    homes: Mapping[str, Home]
    versions: Versions

    @classmethod
    def of(cls, folder: StoreFolder, register: Register, said: Said) -> "Arrangement":
        """Look at what each document says of itself, and at where its file stands."""
        cards = Cards(folder).of(register.documents())
        homes = homes_of(cards, register.places(), register.districts(), said.decisions)
        return cls(cards, homes, versions_of(cards, homes, register, said.decisions))

    def notes(self) -> Iterator[Note]:
        """Yield what a person should know of documents: what was replaced, and what was only supposed."""
        for name, by in self.versions.replaced.items():
            share = f"the same plan, {by.shared:.0%} of the words alike"
            why = "a person decided so" if by.decided else share
            yield (name, by.by), f"{name}: replaced by {by.by} ({why}); it is kept aside, and not asked."
        for newer, older in self.versions.earlier:
            yield (
                (newer, older),
                f"{older}: an earlier year of the plan in {newer}; both are held, and a question that names "
                "no year means the newer one.",
            )
        for first, second, shared in self.versions.doubtful:
            yield (
                (first, second),
                f"{first} and {second}: the same title and year, but only {shared:.0%} of the words are; "
                "both are held; 'goldenthread names' shows how to decide.",
            )
        yield from self._supposed()

    def _supposed(self) -> Iterator[Note]:
        several = len({home.path for home in self.homes.values()}) > 1
        for name, home in sorted(self.homes.items()):
            lead = f"{name}: names no district"
            if home.how == "folder" and several:
                yield (name,), f"{lead}; taken to be of {home.label}, as the others of its folder."
            elif home.how == "together" and several:
                yield (
                    (name,),
                    f"{lead}; taken to be of one with the others of its folder; name it with --district.",
                )
            elif home.how == "alone" and several:
                yield (name,), f"{lead} and stands by itself; name one with --district."
            elif home.how == "only":
                yield (name,), f"{lead}; taken to be of {home.label}, the only one in the store."
