"""The English of chains: small words, what question words ask after, marks of a reversed relation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.ask.lexicon import load_data

__all__ = ["ChainLanguage"]


@dataclass(frozen=True)
class ChainLanguage:
    """The words of `chains.yaml`."""

    small: frozenset[str]
    askers: Mapping[str, tuple[str, float]]
    measures: frozenset[str]
    inverse: frozenset[str]
    kin: frozenset[str]
    helpers: frozenset[str]
    beyond: frozenset[str]

    @classmethod
    @cache
    def english(cls) -> "ChainLanguage":
        """Return the words of the data file."""
        data = load_data("chains.yaml")
        return cls(
            frozenset(data["small"].split()),
            {word: (form["means"], float(form["weight"])) for word, form in data["askers"].items()},
            frozenset(data["openers"].split()),
            frozenset(data["inverse"].split()),
            frozenset(data["kin"].split()),
            frozenset(data["helpers"].split()),
            frozenset(data["beyond"].split()),
        )
