"""When words describe too little: one word found by chance, or a description that fits too loosely."""

import re
from dataclasses import dataclass

from graph.ask.echoes import Echoes
from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.subjects import Subjects

__all__ = ["Vagueness", "proper"]

# Shares and scores below were set on development questions; docs/question-engine.md tells which.
_LIKE = 0.36  # how well a description must fit for what it describes to be meant
_MEANT = 0.62  # how well, for words that stand nowhere in the text described
_CLOSE = 0.56  # how well a description of several words must fit


@dataclass(frozen=True)
class Vagueness:
    """Says why a description tells too little, or nothing."""

    index: EntityIndex
    echoes: Echoes
    subjects: Subjects

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the first description that does not say what is meant."""
        for condition in found.reading.conditions:
            if condition.topic:
                if self._by_chance(question, found, condition):
                    return f"“{condition.says}” alone does not say what is meant."
                whole = len(condition.matched) / max(1, len(condition.tokens))
                several = len(condition.tokens - question.light) > 1 and condition.score < _CLOSE
                if several or condition.score < _LIKE or (whole < 0.34 and condition.score < _MEANT):
                    return f"Nothing in the plans fits “{condition.says}” well enough."
        return None

    def _by_chance(self, question: Question, found: Found, condition: Condition) -> bool:
        """One word, found somewhere in a text that lies behind another thing, describes nothing."""
        if not condition.path or len(condition.matched) > 1 or self.echoes.called(condition):
            return False
        if self._only_one(question, found, condition):
            return False
        return not any(proper(question, i) for i in condition.matched)

    def _only_one(self, question: Question, found: Found, condition: Condition) -> bool:
        """'The goal about music': one word is enough where just one thing of that kind has it."""
        if len(condition.things) != 1 or len(condition.matched) != 1:
            return False
        at = next(iter(condition.matched))
        own = found.reading.target.tokens
        nouns = [m for m in question.links.classes if m.end <= at and not m.tokens & own]
        kinds = {s.cls for m in nouns[-1:] for s in m.senses}
        if condition.cls not in kinds or not self.subjects.leads(kinds, question.words, nouns[-1].end):
            return False
        texts = (self.index.texts[n] for n in self.index.postings.get(question.words[at], ()))
        return {t.iri for t in texts if condition.cls in self.index.classes(t.iri)} == set(condition.things)


def proper(question: Question, at: int) -> bool:
    """Say whether a word is a number, or is written as a name within a sentence."""
    token = question.tokens[at]
    if any(c.isdecimal() for c in token.text):
        return True
    return token.text[:1].isupper() and token.start > 0 and not _begins_sentence(question, at)


def _begins_sentence(question: Question, at: int) -> bool:
    before = question.text[question.tokens[at - 1].end : question.tokens[at].start]
    return bool(re.search(r"[.?!:]", before))
