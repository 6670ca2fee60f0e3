"""What a question wants of the passages: its telling words, the documents meant, the form of the answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graph.ask.closed import closed
from graph.ask.english import English
from graph.ask.lexicon import Language, Lexicon, load_data
from graph.ask.question import Question
from graph.ask.quotes.asking import asking_words, form_asked
from graph.ask.quotes.corpus import Corpus
from graph.ask.quotes.scopes import Scope
from graph.ask.shape import plural
from graph.ask.tokens import stems

__all__ = ["HEAVY", "SAID", "Wanted", "want"]

HEAVY = 1.5  # from this weight on a word is telling
SAID = 0.5  # from this share on a word counts as said
_LIGHT = 0.2  # what a weak word weighs against a telling one
_SYNONYM, _KIN = 0.9, 0.75  # what a synonym, or a word with the same beginning, counts
_AROUND = 0.85  # what a word counts that stands above a passage and not in it
_AFTER = 4  # words after a question word in which its noun stands
_KINDS_ASKED = closed("which_or_whose")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$", re.IGNORECASE)
_BREAK = re.compile(r"[.?!:]")

Row = NDArray[np.float32]
Flags = NDArray[np.bool_]
Others = Mapping[int, Sequence[tuple[str, ...]]]


@dataclass(frozen=True)
class Wanted:
    """One question, held against every passage."""

    question: Question
    scope: Scope
    positions: tuple[int, ...]
    weights: Row
    own: Row
    """How well each word (row) is said by each passage (column)."""
    around: Row
    """The same of what a passage stands under, and of its document."""
    strict: Flags
    """Names and numbers, which must be said."""
    formal: Flags
    """Words that only say what form of answer is wanted, such as 'body' for who."""
    verbs: Flags
    """Words that tell what is done or how it is, which may be said in other words."""
    deeds: Flags
    """Common verbs, which weigh little but say what is done."""
    absent: Flags
    """Words for what plans do not say."""
    spoken: frozenset[int]
    """The places of all words of the sentence that asks."""
    asking: Flags
    """Words of the sentence that asks, not of what is told before or after it."""
    form: str
    heads: tuple[str, ...]
    """The noun after a question word, what kind of thing the answer must be, and the words before it."""
    several: bool
    """Whether several things may be asked for."""
    plural: bool
    """Whether a noun says that they are several, or a question asks for persons by 'whom'."""
    alike: Mapping[str, tuple[str, ...]]
    """Single words that mean the same as a word of the question."""
    text: str
    """The question without what is said around it."""

    def share(self, said: Row) -> Row:
        """Return the share of the words, by weight, that is said."""
        shared: Row = self.weights @ said / (float(self.weights.sum()) or 1.0)
        return shared

    def near(self, number: int, listed: tuple[int, ...] = ()) -> Row:
        """Return how well each word is said by a passage, around it, or in the list under it."""
        found: Row = np.maximum(self.own[:, number], self.around[:, number])
        return np.maximum(found, self.own[:, list(listed)].max(axis=1)) if listed else found


def want(question: Question, scope: Scope, corpus: Corpus, lexicon: Lexicon, language: Language) -> Wanted:
    """Hold a question against the passages."""
    positions = tuple(i for i in question.weights if question.tokens[i].stem)
    others = _others(question, lexicon, language)
    own, around = (_held(question, positions, others, corpus, around=a) for a in (False, True))
    meant = np.isin(corpus.documents, [n for n, d in enumerate(corpus.names) if d in scope.documents])
    for row, at in enumerate(positions):
        if at in scope.tokens:
            around[row] = np.maximum(around[row], meant)
    asking = asking_words(question, language)
    spoken = np.array([i in asking for i in positions], dtype=np.bool_)
    heads = _heads(question, asking, language)
    form = form_asked(question, asking, language) or _body(question, heads, language)
    flags = [_flags(question, i, lexicon, language) for i in positions]
    strict, formal, verbs, deeds, absent = np.array(flags, dtype=np.bool_).reshape(len(positions), 5).T
    return Wanted(
        question,
        scope,
        positions,
        np.array([_weight(question, i, corpus) for i in positions], dtype=np.float32) * _telling(spoken, own),
        own,
        around,
        strict,
        formal,
        verbs,
        deeds,
        absent,
        asking,
        spoken,
        form,
        heads,
        form == "who" or _plural(question, heads, form),
        _plural(question, heads, form),
        {question.words[i]: tuple(m[0] for m in others.get(i, ()) if len(m) == 1) for i in positions},
        " ".join(t.text for i, t in enumerate(question.tokens) if i not in scope.tokens) or question.text,
    )


def _held(
    question: Question, positions: tuple[int, ...], others: Others, corpus: Corpus, *, around: bool
) -> Row:
    rows = [_said(question.words[i], others.get(i, ()), corpus, around=around) for i in positions]
    return np.array(rows, dtype=np.float32).reshape(len(positions), len(corpus.passages))


def _said(word: str, others: Iterable[tuple[str, ...]], corpus: Corpus, *, around: bool) -> Row:
    table = corpus.around if around else corpus.own
    row = np.zeros(len(corpus.passages), dtype=np.float32)
    full = _AROUND if around else 1.0
    for alike in corpus.kin(word):
        if alike in table:
            row[table[alike]] = _KIN * full
    for other in others:
        row[corpus.holding(other, around=around)] = _SYNONYM * full
    if word in table:
        row[table[word]] = full
    return row


def _others(question: Question, lexicon: Lexicon, language: Language) -> Others:
    """What else each word may be called, alone or with its neighbours."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for at, word in enumerate(question.words):
        if number := _spelled(language).get(word):
            found[at] = [(number,)]
    for spot in lexicon.synonyms.find(question.words):
        for at in spot.tokens:
            found.setdefault(at, []).append(spot.meaning)
    return found


