"""What a question takes for granted, said first or beside it, so that it can be checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.closed import closed_form
from graph.ask.lexicon import Language, load_data
from graph.ask.tokens import stem

__all__ = ["Premise", "premises", "without_pronoun"]

_SHORTEST = 3  # words of something that is said: who, does, what
_LONGEST = 24
_FIRST = 3  # words in which a question must begin to ask


@dataclass(frozen=True, slots=True)
class Premise:
    """Something that is said, as a question of yes or no, and the question that is asked on its strength."""

    said: str
    question: str
    rest: str
    denied: bool = False
    opened: bool = True
    """Whether a word such as 'since' says that the question rests on it."""

    @property
    def deed(self) -> tuple[str, str]:
        """The verb by which something is said, and of what, where it is no word for being or having."""
        words = self.question.rstrip("?").split()
        if not words or words[0].lower() != "does" or "have" in words:
            return "", ""
        known = Language.english()
        at = next((i for i in range(2, len(words)) if stem(words[i]) in known.light | known.helpers), 0)
        at = at or next(
            (i for i in range(2, len(words)) if words[i][:1].islower() and words[i].endswith("s")), 0
        )
        return (words[at], " ".join(words[at + 1 :])) if at else ("", "")


def premises(text: str) -> Iterator[Premise]:
    """Yield the ways of dividing a text into what it takes for granted and what it asks."""
    text = " ".join(text.split())
    opened = [*_opened(text), *_trailing(text)]
    for number, parts in enumerate((*opened, *_told(text))):
        said = _without_belief(parts[0].strip(" ,;:"))
        rest = _without_joint(parts[1].strip(" ,;:"))
        if not _asks(rest):
            continue
        if _KIND.match(said):  # 'as a Focus school, what …': of what is named in the question
            yield Premise(said, "", rest)
        elif question := _asked(said):
            premise = Premise(said, question, rest, _denied(said), number < len(opened))
            if premise.opened or not premise.deed[0]:
                yield premise


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The lists of the data file."""
    return {name: tuple(map(str, found)) for name, found in load_data("premises.yaml").items()}


@cache
def _any_of(name: str) -> str:
    """A pattern for any phrase of a list, the longest first."""
    return "|".join(re.escape(p) for p in sorted(_words()[name], key=len, reverse=True))


def _opened(text: str) -> Iterator[tuple[str, str]]:
    """'Since A is B, what …?'"""
    found = re.match(rf"(?:{_any_of('openers')})\s+(?P<after>.+)$", text, re.IGNORECASE)
    if found is None:
        return
    after = found["after"]
    for cut in re.finditer(r",\s+|\s[-–—]+\s|;\s+", after):
        yield after[: cut.start()], after[cut.end() :]


def _trailing(text: str) -> Iterator[tuple[str, str]]:
    """'What …, since A is B?'"""
    for name, before in (("openers", r",\s+"), ("behind", r"\s+")):
        pattern = rf"(?P<rest>.+?){before}(?:{_any_of(name)})\s+(?P<said>[^,]+?)[?.!]*$"
        if found := re.match(pattern, text, re.IGNORECASE):
            yield found["said"], found["rest"] + "?"


def _told(text: str) -> Iterator[tuple[str, str]]:
    """'A is B. What …?', 'A is B, so what …?'"""
    for cut in re.finditer(rf"[.!;]\s+|\s[-–—]+\s|,\s+(?=(?:{_any_of('joints')})\s)", text):
        yield text[: cut.start()], text[cut.end() :]


def _without_belief(said: str) -> str:
    """'I hear that A is B': what is said is that A is B."""
    return re.sub(rf"^(?:{_any_of('beliefs')}),?\s+", "", said, flags=re.IGNORECASE)


_KIND = closed_form("said_kind")


def _without_joint(rest: str) -> str:
    return re.sub(rf"^(?:{_any_of('joints')}),?\s+", "", rest, flags=re.IGNORECASE)


def _asks(text: str) -> bool:
    """Whether a text begins like a question: 'what …', 'in which …', 'does …', 'list …'."""
    language = Language.english()
    opening = [stem(w.strip(",?.!'\"")) for w in text.split()[:_FIRST]]
    verbs = {stem(w) for w in (*_words()["before"], *_words()["having"])}
    if not opening:
        return False
    return opening[0] in language.imperatives | verbs or any(w in language.asking for w in opening)


def _asked(said: str) -> str:
    """Turn what is said into a question of yes or no; nothing, where it says nothing of anything."""
    words = [w for w in _affirmed(said).split() if w.lower() not in _words()["denials"]]
    if not _SHORTEST <= len(words) <= _LONGEST or _asks(" ".join(words[:1])):
        return ""
    at = next((i for i, w in enumerate(words) if i and w.lower() in _verbs()), 0)
    if at and words[at].lower() in _words()["before"]:
        return " ".join([words[at].capitalize(), *words[:at], *words[at + 1 :]]) + "?"
    if at:
        return " ".join(["Does", *words[:at], "have", *words[at + 1 :]]) + "?"
    return " ".join(["Does", *words]) + "?"


def _affirmed(said: str) -> str:
    """'isn't' is 'is' that is denied."""
    return re.sub(r"(?<=\w)n['’]t\b", "", said)


@cache
def _verbs() -> frozenset[str]:
    return frozenset((*_words()["before"], *_words()["having"]))


def _denied(said: str) -> bool:
    return _affirmed(said) != said or bool(set(said.lower().split()) & set(_words()["denials"]))


def without_pronoun(rest: str, name: str, nouns: Sequence[str]) -> str:
    """Put a name where a word of a question stands for it, or at its end where none does."""
    words = _words()
    pointed = "|".join(re.escape(n) for n in nouns) or "(?!)"
    for pattern, given in (
        (rf"\b(?:{_any_of('pointers')})\s+(?:{pointed})(?=['’]s\b)", name),
        (rf"\b(?:{'|'.join(words['possessives'])})\b", f"{name}'s"),
        (rf"\b(?:{'|'.join(words['pronouns'])})\b", name),
        (rf"\b(?:{_any_of('pointers')})\s+(?:{pointed})\b(?!\s+(?:of|in|for)\b)", name),
        (r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\b(?!\s+(?:is|are|was|were)\b)", f"at {name}"),
    ):
        replaced, count = re.subn(pattern, given.replace("\\", ""), rest, count=1, flags=re.IGNORECASE)
        if count:
            return replaced
    return ""
