"""Spanish questions in the words of the English lexicon, word for word and phrase for phrase."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.ask.lexicon import load_data
from graph.ask.tokens import stem
from graph.model import Answer

__all__ = ["Spanish"]

_LONGEST = 6  # words of a phrase
_NEAR = 8  # words between 'más' and the 'que' of a comparison
_READ = 4000  # characters of a question that are read
_WORD = re.compile(r"[^\W_]+(?:[-–/’'][^\W_]+)*|[^\w\s]")
_LEAST = 2  # words that only Spanish has
_FRONTED = (["a", "que"], ["a", "cual"], ["a", "cuales"])  # what is asked for is what the verb is done to


@dataclass(frozen=True)
class _Words:
    """What `language-es.yaml` says."""

    phrases: Mapping[tuple[str, ...], str]
    markers: frozenset[str]
    asking: frozenset[str]
    compared: Mapping[str, Sequence[str]]
    opening: Mapping[str, str]
    says: Mapping[str, str]

    @classmethod
    @cache
    def known(cls) -> "_Words":
        data = load_data("language-es.yaml")
        return cls(
            {tuple(k.split()): v for k, v in data["phrases"].items()},
            frozenset(data["markers"].split()),
            frozenset(data["asking"]),
            data["compared"],
            data["opening"],
            data["says"],
        )


@dataclass(frozen=True, slots=True)
class Spanish:
    """A Spanish question, the same in English, and the words that have no English here."""

    text: str
    english: str
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Spanish | None":
        """Return a question in English, or None where it is not Spanish."""
        spoken = _WORD.findall(text[:_READ])
        folded = [_folded(w) for w in spoken]
        if not _is_spanish(text, folded):
            return None
        said, unknown = _translated(spoken, folded)
        english = re.sub(r"\s+([?!.,;:])", r"\1", " ".join(said))
        return cls(text, english[:1].upper() + english[1:], tuple(dict.fromkeys(unknown)))

    def told(self, answer: Answer, known: Callable[[str], bool]) -> Answer:
        """Return an answer with what must be said of it in Spanish; words that nobody knows make it none.

        `known` tells whether a word stands in the graph as it is.
        """
        says = _Words.known().says
        read = says["read"].format(self.english)
        if lost := [w for w in self.unknown if not known(stem(w))]:
            reason = says["unknown"].format(", ".join(f"“{w}”" for w in lost))
            return Answer(self.text, "unanswerable", reason, answer.kind, notes=(reason, read))
        refused = answer.status not in ("answered", "empty")
        notes = [says["refused"], read] if refused else [read]
        return replace(answer, question=self.text, notes=(*notes, *answer.notes))


def _is_spanish(text: str, folded: Sequence[str]) -> bool:
    known = _Words.known()
    marked = {w for w in folded if w in known.markers}
    if "¿" in text:
        return bool(marked)
    asks = any(w in known.asking for w in folded[:4])
    return asks and len(marked) >= _LEAST


def _translated(spoken: Sequence[str], folded: Sequence[str]) -> tuple[list[str], list[str]]:
    known = _Words.known()
    said: list[str] = []
    unknown: list[str] = []
    at, opens = 0, True
    while at < len(folded):
        length = next((n for n in range(_LONGEST, 0, -1) if tuple(folded[at : at + n]) in known.phrases), 0)
        if length < _LEAST and (begun := _begun(spoken, folded, at, opens=opens)):
            named = _named(spoken, at + 1) if len(begun) > 1 else at + 1
            said += [begun[0], *spoken[at + 1 : named], *begun[1:]]  # 'does Transport lead'
            length = named - at
        elif (
            length < _LEAST
            and (accented := (spoken[at].lower(),)) in known.phrases
            and accented[0] != folded[at]
        ):
            said.append(known.phrases[accented])
        elif folded[at] in known.compared:
            said.append(known.compared[folded[at]]["que" not in folded[at : at + _NEAR]])
        elif folded[at] == "que" and known.compared.keys() & set(folded[max(0, at - _NEAR) : at]):
            said.append("than")
        elif length:
            phrase = known.phrases[tuple(folded[at : at + length])]
            said.append(phrase.title() if at and not opens and spoken[at][0].isupper() else phrase)
        else:
            said.append(spoken[at])
            plain = spoken[at].isalpha() and (spoken[at].islower() or at == 0)
            unknown += [spoken[at]] if plain else []
        opens = folded[at] in "¿," or (opens and folded[at] == "y")
        at += max(1, length)
    return [w for w in said if w not in ("¿", "¡")], unknown


def _begun(spoken: Sequence[str], folded: Sequence[str], at: int, *, opens: bool) -> list[str]:
    """What a verb becomes that opens a question, or stands before its subject: 'a qué escuela alimenta X'."""
    begun = _opening(folded[at]).split()
    fronted = [w for w in folded[:3] if w != "¿"][:2] in _FRONTED
    return begun if opens or (fronted and len(begun) > 1 and _named(spoken, at + 1) > at + 1) else []


def _named(spoken: Sequence[str], at: int) -> int:
    """Where a name that begins at a place ends."""
    while at < len(spoken) and spoken[at][:1].isupper():
        at += 1
    return at


def _opening(word: str) -> str:
    """What a word means that opens a question."""
    return "which" if word == "que" else _Words.known().opening.get(word, "")


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
