"""Words that tell apart things of a kind, such as whether a program exists or is only proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, ThingMention
from graph.ask.reading import Reading

__all__ = ["Qualifiers"]

_DENYING = closed_stems("qualifying")
_REACH = 3  # words between 'or' and what it leaves open


@dataclass(frozen=True)
class Qualifiers:
    """What qualifies what, by their classes."""

    kinds: Mapping[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Qualifiers":
        """Return what the lexicon says of it."""
        return cls(lexicon.settings.get("qualifiers", {}))

    def settled(
        self, things: Sequence[ThingMention], classes: Sequence[ClassMention], words: Sequence[str]
    ) -> tuple[ThingMention, ...]:
        """'Proposed' is no mere word beside a program that is named, unless 'or' stands beside it."""
        named = {o.cls for t in things for o in t.options} | {s.cls for c in classes for s in c.senses}
        settled: list[ThingMention] = []
        for thing in things:
            if not {self.kinds[o.cls] for o in thing.options if o.cls in self.kinds} & named:
                settled.append(thing)
            elif settled and self._repeats(settled[-1], thing, words):
                said = frozenset(range(settled[-1].end, thing.end))
                settled[-1] = replace(settled[-1], strays=settled[-1].strays | said)
            else:
                before, after = words[max(0, thing.start - _REACH) : thing.start], words[thing.end :][:1]
                settled.append(thing if "or" in (*before, *after) else replace(thing, firm=1.0))
        return tuple(settled)

    def _repeats(self, before: ThingMention, thing: ThingMention, words: Sequence[str]) -> bool:
        """'Only proposed, not existing' says one thing twice."""
        between = set(words[before.end : thing.start])
        alike = {o.cls for o in before.options} & {o.cls for o in thing.options} & set(self.kinds)
        return bool(alike) and "not" in between and between <= _DENYING

    def coherent(self, reading: Reading) -> bool:
        """Say whether what qualifies stands in the same record as what it qualifies."""
        for condition in reading.conditions:
            kind = self.kinds.get(condition.cls)
            same = [c for c in reading.conditions if c.cls == kind and c.path and not c.topic]
            if kind and condition.path and same and all(c.path[:1] != condition.path[:1] for c in same):
                return False
        return True
