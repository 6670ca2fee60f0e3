"""Reads from the words of a question which number is to be worked out, and of what."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from graph.ask.lexicon import load_data

__all__ = ["Task", "Tasks"]

_LONGEST = 300  # characters; what is longer is a story, and no plain request for a number
_NAME = re.compile(r"(?<!\?P)<(\w+)>")
_WORD = re.compile(r"[^\s.,;:!?()\"“”–-]+")
_ENDS = " \t\n?.!,;:"


@dataclass(frozen=True, slots=True)
class Task:
    """A number to be worked out: the kind of work, and what of, in the words of the question."""

    kind: str
    parts: tuple[tuple[str, str], ...]

    def __getitem__(self, name: str) -> str:
        """Return a part, empty where the question does not say it."""
        return dict(self.parts).get(name, "")


@dataclass(frozen=True)
class Tasks:
    """The rules of `tasks.yaml`."""

    words: dict[str, str]
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    around: tuple[re.Pattern[str], ...]
    data: dict[str, Any]

    @classmethod
    @cache
    def english(cls) -> "Tasks":
        """Return the rules for English."""
        data = load_data("reckoning/tasks.yaml")
        words: dict[str, str] = {}
        for name, said in data["words"].items():
            words[name] = _filled(said, words)
        rules = tuple((kind, _compiled(said, words)) for kind, said in data["rules"])
        return cls(words, rules, tuple(_compiled(said, words) for said in data["bare"]), data)

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """A verb that begins what is said of things."""
        return _compiled(r" (?P<joined>that |which |who )?(?P<verb>(?:<verb>))\b", self.words)

    @cached_property
    def money(self) -> re.Pattern[str]:
        """A word for money."""
        return _compiled(r"(?:\b|(?<=\s)|^)<money>(?:\b|(?=\s)|$)", self.words)

    def of(self, text: str, *, money: bool) -> list[Task]:
        """Return what may be asked to be worked out: of money alone, or whatever it is.

        >>> [dict(t.parts) for t in Tasks.english().of("What do the two steps cost together?", money=True)]
        [{'of': 'the two steps'}]
        """
        if len(text) > _LONGEST:
            return []
        plain = self.courtesy.sub("", " ".join(text.split())).strip(_ENDS)
        found = []
        for kind, pattern in self.rules:
            if money and kind not in self.data["first"]:
                continue
            match = pattern.search(plain)
            if match and self._whole(plain, match):
                parts = tuple((k, v.strip(_ENDS)) for k, v in match.groupdict().items() if v)
                found.append(Task(kind, parts))
        return list(dict.fromkeys(found))

    def _whole(self, text: str, match: re.Match[str]) -> bool:
        """Whether nothing but small words stands before and after what is asked."""
        rest = f"{text[: match.start()]} {text[match.end() :]}".lower()
        return not self.yesno.match(text) and set(_WORD.findall(rest)) <= self.small

    @cached_property
    def courtesy(self) -> re.Pattern[str]:
        """What is said out of courtesy."""
        return _compiled(self.data["courtesy"], self.words)

    @cached_property
    def yesno(self) -> re.Pattern[str]:
        """How a question begins that is answered by yes or no."""
        return _compiled(self.data["yesno"], self.words)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that may stand around a request."""
        return frozenset(self.data["small"].split())

    def bare(self, text: str) -> str:
        """Return what an amount is wanted of, without the words for money around it.

        >>> Tasks.english().bare("the whole budget of the Roads Office")
        'Roads Office'
        """
        for pattern in self.around:
            text = pattern.sub("", text).strip(_ENDS)
        return text


def _filled(said: str, words: dict[str, str]) -> str:
    return _NAME.sub(lambda m: f"(?:{words[m[1]]})" if m[1] in words else m[0], said)


def _compiled(said: str, words: dict[str, str]) -> re.Pattern[str]:
    return re.compile(_filled(said, words), re.IGNORECASE)
