"""Compares things by the rank of what they belong to: whether one school stands in a higher tier."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.answering import Answering
from graph.ask.conditions import Conditions
from graph.ask.execute import Executor, Found
from graph.ask.lexicon import load_data
from graph.ask.paths import Path
from graph.ask.question import Question
from graph.ask.reading import Condition, Reading, Target
from graph.ask.sources import Sources
from graph.ask.tokens import stem
from graph.model import Answer, AnswerItem

__all__ = ["Ranks"]


@cache
def _words(*names: str) -> frozenset[str]:
    """The stems of some lists of `ranks.yaml`."""
    data = load_data("ranks.yaml")
    return frozenset(stem(w) for name in names for w in data[name])


@dataclass(frozen=True)
class _Placed:
    """A thing with what it belongs to, and how high that stands: the smaller the number, the higher."""

    thing: str
    found: Found
    rank: float


@dataclass(frozen=True)
class Ranks:
    """Compares by rank."""

    conditions: Conditions
    executor: Executor
    answering: Answering
    sources: Sources

    def of(self, question: Question) -> Answer | None:
        """Return a comparison by rank, or None where the question asks for none."""
        words = set(question.words)
        if not words & _words("up", "down", "same", "apart"):
            return None
        for cls, data in self.conditions.lexicon.settings.get("ranked", {}).items():
            spoken = any(s.cls == cls for m in question.links.classes for s in m.senses)
            spoken = spoken or any(o.cls == cls for m in question.links.things for o in m.options)
            pair = self._pair(question, cls)
            if not (spoken or words & _words("ranked")) or pair is None:
                continue
            placed = [p for thing in pair if (p := self._placed(thing, cls, data["by"])) is not None]
            if len(placed) == len(pair):
                return self._told(question, placed, cls)
        return None

    def _pair(self, question: Question, cls: str) -> list[str] | None:
        """The two things, each named without doubt, that are compared."""
        options = [m.options[0] for m in question.links.things if m.options[0].cls != cls]
        if len(options) != 2 or any(len(o.things) != 1 for o in options):
            return None
        return [o.things[0] for o in options]

    def _placed(self, thing: str, cls: str, by: str) -> _Placed | None:
        of = self.answering.index.classes(thing)
        ways = [w for c in of for w in self.conditions.paths.find(cls, c)[:1]]
        if not ways:
            return None
        found = self.executor.run(self._reading(cls, ways[0], thing, of[0]))
        values = [float(str(v)) for r in found.rows for v in self.sources.values(r.value, by)]
        return _Placed(thing, found, values[0]) if len(found.rows) == len(values) == 1 else None

    def _reading(self, cls: str, way: Path, thing: str, of: str) -> Reading:
        return Reading(Target(cls), (Condition(way, of, (thing,)),), features={"explained": 1.0})

    def _told(self, question: Question, placed: Sequence[_Placed], cls: str) -> Answer | None:
        words = question.words
        first, other = placed
        down = bool(_words("down") & set(words))
        if _words("same") & set(words):
            verdict = first.rank == other.rank
        elif _words("apart") & set(words):
            verdict = first.rank != other.rank
        else:
            verdict = first.rank > other.rank if down else first.rank < other.rank
        items = [i for p in placed if (i := self._item(p)) is not None]
        if len(items) < len(placed):
            return None
        which = bool(_words("which") & set(words))
        if which:
            if first.rank == other.rank or not _words("up", "down") & set(words):
                return None
            items = items[:1] if verdict else items[1:]
        noun = self.conditions.profile.names_of(cls)[0]
        names = " and ".join(self.answering.name(p.thing) for p in placed)
        return Answer(
            question.text,
            "answered",
            f"The {noun} of {names}, compared",
            "compare",
            tuple(items),
            boolean=None if which else verdict,
            sparql="\n\n".join(p.found.sparql for p in placed),
            confidence=1.0,
        )

    def _item(self, placed: _Placed) -> AnswerItem | None:
        row = placed.found.rows[0]
        text = f"{self.answering.name(placed.thing)}: {self.answering.name(row.value)}"
        return self.answering.item(text, placed.thing, placed.found)
