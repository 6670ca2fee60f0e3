"""How relations and facts of items read, as data: the words of both ends, and the order for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["ItemWords", "item_words"]


@dataclass(frozen=True, slots=True)
class ItemWords:
    """The words of relations and the order of facts."""

    thread: Mapping[str, tuple[str, str]]
    """The relations that make up threads: words from the item that has the property, and to it."""
    relations: Mapping[str, tuple[str, str]]
    """All relations, the threads' first."""
    links: Mapping[tuple[str, str, str], str]
    """Words for a node that stands for a relation: by its class, the item's end, and the other end."""
    facts: tuple[str, ...]
    hidden: frozenset[str]
    stands: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def link_classes(self) -> frozenset[str]:
        """The classes whose nodes stand for relations."""
        return frozenset(name for name, _, _ in self.links)

    def rank(self, kind: str) -> int:
        """Return a kind's place in the order for people; unknown ones come last."""
        return self.kinds.index(kind) if kind in self.kinds else len(self.kinds)


@cache
def item_words() -> ItemWords:
    """Return the words, read once."""
    said: dict[str, Any] = yaml.safe_load(files("graph").joinpath("item_words.yaml").read_text("utf-8"))
    thread, beside = _pairs(said["relations"]), _pairs(said["beside"])
    links = {(name, end, far): words for name, ends in said["links"].items() for end, far, words in ends}
    return ItemWords(thread, thread | beside, links, tuple(said["facts"]), frozenset(said["hidden"]),
                     tuple(said["stands"]), tuple(said["kinds"]))  # fmt: skip


def _pairs(said: Mapping[str, list[str]]) -> dict[str, tuple[str, str]]:
    return {name: (words[0], words[1]) for name, words in said.items()}
