"""Searches the sentences and cells of the documents for one that answers where no typed fact does."""

import math
import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graph.ask.contents import Vectoriser
from graph.ask.lexicon import Language, Lexicon
from graph.ask.question import Question
from graph.ask.tokens import school_year, stems
from graph.model import AnswerItem, Evidence
from graph.passages import Passage

__all__ = ["PassageSearch"]

_K, _B = 1.2, 0.75  # the usual constants of BM25
_POOL = 30
_WORDS, _MEANING = 0.6, 0.4
_FAR, _NEAR = 0.25, 0.75
_LONGEST = 90  # words; a longer passage answers nothing in particular
_ENOUGH = 0.62  # measured on unanswerable development questions
_ENOUGH_WITH_VALUE = 0.5  # where the passage holds a value of the form that is asked for
_CERTAIN = 0.85  # where a thing of a class is asked for: nearly every word must stand in the passage
_MISSED_CERTAIN = 0.17
_SPOKEN = 3  # telling words without which a sentence is found by chance
_AFTER = 3  # words between a number and what it counts
_MISSED = 0.26  # share of the telling words that may be missing from it


class PassageSearch:
    """BM25 for a pool of passages, then words and meaning for the best of them."""

    def __init__(
        self, passages: Sequence[Passage], lexicon: Lexicon, language: Language, vectoriser: Vectoriser | None
    ) -> None:
        self._passages = [p for p in passages if _can_answer(p.text)]
        self._lexicon = lexicon
        self._forms = {k: re.compile(v, re.IGNORECASE) for k, v in language.value_forms.items()}
        self._vectoriser = vectoriser
        self._words = [stems(f"{p.text}") for p in self._passages]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in set(words):
                self._postings[word].append(number)
        self._mean = sum(map(len, self._words)) / max(1, len(self._words))

    def answer(self, question: Question) -> tuple[AnswerItem, ...]:
        """Return what a passage says, quoted, or nothing."""
        form = self._form(question)
        if not self._sayable(question, form):
            return ()
        everything = [i for i in question.weights if i not in question.light]
        plans = self._plans(question)
        ways = dict.fromkeys((tuple(everything), tuple(i for i in everything if i not in plans)))
        found = [f for positions in ways if positions and (f := self._found(question, list(positions), form))]
        return max(found, key=lambda f: f[0].confidence, default=())

    def _plans(self, question: Question) -> frozenset[int]:
        """The words that name a plan: no sentence of it need name it again."""
        holder = self._lexicon.settings.get("holder", {}).get("class")
        named = [m for m in question.links.things if any(o.cls == holder for o in m.options)]
        return frozenset(i for m in named for i in m.tokens)

    def _found(self, question: Question, positions: list[int], form: str) -> tuple[AnswerItem, ...]:
        certain = not form and self._of_class(question)
        counted = question.shape.has("count")
        if (certain or counted) and len(positions) < _SPOKEN:
            return ()
        if counted:
            return self._counted(question, positions)
        enough, most = (_CERTAIN, _MISSED_CERTAIN) if certain else (_ENOUGH, _MISSED)
        for number, score, missed in self._ranked(question, positions):
            values = self._values(form, self._passages[number].text, question)
            if (form and not values) or not self._names(question, positions, number):
                continue
            if score >= (_ENOUGH_WITH_VALUE if values else enough) and missed <= most:
                return self._items(self._passages[number], values, score)
        return ()

    def _sayable(self, question: Question, form: str) -> bool:
        """A sentence is no thing of a class: who asks for such things, or ranks them, wants no quotation."""
        shape = question.shape
        if any(o.how == "number" for m in question.links.things for o in m.options):
            return False
        if shape.boolean or any(shape.has(s) for s in ("most", "fewest", "negation")):
            return False
        return bool(form) or all(a.role not in ("who", "where") for a in shape.asked)

    def _of_class(self, question: Question) -> bool:
        return any(a.noun is not None for a in question.shape.asked)

    def _counted(self, question: Question, positions: list[int]) -> tuple[AnswerItem, ...]:
        """'How many members …': a sentence in which a number stands before what is counted, quoted whole."""
        begun = max(question.shape.cues["count"]) + 1
        heads = [question.words[i] for i in positions if begun <= i < begun + _AFTER]
        for number, score, missed in self._ranked(question, positions):
            if score < _ENOUGH or missed > _MISSED or not self._names(question, positions, number):
                continue
            words = self._words[number]
            counts = [
                w for i, w in enumerate(words) if w.isdecimal() and set(heads) & set(words[i + 1 : i + 4])
            ]
            if len({c for c in counts if c not in question.words}) == 1:
                return self._items(self._passages[number], [], score)
        return ()

    def texts(self) -> list[str]:
        """Return the texts of all passages that can answer."""
        return [p.text for p in self._passages]

    def _form(self, question: Question) -> str:
        """The form of value that the question asks for, or none."""
        for role in ("share", "howmuch", "month"):
            if role in question.shape.roles:
                return role
        return "when" if any(a.role == "when" for a in question.shape.asked) else ""

    def _names(self, question: Question, positions: list[int], number: int) -> bool:
        """Names and numbers of the question must stand in the passage."""
        said = frozenset(self._words[number])
        for at in positions:
            token = question.tokens[at]
            proper = (token.text[:1].isupper() and at > 0) or any(c.isdecimal() for c in token.text)
            known = token.stem in said or any(
                set(s.meaning) <= said for s in self._lexicon.synonyms.find([token.stem])
            )
            if proper and not known and at not in question.named:
                return False
        return True

    def _values(self, form: str, text: str, question: Question) -> list[str]:
        if not form:
            return []
        found = [m.group().strip() for m in self._forms[form].finditer(text)]
        asked = {school_year(t.text) or t.text.lower() for t in question.tokens}
        return [v for v in dict.fromkeys(found) if (school_year(v) or v.lower()) not in asked]

    def _items(self, passage: Passage, values: list[str], score: float) -> tuple[AnswerItem, ...]:
        evidence: tuple[Evidence, ...] = (passage.evidence,)
        said = values or [passage.text]
        return tuple(AnswerItem(v, None, None, "passage", round(min(1.0, score), 3), evidence) for v in said)

    def _ranked(self, question: Question, positions: list[int]) -> list[tuple[int, float, float]]:
        words = [question.words[i] for i in positions]
        pool = self._pool(words)
        meaning = self._meaning(question.text, pool)
        ranked = []
        for at, number in enumerate(pool):
            covered, missed = self._covered(words, frozenset(self._words[number]))
            score = covered if meaning is None else _WORDS * covered + _MEANING * float(meaning[at])
            ranked.append((number, score, missed))
        return sorted(ranked, key=lambda r: (-r[1], r[0]))

    def _pool(self, words: list[str]) -> list[int]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(words) | {w for s in self._lexicon.synonyms.find(words) for w in s.meaning}:
            holders = self._postings.get(word, [])
            weight = self._idf(word)
            for number in holders:
                count = self._words[number].count(word)
                length = 1 - _B + _B * len(self._words[number]) / self._mean
                scores[number] += weight * count * (_K + 1) / (count + _K * length)
        return sorted(scores, key=lambda n: (-scores[n], n))[:_POOL]

    def _idf(self, word: str) -> float:
        holders = len(self._postings.get(word, []))
        return math.log(1 + (len(self._passages) - holders + 0.5) / (holders + 0.5))

    def _covered(self, words: list[str], said: frozenset[str]) -> tuple[float, float]:
        """The share of the words, by weight, that a passage holds; and the share by number that it misses."""
        total = sum(self._idf(w) for w in words) or 1.0
        held = [
            w
            for w in words
            if w in said or any(set(s.meaning) <= said for s in self._lexicon.synonyms.find([w]))
        ]
        return sum(self._idf(w) for w in held) / total, 1 - len(held) / len(words)

    def _meaning(self, text: str, pool: list[int]) -> NDArray[np.float32] | None:
        if self._vectoriser is None or not pool:
            return None
        rows = self._vectoriser.vectors([self._passages[n].text for n in pool])
        cosines = rows @ self._vectoriser.vectors([text])[0]
        scaled: NDArray[np.float32] = np.clip((cosines - _FAR) / (_NEAR - _FAR), 0.0, 1.0)
        return scaled


def _can_answer(text: str) -> bool:
    """A form's own question, or a text without end, answers nothing."""
    return len(text.split()) <= _LONGEST and not text.rstrip(' *_”"’)').endswith("?")
