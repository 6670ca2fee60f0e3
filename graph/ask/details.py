"""When a matter stands in the plans, but not the detail asked of it: who sells it, where it is held."""

import re
from dataclasses import dataclass
from functools import cache

from graph.ask.closed import closed, closed_form
from graph.ask.english import English
from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon, load_data
from graph.ask.question import Question

__all__ = ["Details"]

_UNSAID = "What the question describes stands in the plans, but not what it asks of it."
_NO_TIME = "The plans do not say when this was or is to be, to the day."
_NO_NUMBER = "The plans do not give this number."
_NOT_DONE = "The plans say who is responsible, not who does this."
_KINDS = closed("which")
_BE = closed("be")
_DO = closed("do")
_HAPPENS = closed("happens")
_LAST = closed("last")
_SELF = closed("self")
_ARTICLES = closed("articles")
_WITHIN = 2  # words from 'who' to what is done: 'who will pay'
_YEARS = re.compile(r"\d{4}-\d\d(\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d/\d|\b\d{1,2}, \d{4}")
_PLACE = closed_form("place")


@dataclass(frozen=True)
class Details:
    """Says why a record of a matter is not the detail asked for, or nothing."""

    index: EntityIndex
    lexicon: Lexicon

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the first reason against a reading."""
        if question.shape.boolean:
            return None
        tests = (
            self._kind,
            self._attribute,
            self._doing,
            self._outcome,
            self._place,
            self._day,
            self._whenever,
            self._length,
            self._dealer,
            self._deed,
            self._other,
            self._counted,
            self._own,
            self._errand,
        )
        said = [t.text.lower() for t in question.tokens]
        for test in tests:
            if reason := test(question, said, found):
                return reason
        return None

    def _kind(self, question: Question, said: list[str], found: Found) -> str | None:
        """'Which software' is not answered by what is planned for the thing that it runs."""
        if not found.reading.target.open:
            return None
        left = _left(question, found)
        for at in _after(said, _KINDS):
            if at in left and said[at + 1 : at + 2] != ["of"]:
                return f"The plans do not speak of “{question.tokens[at].text}” here."
            noun = at in question.weights and English.load().kinds.get("".join(said[at + 1 : at + 2])) == "n"
            if noun and at + 1 in left and said[at + 2 : at + 3] != ["of"]:
                return f"The plans do not speak of “{question.tokens[at + 1].text}” here."
        return None

    def _attribute(self, question: Question, said: list[str], found: Found) -> str | None:
        """'What is the address of it' asks for an address, and for nothing else of it."""
        own = _used(found) - found.reading.target.tokens
        for at in _after(said, frozenset({"what"})):
            asks = said[at : at + 1] and said[at] in _BE and said[at + 1 : at + 2]
            of = said[at + 3 : at + 4] in (["of"], ["for"])
            if asks and said[at + 1] in _ARTICLES and of and found.reading.target.open and at + 2 not in own:
                return f"The plans do not give the “{question.tokens[at + 2].text}” of this."
        return None

    def _doing(self, question: Question, said: list[str], found: Found) -> str | None:
        """'What does it charge' is not answered by what else is said of it."""
        asked = [said[at : at + 1] for at in _after(said, frozenset({"what"}))]
        does = any(word and word[0] in _DO | _HAPPENS for word in asked)
        left = sorted(_left(question, found)) if does and found.reading.target.open else []
        return f"The plans do not speak of “{question.tokens[left[0]].text}” here." if left else None

    def _outcome(self, _: Question, said: list[str], found: Found) -> str | None:
        """'What did the study find' is not answered by the study itself."""
        target = found.reading.target
        did = any(said[at : at + 1] == ["did"] for at in _after(said, frozenset({"what"})))
        told = "prior" in self.lexicon.term(target.cls).roles
        return _UNSAID if did and target.open and not told and _words("outcomes") & set(said) else None

    def _place(self, question: Question, said: list[str], found: Found) -> str | None:
        """'Where is it held' asks for a place, and a text that names none does not say it."""
        described = any(c.topic for c in found.reading.conditions)
        if "where" not in question.shape.roles or found.reading.target.role or not described:
            return None
        bare = not any(at < len(said) and said[at] in _BE | _DO for at in _after(said, frozenset({"where"})))
        if bare or _words("standing") & set(said):
            return None
        return None if any(_PLACE.search(self._text(r.value)) for r in found.rows) else _UNSAID

    def _text(self, value: str) -> str:
        return self.index.entities[value].label if value in self.index.entities else value

    def _day(self, _: Question, said: list[str], found: Found) -> str | None:
        """A year or a stretch of years is no day, and the year of a plan none in which something was."""
        if found.reading.target.role != "when" or any(_DAY.search(r.value) for r in found.rows):
            return None
        if any(at < len(said) and said[at] in _words("days") for at in _after(said, _KINDS)):
            return _NO_TIME
        was = any(said[at : at + 1] and said[at] in _BE | _DO for at in _after(said, frozenset({"when"})))
        past = closed("past") & set(said)
        years = bool(found.rows) and all(_YEARS.fullmatch(r.value) for r in found.rows)
        described = any(c.topic for c in found.reading.conditions)
        return _NO_TIME if was and past and years and described else None

    def _length(self, _: Question, said: list[str], found: Found) -> str | None:
        """'How long is the course' asks for hours, not for the years in which it is planned."""
        if found.reading.target.cls not in self.lexicon.listed("ahead"):
            return None
        asks = any(
            said[i : i + 2] == ["how", "long"] and said[i + 2] in _words("lengths")
            for i in range(len(said) - 2)
        )
        return _UNSAID if asks and "take" not in said else None

    def _dealer(self, _: Question, said: list[str], found: Found) -> str | None:
        """Who is responsible for a thing does not say who pays for it, or who attends it."""
        used = _used(found)
        for at in _after(said, frozenset({"who", "whom"})):
            near = range(at, min(at + _WITHIN, len(said)))
            if any(said[i] in _words("dealings") and i not in used for i in near):
                return _NOT_DONE if found.reading.target.at in (at - 1, -1) else None
        return None

    def _deed(self, question: Question, said: list[str], found: Found) -> str | None:
        """'Which teams dropped out' is not answered by teams of which something else is said."""
        topics = [c for c in found.reading.conditions if c.topic]
        apart = frozenset(i for c in topics for i in c.tokens - c.matched)
        for at in _after(said, _KINDS):
            if at + 1 in apart and said[at + 1] in _words("deeds"):
                return f"The plans do not speak of “{question.tokens[at + 1].text}” here."
        return None

    def _whenever(self, _: Question, said: list[str], found: Found) -> str | None:
        """'When is it due' is not answered with all times that there are."""
        listed = found.reading.operation == "list" and not found.reading.conditions
        return _NO_TIME if listed and "when" in said else None

    def _other(self, _: Question, said: list[str], found: Found) -> str | None:
        """'Which other districts' asks for others than the one whose plans these are."""
        target, own = found.reading.target, self.lexicon.settings.get("holder", {}).get("class")
        others = any(said[i - 1] == "other" for i in target.tokens if i)
        steps = [s.cls for c in found.reading.conditions for s in c.path]
        return _UNSAID if others and len(found.rows) == 1 and own in steps else None

    def _counted(self, question: Question, said: list[str], found: Found) -> str | None:
        """'How many parents answered' counts parents, and not the questions that they were asked."""
        if found.reading.operation != "count":
            return None
        kinds = frozenset(i for m in question.links.classes for i in m.tokens)
        counted = kinds | found.reading.target.tokens
        for at in _after(said, frozenset({"many"})):
            if at in question.weights and not any(self._one_phrase(question, at, i) for i in counted):
                return _NO_NUMBER
        return None

    def _one_phrase(self, question: Question, start: int, end: int) -> bool:
        """Whether two words stand in one phrase: 'music schools', not 'pupils joined the schools'."""
        return end >= start and all(i in question.weights for i in range(start, end))

    def _own(self, question: Question, said: list[str], found: Found) -> str | None:
        """Who a person is does not say who that person's neighbour is."""
        left = _left(question, found) & frozenset(
            i for c in found.reading.conditions if c.topic for i in c.tokens
        )
        for at in sorted(left):
            if at and said[at - 1].endswith(("'s", "’s")) and "who" in question.shape.roles:
                return f"The plans do not speak of “{question.tokens[at].text}” here."
        return None

    def _errand(self, _: Question, said: list[str], found: Found) -> str | None:
        """'How do I enrol' asks for a way to go, and 'last month' for news: plans give neither."""
        how = any(said[i] == "how" and said[i + 2] in _SELF for i in range(len(said) - 2))
        lately = any(said[at : at + 1] and said[at] in _words("lately") for at in _after(said, _LAST))
        return _UNSAID if (how or lately) and found.reading.target.open else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_data("details.yaml")[name])


def _after(said: list[str], words: frozenset[str]) -> list[int]:
    """The places right after some words."""
    return [i + 1 for i, word in enumerate(said) if word in words]


def _used(found: Found) -> frozenset[int]:
    """The words that a reading takes account of: of a description, those that stand in what it describes."""
    topics = [c for c in found.reading.conditions if c.topic]
    matched = frozenset(i for c in topics for i in c.matched)
    return (found.reading.covered - frozenset(i for c in topics for i in c.tokens)) | matched


def _left(question: Question, found: Found) -> frozenset[int]:
    """The telling words that a reading takes no account of."""
    return frozenset(question.weights) - question.light - _used(found)
