"""The general English of questions over any graph, as `facets.yaml` tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.ask.lexicon import Language, load_data
from graph.ask.tokens import stem, stems

__all__ = ["Measure", "Speech"]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is measured: what properties call it, and the words for more and less of it."""

    name: str
    dimension: str
    names: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True)
class Speech:
    """Words that mean the same in every field."""

    function: frozenset[str]
    weak: frozenset[str]
    groups: Mapping[str, frozenset[int]]
    measures: tuple[Measure, ...]
    data: Mapping[str, Any]

    @classmethod
    @cache
    def english(cls) -> "Speech":
        """Return the speech of `facets.yaml`."""
        data = load_data("facets.yaml")
        language = Language.english()
        groups: dict[str, set[int]] = {}
        for number, group in enumerate(data["synonyms"]):
            for word in group:
                groups.setdefault(stem(word), set()).add(number)
        function = frozenset(stem(w) for w in data["function"].split())
        return cls(
            function,
            (language.stopwords | language.light) - function,
            {k: frozenset(v) for k, v in groups.items()},
            tuple(_measure(name, given) for name, given in data["measures"].items()),
            data,
        )

    def stems(self, name: str) -> frozenset[str]:
        """Return the stems of a list of words."""
        return frozenset(s for phrase in self.data[name] for s in stems(phrase))

    def words(self, name: str) -> frozenset[str]:
        """Return a list of words as they are written."""
        return frozenset(self.data[name])


def _measure(name: str, given: Mapping[str, Any]) -> Measure:
    return Measure(
        name,
        given["dimension"],
        frozenset(stem(w) for w in given["names"]),
        frozenset(given["more"]),
        frozenset(given["less"]),
        frozenset(given.get("verbs", ())),
    )
