"""Plans called by their age, such as 'the oldest department plan', and the years that plans are of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Language, Lexicon, load_data
from graph.ask.mentions import ClassMention, Links, ThingMention, ThingOption
from graph.ask.phrases import Pattern
from graph.ask.sources import Sources
from graph.ask.tokens import Token, stem

__all__ = ["AGED", "Ages"]

AGED = "age"
"""How a plan was told that is called by its age or its year, and not by its name."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 5  # small words between 'oldest' and the plans, such as 'of all the'


@dataclass(frozen=True)
class Ages:
    """Finds the oldest and the newest of the plans that were read."""

    sources: Sources
    lexicon: Lexicon
    holders: Mapping[str, Mapping[str, str]]
    kinds: Mapping[tuple[str, str, str], set[str]]

    def named(self, tokens: Sequence[Token], links: Links) -> Links:
        """Return the links where a plan that is told by its age, or by its year alone, is named."""
        for mention in links.classes:
            if not any(s.cls == self._holder for s in mention.senses):
                continue
            if found := self._aged(tokens, mention):
                return self._with(links, found)
            if found := self._of_year(tokens, mention, links):
                return self._with(links, found)
        return links

    def years(self, plan: str) -> list[str]:
        """Return the years that a plan is said to be of, however that is said."""
        found = [str(v) for prop in self._year_properties for v in self.sources.values(plan, prop)]
        return list(dict.fromkeys(found))

    def first_year(self, plan: str) -> str:
        """Return the year in which a plan begins, empty where none is told."""
        issued = self.lexicon.settings.get("holder", {}).get("issued", ())
        dates = [*self.years(plan), *(str(v) for prop in issued for v in self.sources.values(plan, prop))]
        return min((found.group() for d in dates if (found := _YEAR.search(d))), default="")

    @property
    def _holder(self) -> str:
        return str(self.lexicon.settings.get("holder", {}).get("class", ""))

    @cached_property
    def _year_properties(self) -> tuple[str, ...]:
        holder = self.lexicon.settings.get("holder", {})
        return tuple(dict.fromkeys([holder["year"], *holder.get("dates", ())])) if "year" in holder else ()

    @cached_property
    def _patterns(self) -> dict[str, tuple[Pattern, ...]]:
        return {
            name: tuple(Pattern(p) for p in load_data("ages.yaml")[name]) for name in ("oldest", "newest")
        }

    @cached_property
    def _among(self) -> frozenset[str]:
        return frozenset(stem(w) for w in load_data("ages.yaml")["among"])

    @cached_property
    def _all(self) -> frozenset[str]:
        entities = self.sources.index.entities
        return frozenset(i for i, e in entities.items() if self._holder in e.classes and not e.twin)

    @cached_property
    def read(self) -> frozenset[str]:
        """Return the plans that were read, and are not only named."""
        holder = self.lexicon.settings.get("holder", {})
        held = holder.get("held", "")
        return frozenset(
            p for p in self._all if not any(str(v) == "false" for v in self.sources.values(p, held))
        )

    @property
    def unread(self) -> frozenset[str]:
        """Return the plans that are only named."""
        return self._all - self.read

    def _aged(self, tokens: Sequence[Token], mention: ClassMention) -> ThingMention | None:
        """'The oldest of our department plans'."""
        words = [t.stem for t in tokens]
        small = self._among
        for name, patterns in self._patterns.items():
            for spot in (s for p in patterns for s in p.find(words)):
                start, end = min(spot, default=0), max(spot, default=0) + 1
                between = range(end, mention.start) if end <= mention.start else range(mention.end, start)
                if len(between) > _REACH or not all(words[i] in small for i in between):
                    continue
                number = self._ordinal(words[start - 1]) if start else 1
                if plans := self._extreme(mention, name, number):
                    start -= number > 1
                    span = min(start, mention.start), max(end, mention.end)
                    option = ThingOption(self._holder, plans, 1.0, AGED)
                    return ThingMention(*span, " ".join(words[slice(*span)]), (option,))
        return None

    def _ordinal(self, word: str) -> int:
        """The number of 'second' before 'oldest'."""
        return Language.english().numbers.get(word, 1) if not word.isdecimal() else 1

    def _extreme(self, mention: ClassMention, name: str, number: int = 1) -> tuple[str, ...]:
        """The oldest or newest plans of a kind, or the next after them, all that share the year."""
        years = {p: y for p in self.of_kind(mention, read=True) if (y := self.first_year(p))}
        if not years:
            return ()
        ordered = sorted(set(years.values()), reverse=name != "oldest")
        wanted = ordered[number - 1] if number <= len(ordered) else ""
        return tuple(sorted(p for p, y in years.items() if y == wanted))

    def of_kind(self, mention: ClassMention, *, read: bool = False) -> list[str]:
        """Return the plans of a kind, all or only those that were read."""
        wanted = [s for s in mention.senses if s.cls == self._holder]
        plans = sorted(self.read if read else self._all)
        return [
            p
            for p in plans
            if any(
                all(p in self.kinds.get((s.cls, prop, str(value)), ()) for prop, value in s.filters)
                for s in wanted
            )
        ]

    def _of_year(self, tokens: Sequence[Token], mention: ClassMention, links: Links) -> ThingMention | None:
        """'Which plan is from 2016-17?': by any of its years, those that were read before the others."""
        asking = closed_stems("asking_for_one")
        before = {t.stem for t in tokens[max(0, mention.start - 3) : mention.start]}
        if links.things or len(links.values) != 1 or not before & asking:
            return None
        value = links.values[0]
        senses = {s.property for s in value.senses if s.cls == self._holder}
        if len(senses) < 2 or value.start < mention.end:  # one property alone answers as it is
            return None
        found = [p for p in sorted(self._all) if value.text in self.years(p)]
        found = [p for p in found if p in self.read] or found
        option = ThingOption(self._holder, tuple(found), 1.0, AGED)
        return ThingMention(value.start, value.end, value.text, (option,)) if found else None

    def _with(self, links: Links, found: ThingMention) -> Links:
        """The links with one more thing, and without what its words meant before."""
        taken = found.tokens
        return replace(
            links,
            things=tuple(
                sorted([*(m for m in links.things if not m.tokens & taken), found], key=lambda m: m.start)
            ),
            classes=tuple(m for m in links.classes if not m.tokens & taken),
            values=tuple(m for m in links.values if not m.tokens & taken),
            cues={p: kept for p, spots in links.cues.items() if (kept := spots - taken)},
        )
