"""Puts a question that is asked in a roundabout way into the plain words for the same."""

import re
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

    @classmethod
    @cache
    def english(cls) -> "Recasting":
        """Return the rules for English."""
        data = load_data("recast.yaml")
        lists = data["words"]
        return cls(
            tuple(
                (re.compile(_NAME.sub(lambda m: f"(?:{lists[m[1]]})", said), re.IGNORECASE), plain)
                for said, plain in data["rules"]
            )
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
        for pattern, replacement in self.rules:
            plain = pattern.sub(replacement, plain, count=1)
        return " ".join(plain.split()) if plain != begun else None
