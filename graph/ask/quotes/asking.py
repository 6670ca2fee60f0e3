"""The sentence of a question that asks, apart from what is told around it, and the form it asks for."""

import re
from collections.abc import Iterator
from functools import cache

from graph.ask.lexicon import Language, load_data
from graph.ask.question import Question
from graph.ask.tokens import stems

__all__ = ["asking_words", "form_asked", "frequency_asked"]

_END = re.compile(r"[.?!;](?=\s|$)")
_CLAUSES = frozenset({"when", "where"})  # words that may open a clause that asks nothing


def asking_words(question: Question, language: Language) -> frozenset[int]:
    """Return the words of the last sentence that asks; all words where none does."""
    asking = [s for s in _sentences(question) if _asks(question, s, language)]
    marked = [s for s in asking if _marked(question, s)]
    words = frozenset((marked or asking or [range(len(question.tokens))])[-1])
    spoken = [i for i in sorted(words) if question.words[i] in language.asking]
    return words - {i for i in spoken if _subordinate(question, i, spoken, language)}


def form_asked(question: Question, asking: frozenset[int], language: Language) -> str:
    """Return the form of value that is asked for, or none; of several question words the first tells."""
    shape = question.shape
    for role in ("share", "howmuch", "month"):
        spots = shape.roles.get(role, frozenset()) & asking
        if any(not question.tokens[i].text.lower().endswith("tes") for i in spots):
            return role
    if frequency_asked(question, asking):
        return "often"
    if shape.cues.get("count", frozenset()) & asking:
        return "count"
    spoken = [i for i in sorted(asking) if question.words[i] in language.asking]
    first = min(spoken, default=len(question.tokens))
    asked = {a.role for a in shape.asked if a.at in asking and a.at <= first}
    return next((role for role in ("when", "who", "where", "why") if role in asked), "")


def frequency_asked(question: Question, asking: frozenset[int]) -> frozenset[int]:
    """Return the words by which a question asks how often something is done."""
    return frozenset(i for i in asking if question.words[i] in _frequency())


@cache
def _frequency() -> frozenset[str]:
    return frozenset(stems(load_data("quotes/words.yaml")["frequency"]))


def _sentences(question: Question) -> Iterator[range]:
    begins = 0
    for at, token in enumerate(question.tokens):
        after = question.tokens[at + 1].start if at + 1 < len(question.tokens) else len(question.text)
        if _END.search(question.text[token.end : after]):
            yield range(begins, at + 1)
            begins = at + 1
    if begins < len(question.tokens):
        yield range(begins, len(question.tokens))


def _asks(question: Question, sentence: range, language: Language) -> bool:
    return any(question.words[i] in language.asking for i in sentence) or _marked(question, sentence)


def _marked(question: Question, sentence: range) -> bool:
    return question.text[question.tokens[sentence[-1]].end :].lstrip(" \"')”’").startswith("?")


def _subordinate(question: Question, at: int, spoken: list[int], language: Language) -> bool:
    """'When they look for support, in what form …': a clause before the question word that asks."""
    later = [i for i in spoken if i > at]
    if not later or question.words[at] not in _CLAUSES:
        return False
    between = question.text[question.tokens[at].end : question.tokens[later[0]].start]
    return "," in between and question.words[at + 1] not in language.auxiliaries
