"""Who works together with whom: units that share actions; and that no plan names a unit's head."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.ask.choose import Choice
from graph.ask.execute import Executor
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ThingMention
from graph.ask.paths import Path, Step
from graph.ask.phrases import Pattern
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.sources import Sources

__all__ = ["Partners"]

_SURE = 0.95  # how sure it is that working together is sharing actions
_WHO = frozenset({"who", "whom"})


@dataclass(frozen=True)
class Partners:
    """Finds who shares the work of a unit."""

    executor: Executor
    lexicon: Lexicon
    sources: Sources

    def of(self, question: Question) -> list[Choice]:
        """Return who shares actions with the one unit that is named, if that is what is asked."""
        named = self._alone(question)
        spots = question.shape.cues.get("together", frozenset())
        if named is None or not spots or not self._asks_units(question):
            return []
        if not set(question.weights) <= named.tokens | spots | question.light | self._asked(question):
            return []
        unit, covered = self._setting["class"], frozenset(question.weights)
        shared = Condition(self._way, unit, self._units(named), tokens=named.tokens | spots, says=named.text)
        reading = Reading(Target(unit), (shared,), covered=covered, score=1.0, features={"explained": _SURE})
        found = self.executor.run(reading)
        return [Choice(found)] if found.rows else []

    def handler(self, question: Question) -> list[Choice]:
        """Return the unit itself where it is asked who handles what it is called after."""
        named = self._alone(question)
        spots = frozenset(i for p in self._handling for spot in p.find(question.words) for i in spot)
        if named is None or not spots or question.shape.boolean:
            return []
        units = self._units(named)
        unit, covered = self._setting["class"], frozenset(question.weights)
        nouns = [n for n in question.links.classes if any(s.cls == unit for s in n.senses)]
        said = (named.tokens | spots | question.light).union(*(n.tokens for n in nouns))
        if not covered <= said or len(units) != 1:
            return []
        itself = Condition((), unit, units, tokens=named.tokens, says=named.text)
        reading = Reading(Target(unit), (itself,), covered=covered, score=1.0, features={"explained": _SURE})
        found = self.executor.run(reading)
        return [Choice(found)] if found.rows else []

    @cached_property
    def _handling(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(p) for p in self._setting.get("handling", ()))

    def headless(self, question: Question) -> str:
        """Return that no plan says who heads a unit, where that is asked and nothing else."""
        named = self._alone(question)
        lead = self._setting.get("lead", "")
        spots = question.links.cues.get(lead, frozenset())
        who = any(question.words[a.at] in _WHO for a in question.shape.asked)
        if named is None or not spots or not who or question.shape.boolean:
            return ""
        if not set(question.weights) <= named.tokens | spots | question.light:
            return ""
        name = " or ".join(dict.fromkeys(self.sources.label(u) for u in self._units(named)))
        return f"The plans do not say who heads {name}; they say which actions it leads."

    @property
    def _setting(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.lexicon.settings.get("partners", {})
        return found

    @property
    def _way(self) -> Path:
        """From a unit to the actions that it is responsible for, and to the others that are."""
        unit, by, through = (self._setting[k] for k in ("class", "by", "through"))
        return (Step(by, True, through), Step(by, False, unit))

    def _alone(self, question: Question) -> ThingMention | None:
        """The unit that is named, where nothing else is."""
        things = question.links.things
        if not self._setting or len(things) != 1 or question.links.values or question.shape.has("count"):
            return None
        return things[0] if self._units(things[0]) else None

    def _units(self, mention: ThingMention) -> tuple[str, ...]:
        options = [o for o in mention.options if o.cls == self._setting.get("class")]
        best = max((o.score for o in options), default=0.0)
        return tuple(dict.fromkeys(t for o in options if o.score >= best for t in o.things))

    def _asks_units(self, question: Question) -> bool:
        """Whether it asks who, or which units."""
        for asked in question.shape.asked:
            senses = asked.noun.senses if asked.noun else ()
            if any(getattr(s, "cls", "") == self._setting["class"] for s in senses):
                return True
            if asked.noun is None and question.words[asked.at] in _WHO:
                return True
        return False

    def _asked(self, question: Question) -> frozenset[int]:
        actions = [
            n for n in question.links.classes if any(s.cls == self._setting["through"] for s in n.senses)
        ]
        nouns = [a.noun for a in question.shape.asked if a.noun]
        return frozenset(i for n in (*actions, *nouns) for i in n.tokens)
