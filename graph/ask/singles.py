"""Finds the one thing that some words of a question name, number or describe, or the group that they name."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from graph.ask.anchors import Anchors
from graph.ask.candidates import Candidates
from graph.ask.choose import Chooser
from graph.ask.execute import Found
from graph.ask.mentions import ClassMention, ThingMention
from graph.ask.question import Question
from graph.ask.sequences import Sequences

__all__ = ["Read", "Singles"]

Read = Callable[[str], Question]

_TOLD = 0.5  # share of the words that what is described must hold
_CLEAR = 0.2  # how far what is described must be ahead of what else may be meant


@dataclass(frozen=True)
class Singles:
    """Finds things that can be put in order."""

    candidates: Candidates
    chooser: Chooser
    anchors: Anchors
    sequences: Sequences

    @property
    def holder(self) -> str:
        """The class of the plans."""
        return str(self.sequences.lexicon.settings.get("holder", {}).get("class", ""))

    def ordered(self, noun: ClassMention) -> bool:
        """Whether a noun names what can be put in order, and no schools or units."""
        return noun.senses[0].cls not in self.candidates.conditions.index.namelike - {self.holder}

    def nouns(self, question: Question, spots: Collection[int]) -> list[ClassMention]:
        """Return the nouns among some words for what can be put in order."""
        return [m for m in question.links.classes if m.tokens <= set(spots) and self.ordered(m)]

    def asked(self, question: Question, spots: Collection[int], read: Read) -> Question:
        """Return a plain question for what words name; for actions, where they name no kind of thing."""
        said = question.spelled(spots)
        return read(f"List all {said if self.nouns(question, spots) else f'actions {said}'}")

    def group(self, asked: Question) -> Found | None:
        """Return the things of one kind that words name or speak of, and none only joined to such."""
        readings = [
            r
            for slot in self.candidates.slots(asked)[:1]
            for r in slot
            if r.operation == "list" and not r.target.property and not r.target.show
            if not any(c.topic and c.path for c in r.conditions)
        ]
        found = self.chooser.best(readings, asked).found
        return found if found and any(not r.literal for r in found.rows) else None

    def spoken(self, asked: Question, found: Found) -> list[str]:
        """Return what was found; of what only speaks of the words, rather what has them side by side."""
        things = [r.value for r in found.rows if not r.literal]
        for condition in found.reading.conditions:
            if condition.topic and not condition.path:
                words = [asked.words[i] for i in sorted(condition.tokens)]
                things = self.sequences.spoken(things, words) or things
        return things

    def meant(self, question: Question, spots: Sequence[int], read: Read) -> tuple[str, int]:
        """Return the thing that some words name by number or name, or describe; and its number."""
        for mention in question.links.things:
            option = mention.options[0]
            called = option.how == "number" or option.cls == self.holder
            if called and mention.tokens <= set(spots) and not mention.quiet:
                return option.things[0], _number(question, mention)
        taken = frozenset(range(len(question.words))) - set(spots)
        kinds = self._kinds(question, taken) or (*self._kinds(question, spots), self._kind)
        likely = next(self.anchors.of(question, taken, kinds), None)
        words = [question.words[i] for i in spots]
        if likely is None or likely.told < _TOLD or likely.ahead < _CLEAR:
            telling = [question.words[i] for i in spots if i in question.weights]
            return self.sequences.only(kinds, telling) or self._one(question, spots, read), 0
        return self._part(likely.found.rows[0].value, words), 0

    @property
    def _kind(self) -> str:
        return str(self.sequences.lexicon.settings.get("ordered", {}).get("of", ""))

    def _kinds(self, question: Question, spots: Collection[int]) -> tuple[str, ...]:
        return tuple(sorted({n.senses[0].cls for n in self.nouns(question, spots)}))

    def _one(self, question: Question, side: Sequence[int], read: Read) -> str:
        """The one thing of which some words speak, or the whole of all that they speak of."""
        asked = self.asked(question, side, read)
        found = self.group(asked)
        things = self.spoken(asked, found) if found else []
        whole = {w for t in things for w in self.sequences.index.wholes.get(t, (t,))}
        return whole.pop() if len(whole) == 1 else ""

    def _part(self, thing: str, words: Sequence[str]) -> str:
        """Of a whole, the part that holds most of some words, if it is one."""
        parts = self.sequences.parts(thing)
        held = sorted(((self.sequences.held(p, words), p) for p in parts), reverse=True)
        if not held or (len(held) > 1 and held[0][0] == held[1][0]):
            return thing
        return held[0][1]


def _number(question: Question, mention: ThingMention) -> int:
    words = (question.words[i] for i in sorted(mention.tokens))
    return next((int(w) for w in words if w.isdecimal()), 0)
