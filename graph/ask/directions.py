"""Which end of a link a name stands at: 'the schools that Oak feeds' are not those that feed Oak."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.ask.execute import Found
from graph.ask.lexicon import Lexicon
from graph.ask.question import Question
from graph.ask.reading import Condition
from graph.ask.tokens import stem

__all__ = ["Directions"]

_TURNED = "The plans say this only the other way round."
_BY = "by"


@dataclass(frozen=True)
class Directions:
    """Tells by the verb who gives and who is given.

    The settings of the lexicon say under `directed` of which link: from which property, to which, by which
    verbs, and by which participles.
    """

    lexicon: Lexicon

    def objection(self, question: Question, found: Found) -> str | None:
        """Return that a reading takes a link the wrong way round, or nothing."""
        if question.shape.boolean:
            return None
        for setting in self.lexicon.settings.get("directed", ()):
            for condition in found.reading.conditions:
                end = condition.path[-1].property if len(condition.path) > 1 else ""
                said = self._said(question, condition, setting) if end in self._ends(setting) else ""
                if said and said != end:
                    return _TURNED
        return None

    @staticmethod
    def _ends(setting: Mapping[str, str]) -> tuple[str, str]:
        return setting["from"], setting["to"]

    @cached_property
    def _forms(self) -> tuple[frozenset[str], frozenset[str]]:
        settings = self.lexicon.settings.get("directed", ())
        verbs = frozenset(stem(w) for s in settings for w in s["verbs"])
        return verbs, frozenset(stem(w) for s in settings for w in s["participles"])

    def _said(self, question: Question, condition: Condition, setting: Mapping[str, str]) -> str:
        """The end at which the words put what is named, or nothing where they leave it open."""
        verbs, participles = self._forms
        words = question.words
        spots = [i for i, word in enumerate(words) if word in verbs | participles]
        named = [i for i in condition.tokens & question.links.named if i not in spots]
        if len(spots) != 1 or not named:
            return ""
        at = spots[0]
        giver, given = self._ends(setting)
        before = max(named) < at
        if words[at] in participles:
            if _BY not in words[at + 1 : at + 2]:
                return ""
            return given if before else giver
        return giver if before else given
