"""Puts a question that is asked in a roundabout way into the plain words for the same."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.lexicon import load_data

__all__ = ["Recasting"]

_LONGEST = 400  # characters; what is longer is no question of one sentence
_NAME = re.compile(r"<(\w+)>")


@dataclass(frozen=True)
class Recasting:
    """The rules of `recast.yaml`, in their order."""

    rules: tuple[tuple[re.Pattern[str], str], ...]
    places: re.Pattern[str]
    """A number, in digits, of the first places that are asked for: no name of anything."""
    numerals: dict[str, str]

    @classmethod
    @cache
    def english(cls) -> "Recasting":
        """Return the rules for English."""
        data = load_data("recast.yaml")
        lists = data["words"]
        return cls(
            tuple(
                (re.compile(_written(rule["said"], lists), re.IGNORECASE), rule["plain"])
                for rule in data["rules"]
            ),
            re.compile(_written(data["places"], lists), re.IGNORECASE),
            data["numerals"],
        )

    def of(self, text: str) -> str | None:
        """Return the question in plain words, or None where it is plain already.

        >>> Recasting.english().of("Oak School, is that one of ours?")
        'is Oak School one of ours?'
        """
        if len(text) > _LONGEST:
            return None
        plain = " ".join(text.split())
        begun = plain
        plain = self.places.sub(lambda m: f"{m[1]}{self.numerals.get(m[2], m[2])}", plain)
        for pattern, replacement in self.rules:
            plain = pattern.sub(replacement, plain, count=1)
        return " ".join(plain.split()) if plain != begun else None


def _written(said: str | Sequence[str], lists: Mapping[str, Sequence[str]]) -> str:
    """A form with the words in it that names stand for, and the names in those."""
    whole = said if isinstance(said, str) else "".join(said)
    return _NAME.sub(lambda m: f"(?:{'|'.join(_written(word, lists) for word in lists[m[1]])})", whole)
