"""Checks how many of a kind a question says there are: 'the nine recommendations', where there are seven."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rdflib import URIRef

from graph.ask.closed import closed_stems
from graph.ask.compare import numbered
from graph.ask.execute import Executor
from graph.ask.lexicon import Language, load_data
from graph.ask.mentions import ClassMention
from graph.ask.profile import Profile
from graph.ask.question import Question
from graph.ask.reading import Reading, Target
from graph.ask.tokens import stem
from graph.items import local_name
from graph.model import Answer

__all__ = ["Tallies"]

_BETWEEN = 4  # words between a number and its noun, such as 'long-term'
_OWNERS = closed_stems("tally_owners")
_FURTHER = closed_stems("tally_narrowed")


@dataclass(frozen=True)
class Tallies:
    """Compares the numbers that a question takes for granted with the plans."""

    executor: Executor
    profile: Profile
    held: frozenset[str]
    """The things, such as plans, in which others stand: they are counted one way or another."""

    def notes(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """Return what is to be said of the numbers in a question that was answered."""
        if answer.status != "answered" or answer.count is not None:
            return ()
        return tuple(
            f"The plans hold {numbered(number, noun)} here, not {said} as the question says."
            for noun, said, number in self._counted(question, answer)
        )

    def _counted(self, question: Question, answer: Answer) -> Iterator[tuple[str, str, int]]:
        """Each number with its noun, and the right number where it is another one."""
        for mention in question.links.classes:
            said = self._said(question, mention)
            if said is None:
                continue
            at, number = said
            true = self._number(question, mention, at, answer)
            if true and true != number:
                yield self.profile.names_of(mention.senses[0].cls)[0], question.tokens[at].text, true

    def _said(self, question: Question, mention: ClassMention) -> tuple[int, int] | None:
        """The place of a number before a noun, and the number, where it is that of all there are."""
        whole, some = _stems("all"), _stems("some")
        for at in range(mention.start - 1, max(0, mention.start - 1 - _BETWEEN), -1):
            number = _value(question.tokens[at].text)
            if number is not None:
                before = question.words[at - 1]
                return (at, number) if before in whole and before not in some else None
            if at not in question.links.named:
                return None
        return None

    def _number(self, question: Question, mention: ClassMention, at: int, answer: Answer) -> int:
        """How many there are: as many as the answer lists, or all of a kind that nothing narrows."""
        cls = mention.senses[0].cls
        asked = any(a.noun is mention for a in question.shape.asked)
        asked = asked and question.words[at - 1] != "of" and question.words[max(0, at - 2)] != "of"
        kinds = {i.type for i in answer.answers}
        if asked and answer.kind in ("list", "single") and kinds == {local_name(URIRef(cls))}:
            firm = [i for i in answer.answers if i.basis not in ("inferred", "passage")]
            return len(firm) if len(firm) == len(answer.answers) else 0
        after = question.words[mention.end] if mention.end < len(question.words) else ""
        if mention.start > at + 1 or after in _FURTHER or question.words[at - 1] in _OWNERS:
            return 0
        rows = self.executor.run(Reading(Target(cls, filters=mention.senses[0].filters))).rows
        return 0 if any(r.value in self.held for r in rows) else len(rows)


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in load_data("premises.yaml")[name])


def _value(word: str) -> int | None:
    """A number of several, in figures or letters; 'first' is none."""
    if word.isdecimal():
        return int(word) if 1 < int(word) < _MOST else None
    return Language.english().numbers.get(stem(word)) if stem(word) in _stems("numbers") else None


_MOST = 200