def _spelled(language: Language) -> dict[str, str]:
    """Numbers in words by their digits, and digits by the words for them."""
    words = {str(n): w for w, n in reversed(list(language.numbers.items())) if len(w) > 2}
    return words | {w: str(n) for w, n in language.numbers.items() if len(w) > 2}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(stems(load_data("quotes/words.yaml")[name]))


def _weight(question: Question, at: int, corpus: Corpus) -> float:
    return corpus.idf(question.words[at]) * (_LIGHT if at in question.light else 1.0)


def _telling(spoken: Flags, own: Row) -> Row:
    """What is told beside the question in words of which no passage holds any tells little."""
    known = own.any(axis=1) if own.size else spoken
    return np.where(spoken | known, 1.0, _LIGHT).astype(np.float32)


def _flags(question: Question, at: int, lexicon: Lexicon, language: Language) -> tuple[bool, ...]:
    word, kind = question.words[at], _kind(question, at)
    return (
        _strict(question, at, language),
        _formal(question, at, language),
        kind in ("v", "j"),
        word in language.verbs,
        word in lexicon.absent,
    )


def _kind(question: Question, at: int) -> str:
    return English.load().kinds.get(question.tokens[at].text.lower(), "")


def _strict(question: Question, at: int, language: Language) -> bool:
    """A number, or a word that is written large inside a sentence."""
    token = question.tokens[at]
    if any(c.isdecimal() for c in token.text):
        return True
    if language.numbers.get(token.stem, 0) > 1:
        return not _told(question, at, language)
    if not token.text[:1].isupper() or token.start == 0 or at == 0:
        return False
    return not _BREAK.search(question.text[question.tokens[at - 1].end : token.start])


def _told(question: Question, at: int, language: Language) -> bool:
    """'Which three …': a number that says how many things are wanted, not which."""
    return (
        at > 0 and question.words[at - 1] in language.asking and not _ORDINAL.search(question.tokens[at].text)
    )


def _formal(question: Question, at: int, language: Language) -> bool:
    """'Which body', 'roughly', 'is meant to': what stands for the answer, or how exact or intended it is."""
    if question.words[at] in _words("intent") | _words("frequency"):
        return True
    if _kind(question, at) in ("r", "f") and at not in question.links.named:
        return True
    asked = any(question.words[i] in language.asking for i in range(max(0, at - 2), at))
    return asked and question.words[at] in _words("generic")


def _plural(question: Question, heads: tuple[str, ...], form: str) -> bool:
    """Whether the noun asked for speaks of several; a fragment asks for any of its nouns."""
    if heads or form in ("who", "when", "count"):
        return "whom" in question.words or any(plural(t.text) for t in question.tokens if t.stem in heads[:1])
    nouns = [i for i in question.weights if i not in question.links.named and _kind(question, i) != "v"]
    return any(plural(question.tokens[i].text) for i in nouns)


def _body(question: Question, heads: tuple[str, ...], language: Language) -> str:
    """'Which body': a noun right after the question word that says who is asked for."""
    after = [question.words[i + 1] for i, w in enumerate(question.words[:-1]) if w in language.asking]
    return "who" if heads and heads[-1] in _words("bodies") and heads[-1] in after else ""


def _heads(question: Question, asking: frozenset[int], language: Language) -> tuple[str, ...]:
    """The words after the question word; of several question words, those that ask for a kind of thing."""
    counted = question.shape.cues.get("count", ())
    spots = [i for i in sorted(asking) if question.words[i] in language.asking or i in counted]
    spots.sort(key=lambda i: question.words[i] not in _KINDS_ASKED)
    of = [(question.words[i],) for i in sorted(question.weights)[:1] if _amount(question, i)]
    return next((found for at in spots if (found := _after(question, at))), of[0] if of and not spots else ())


def _amount(question: Question, at: int) -> bool:
    """'Amount of the grant?': the first noun of a fragment, before 'of', is what is asked for."""
    return at + 1 < len(question.words) and question.tokens[at + 1].text.lower() == "of"


def _after(question: Question, at: int) -> tuple[str, ...]:
    found: list[str] = []
    for i in range(at + 1, min(at + 1 + _AFTER, len(question.words))):
        stays = i in question.weights and _kind(question, i) != "v"
        shaped = i == at + 1 and _kind(question, i) == "n" and plural(question.tokens[i].text)
        if found and not stays:
            break
        if stays or shaped:
            found.append(question.words[i])
    return tuple(reversed(found))
