"""Where a described record must stand: in the plans, of the units and years, that a question names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.ask.mentions import ThingMention
from graph.ask.question import Question
from graph.ask.records import Records, Resemblance
from graph.ask.tokens import school_year

__all__ = ["Bound", "Bounds"]


@dataclass(frozen=True)
class Bound:
    """What bounds a description: plans and years, units with their plans, things called by number."""

    plans: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    units: tuple[tuple[frozenset[int], frozenset[str], frozenset[str]], ...] = ()
    numbered: frozenset[str] = frozenset()
    tokens: frozenset[int] = frozenset()
    """The words that name plans, years and numbers, and describe nothing."""

    @property
    def says(self) -> bool:
        """Whether plans or years are named."""
        return bool(self.plans or self.years)

    @property
    def key(self) -> tuple[frozenset[str], frozenset[str]]:
        """The plans and years that are named."""
        return self.plans, self.years

    def named(self, plans: Collection[str]) -> frozenset[int]:
        """Return the words for the units in whose plans a record stands."""
        return frozenset(i for tokens, _, own in self.units if own & set(plans) for i in tokens)


@dataclass(frozen=True)
class Bounds:
    """Reads and keeps bounds; `holders` are the plans of each unit with their years."""

    records: Records
    holders: Mapping[str, Mapping[str, str]]
    holder: str = ""

    def of(self, question: Question, spots: Collection[int]) -> Bound:
        """Return the bounds that some words of a question set."""
        mentions = [m for m in question.links.things if m.tokens & set(spots)]
        plans = {m: p for m in mentions if (p := self._plans(m))}
        years = {i: y for i in spots if (y := school_year(question.tokens[i].text)) and y in self._years}
        numbers = [m for m in mentions if m.options[0].how == "number" and m not in plans]
        units = [(m.tokens, t, p) for m in mentions if (t := self._units(m)) and (p := self._of_units(t))]
        tokens = {i for m in (*plans, *numbers) for i in m.tokens} | set(years)
        return Bound(
            frozenset(p for of in plans.values() for p in of),
            frozenset(years.values()),
            tuple(u for u in units if not u[0] & tokens),
            frozenset(t for m in numbers for o in m.options for t in o.things),
            frozenset(tokens),
        )

    def within(self, bound: Bound, record: str) -> bool:
        """Whether a record stands in one of the plans, and one of the years, that are named."""
        plans = self.records.plans(record)
        if bound.plans and not plans & bound.plans:
            return False
        years = {of[p] for of in self.holders.values() for p in plans if p in of}
        return not bound.years or bool(bound.years & years)

    def hold(self, bound: Bound, like: Resemblance) -> bool:
        """Whether a record stands within bounds; one that is a unit's business need not stand in its plan."""
        if not self.within(bound, like.iri) or (bound.numbered and like.iri not in bound.numbered):
            return False
        plans = self.records.plans(like.iri)
        links = self.records.linked(like.iri)
        return all(own & plans or units & links or tokens & like.own for tokens, units, own in bound.units)

    @property
    def _years(self) -> frozenset[str]:
        return frozenset(y for of in self.holders.values() for y in of.values())

    def _plans(self, mention: ThingMention) -> frozenset[str]:
        held = self.records.holding | {p for of in self.holders.values() for p in of}
        return frozenset(t for o in mention.options if o.cls == self.holder for t in o.things if t in held)

    def _units(self, mention: ThingMention) -> frozenset[str]:
        return frozenset(t for o in mention.options for t in o.things if t in self.holders)

    def _of_units(self, units: Collection[str]) -> frozenset[str]:
        return frozenset(p for u in units for p in self.holders[u])
