"""Tells when things of the plans come: by their time frames, their years or their numbers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.ask.index import EntityIndex
from graph.ask.lexicon import Lexicon
from graph.ask.sources import Sources
from graph.ask.tokens import stems

__all__ = ["Sequences", "Timing"]

_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)?\d\d)\b)?")
_SHORT = 2  # figures of a year that is written without its century
_PARTS = 2  # parts, of which one can come after another


@dataclass(frozen=True, slots=True)
class Timing:
    """When a thing comes: by which rule, how early, how late, and how the document says so."""

    thing: str
    by: str
    begin: int
    end: int
    said: str = ""


@dataclass(frozen=True)
class Sequences:
    """Reads when things come, and among what each has its place."""

    index: EntityIndex
    sources: Sources
    lexicon: Lexicon

    def turns(self, things: Iterable[str]) -> list[Timing]:
        """Return when some things come, by the first rule that holds for half of them; others have none."""
        things = tuple(dict.fromkeys(things))
        for rule in (self._in_time, self._in_years, self._by_number):
            found = [t for thing in things if (t := rule(thing)) is not None]
            if found and len(found) * 2 >= len(things):
                return found
        return []

    def steps(self, things: Sequence[str]) -> tuple[str, ...]:
        """Return things, each whole given up for parts that are dated, and other parts for their whole."""
        found: dict[str, None] = {}
        for thing in things:
            for whole in self._wholes(thing) or (thing,):
                parts = self.parts(whole)
                dated = len(self.turns(parts)) == len(parts) > 0
                found.update(dict.fromkeys(parts if dated else (whole,)))
        return tuple(found)

    def staged(self, things: Sequence[str]) -> tuple[str, ...]:
        """Return the parts of the one whole among some things whose parts come one after the other."""
        wholes = dict.fromkeys(w for t in things for w in (self._wholes(t) or (t,)))
        parts = (self.parts(w) for w in wholes)
        found = [p for p in parts if len({t.begin for t in self.turns(p)}) >= _PARTS]
        return found[0] if len(found) == 1 else ()

    def beside(self, thing: str) -> tuple[str, ...]:
        """Return the things among which one has its place: the parts of its whole, or others of its kind."""
        if wholes := self._wholes(thing):
            return tuple(p for w in wholes for p in self.parts(w))
        if self._in_time(thing):
            return ()  # many things have the same time frame, and none of them comes after another
        own = self._contexts(thing)
        kind = self.index.classes(thing)[:1]
        members = self.index.members(kind[0]) if kind else []
        return tuple(t for t in members if self._by_number(t) and self._contexts(t) == own)

    def parts(self, whole: str) -> tuple[str, ...]:
        """Return the parts of a whole, in the order of the document."""
        found = [t for t, of in self.index.wholes.items() if whole in of]
        return tuple(sorted(found, key=self._place))

    def spoken(self, things: Sequence[str], words: Sequence[str]) -> list[str]:
        """Return the things whose texts hold words one beside the other."""
        wanted = " " + " ".join(words) + " "
        return [t for t in things if wanted in " " + " ".join(stems(self.sources.label(t))) + " "]

    def held(self, thing: str, words: Sequence[str]) -> float:
        """Return how much some words that stand in the text of a thing tell."""
        return sum(self.index.idf(w) for w in set(stems(self.sources.label(thing))) & set(words))

    def only(self, kinds: Iterable[str], words: Sequence[str]) -> str:
        """Return the one thing of some kinds whose text holds all the words; a whole stands for its parts."""
        members = (t for kind in kinds for t in self.index.members(kind))
        held = [t for t in members if words and set(words) <= set(stems(self.sources.label(t)))]
        held = self.spoken(held, words) or held
        whole = {w for t in held for w in self._wholes(t) or (t,)}
        return whole.pop() if len(whole) == 1 else ""

    def _wholes(self, thing: str) -> tuple[str, ...]:
        return self.index.wholes.get(thing, ())

    def _place(self, thing: str) -> tuple[str, int, str]:
        first = next(iter(self.sources.evidence(thing)), None)
        return (first.document, first.start_line or first.page or 0, thing) if first else ("", 0, thing)

    def _in_time(self, thing: str) -> Timing | None:
        """By time frames, the nearest first."""
        rule = self.lexicon.settings.get("ordered", {})
        frames = list(rule.get("frames", ()))
        values = [str(v) for v in self.sources.values(thing, rule["by"])] if rule else []
        ranks = sorted(frames.index(v) for v in values if v in frames)
        said = ", ".join(self.sources.label(frames[r]) for r in ranks)
        return Timing(thing, "time frame", ranks[0], ranks[-1], said) if ranks else None

    def _in_years(self, thing: str) -> Timing | None:
        """By the years of a plan."""
        holder = self.lexicon.settings.get("holder", {})
        if holder.get("class") not in self.index.classes(thing):
            return None
        texts = [
            str(v) for p in (holder["year"], *holder.get("dates", ())) for v in self.sources.values(thing, p)
        ]
        for text in (*texts, self.sources.label(thing)):
            if spans := list(_YEARS.finditer(text)):
                years = sorted(y for m in spans for y in _both(m))
                return Timing(thing, "year", years[0], years[-1], spans[0][0])
        return None

    def _by_number(self, thing: str) -> Timing | None:
        numbers = [int(v) for _, v in self.index.entities[thing].codes if v.isdecimal()]
        return Timing(thing, "number", numbers[0], numbers[0], f"number {numbers[0]}") if numbers else None

    def _contexts(self, thing: str) -> frozenset[str]:
        """What a numbered thing stands in: its plan, and the goal or priority above it."""
        names = self.lexicon.settings.get("ordered", {}).get("within", ())
        return frozenset(str(v) for p in names for v in self.sources.values(thing, p))


def _both(match: re.Match[str]) -> Iterable[int]:
    first = int(match[1])
    yield first
    if match[2]:
        yield int(match[2]) if len(match[2]) > _SHORT else first // 100 * 100 + int(match[2])
